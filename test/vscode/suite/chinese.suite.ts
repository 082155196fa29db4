import { assert } from 'chai'
import * as vscode from 'vscode'
import { complaint, fixes, labelOf, open, placeOf, proposals } from './editor.ts'

const HAN = /[\u4e00-\u9fff]/
const DRAFT = 'meetings/drafts/gongzuo-huiyi.md'

describe('what the editor says, in Chinese', () => {
  it('complaints and fixes', async () => {
    const editor = await open(DRAFT)
    const found = await complaint(editor, 'humane-time')
    assert.match(found.message, HAN)
    for (const each of await fixes(editor, found)) assert.match(each.title, HAN)
  })

  it('completion', async () => {
    const editor = await open(DRAFT)
    const found = await proposals(editor, placeOf(editor.document, 'wang-wei', 2))
    assert.ok(found.some((each) => labelOf(each).includes('wang-wei')))
  })

  it('titles of commands and views', () => {
    const { packageJSON } = vscode.extensions.getExtension('convoke-meetings.convoke') ?? {}
    const { commands, views } = (packageJSON as { contributes: { commands: { title: string | { value: string } }[]; views: Record<string, { name: string }[]> } }).contributes
    // A translated title keeps its original beside it, for the command palette.
    for (const { title } of commands) assert.match(typeof title === 'string' ? title : title.value, HAN)
    for (const each of Object.values(views).flat()) assert.match(each.name, HAN)
  })
})
