/*
 * Bad days as the editor meets them. What only the server has to bear is tested over LSP (test/server/robustness.test.ts): a folder of 5,000
 * broken files, which here would measure the disk, files without permission, which the tests' user may read all the same, and no Git at all.
 */
import { assert } from 'chai'
import * as vscode from 'vscode'
import { complaint, diagnosticsOf, noComplaint, until, uriOf } from './editor.ts'
import { clear, extension, rowsOf, saved, writeMeeting } from './extension.ts'
import { DAY, meetingAt, minutes } from './meetings.ts'
import { withPerson } from './person.ts'

let file = ''
let count = 0

/** The files of the folder's meetings whose titles hold a text, as the server has them now. */
async function listed(title: string): Promise<readonly string[]> {
  const { overview } = await extension()
  await overview.refresh()
  return (overview.current?.meetings ?? []).filter((each) => each.title.includes(title)).map((each) => each.file)
}

async function setting<T>(section: string, name: string, value: unknown, act: () => Promise<T>): Promise<T> {
  const settings = vscode.workspace.getConfiguration(section)
  await settings.update(name, value, vscode.ConfigurationTarget.Global)
  try {
    return await act()
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Global)
  }
}

describe('on a bad day', () => {
  before(extension)
  beforeEach(() => {
    file = `meetings/bad-${++count}.md`
  })
  afterEach(() => clear(file, file.replace('.md', '-new.md')))

  it('a file that is deleted while it is open is no meeting any more, until somebody types in it', () => withPerson([], async (person) => {
    await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, 'bad-deleted', { title: 'Sync' }))
    const editor = vscode.window.activeTextEditor ?? assert.fail()
    await complaint(editor, 'specific-topic')
    await vscode.workspace.fs.delete(editor.document.uri)
    await until('end of the meeting', async () => (await listed('Sync')).length === 0)
    await noComplaint(editor, 'specific-topic')
    assert.deepEqual(person.asked, [])
    // In the browser's host the workbench itself has deleted the file, and closed its editor.
    if (!vscode.window.visibleTextEditors.includes(editor)) return
    assert.ok(await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().length), '\n')))
    await complaint(editor, 'specific-topic')
    await editor.document.save()
    assert.deepEqual(await listed('Sync'), [file])
    assert.deepEqual(person.asked, [])
  }))

  it('a file that is renamed while it is being judged has its complaints at its new place alone', () => withPerson([], async (person) => {
    const { uri } = await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, 'bad-renamed', { title: 'Before the rename' }))
    const editor = vscode.window.activeTextEditor ?? assert.fail()
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), editor.document.getText().replace('Before the rename', 'Sync')))
    await editor.document.save()
    const place = file.replace('.md', '-new.md')
    const edit = new vscode.WorkspaceEdit()
    edit.renameFile(vscode.Uri.parse(uri), uriOf(place))
    assert.ok(await vscode.workspace.applyEdit(edit))
    await until('meeting at its new place alone', async () => JSON.stringify(await listed('Sync')) === JSON.stringify([place]))
    const renamed = await vscode.window.showTextDocument(uriOf(place))
    await complaint(renamed, 'specific-topic')
    // Its id would be used twice, did it stand at both places.
    await until('word of its id alone', () => !diagnosticsOf(renamed).some(({ message }) => message.includes('bad-renamed')))
    await until('end of the old place', () => !vscode.languages.getDiagnostics(vscode.Uri.parse(uri)).some(({ source }) => source === 'convoke'))
    assert.deepEqual(person.asked, [])
  }))

  it('a configuration that cannot be read is said once, above the meetings, and what was known stays known', () => withPerson([], async (person) => {
    const { shown, overview } = await extension()
    const message = (): string => shown.trees.get('convoke.meetings')?.view.message ?? ''
    const told: string[] = []
    const follow = overview.onDidChange(() => told.push(message()))
    const before = await vscode.workspace.fs.readFile(uriOf('.convoke.yml'))
    try {
      await vscode.workspace.fs.writeFile(uriOf('.convoke.yml'), Uint8Array.of(0xc3, 0x28, 0xff))
      await until('word about it', () => /^\.convoke\.yml, line 1: .*UTF-8/.test(message()))
      await writeMeeting(file, meetingAt(Date.now() - 2 * DAY, 'bad-config', {}, minutes('@ana-ruiz Write the rollback plan 📅 2999-02-03')))
      await until('owner by name', async () => (await rowsOf('convoke.actions')).some(({ label }) => label === 'Ana Ruiz'))
    } finally {
      follow.dispose()
      await vscode.workspace.fs.writeFile(uriOf('.convoke.yml'), before)
    }
    await until('end of the word', () => message() === '')
    assert.equal(new Set(told.filter((each) => each !== '')).size, 1, told.join(' | '))
    assert.deepEqual(person.asked, [])
  }))

  it('a folder without a repository has a plan all the same, and says once that there is no issue to open', async () => {
    const [config, away] = [uriOf('.git/config'), uriOf('.git/config-away')]
    const { uri } = await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, 'bad-no-git'))
    await vscode.workspace.fs.rename(config, away)
    try {
      await withPerson([[/has no GitHub repository/, undefined]], async (person) => {
        await vscode.commands.executeCommand('convoke.openIssue', uri)
        await vscode.commands.executeCommand('convoke.plan', uri)
        await until('plan', () => vscode.workspace.textDocuments.some((each) => each.uri.scheme === 'convoke-plan' && each.uri.query === uri && each.getText().includes('B1')))
        assert.deepEqual([person.asked.length, person.opened], [1, []])
      })
    } finally {
      await vscode.workspace.fs.rename(away, config)
    }
  })

  it('a file that may only be read keeps its text, and its reader is told once', () => setting('files', 'readonlyInclude', { '**/meetings/bad-*.md': true }, async () => {
    await writeMeeting(file, meetingAt(Date.now() - 2 * DAY, 'bad-read-only', {}, minutes('@ana-ruiz Write the rollback plan 📅 2020-02-03')))
    const owner = await until('item in the view', async () => (await rowsOf('convoke.actions')).find((each) => each.rows.some(({ label }) => label.includes('rollback plan'))))
    const item = owner.rows.find(({ label }) => label.includes('rollback plan')) ?? assert.fail()
    const before = await saved(file)
    await withPerson([[new RegExp(`^${file} could not be written`), undefined]], async (person) => {
      await vscode.commands.executeCommand('convoke.tickAction', item.node)
      assert.equal(person.asked.length, 1)
    })
    assert.equal(await saved(file), before)
    assert.equal(vscode.workspace.textDocuments.some(({ isDirty, uri }) => isDirty && uri.path.endsWith(file)), false)
    assert.ok((await rowsOf('convoke.actions')).some((each) => each.rows.some(({ label }) => label.includes('rollback plan'))))
  }))
})
