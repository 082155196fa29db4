import * as vscode from 'vscode'

describe('the extension', () => {
  it('is there', () => {
    if (vscode.extensions.getExtension('convoke-meetings.convoke') === undefined) throw new Error('VS Code does not know it')
  })
})
