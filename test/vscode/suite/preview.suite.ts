import { assert } from 'chai'
import MarkdownIt from 'markdown-it'
import * as vscode from 'vscode'
import { until } from './editor.ts'
import { clear, extension, writeMeeting } from './extension.ts'
import { DAY, meetingAt, minutes } from './meetings.ts'

const FILE = 'meetings/preview.md'

/**
 * The HTML of a file's preview, as VS Code's own Markdown makes it with what this extension adds. Here the browser's host has this extension
 * alone, and VS Code's Markdown runs beside the server: the library that it uses is asked instead.
 */
async function rendered(): Promise<string> {
  const document = vscode.window.activeTextEditor?.document ?? assert.fail('no file is open')
  if (vscode.extensions.getExtension('vscode.markdown-language-features') === undefined) {
    const { preview } = await extension()
    return (preview(new MarkdownIt()) as MarkdownIt).render(document.getText())
  }
  return vscode.commands.executeCommand<string>('markdown.api.render', document)
}

describe('the Markdown preview', () => {
  before(extension)
  afterEach(() => clear(FILE))

  it('shows the timeline, everybody’s local time and the action items, without a script or an address', async () => {
    await writeMeeting(FILE, meetingAt(Date.now() + 9 * DAY, 'preview', { start: '2031-01-14 08:00' }, minutes('@ana-ruiz Write the rollback plan 📅 2031-02-03')))
    const html = await until('preview of the meeting', async () => {
      const found = await rendered()
      return found.includes('convoke') && found
    })
    // Eight o’clock in UTC is nine in Berlin and eight in London, in January.
    assert.match(html, /Ana Ruiz[\s\S]{0,300}09:00/)
    assert.match(html, /Emma Clarke[\s\S]{0,300}08:00/)
    assert.match(html, /08:00[\s\S]{0,200}08:10/)
    assert.match(html, /<table[\s\S]*Write the rollback plan[\s\S]*<\/table>/)
    assert.notMatch(html, /<script|@example\.(?:org|net)|\son\w+=/)
  })

  it('leaves other Markdown files as they are', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Weekly sync\n\n- [ ] follow up\n' })
    await vscode.window.showTextDocument(document)
    const html = await rendered()
    assert.match(html, /Weekly sync/)
    assert.notInclude(html, 'convoke')
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })
})
