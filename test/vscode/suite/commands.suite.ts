import { assert } from 'chai'
import * as vscode from 'vscode'
import { dayOf, wallOf } from '../../support/days.ts'
import { open, placeOf, until, uriOf } from './editor.ts'
import { clear, extension, rowsOf, saved, savedAs, writeMeeting } from './extension.ts'
import { DAY, HOUR, meetingAt, minutes } from './meetings.ts'
import { withPerson } from './person.ts'

/** Each test has a file of its own: what VS Code still holds of the one before has no part in it. */
let file = ''
let count = 0

/** Runs a command of the extension. */
async function run(name: string, ...args: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(`convoke.${name}`, ...args)
}

function moments(length: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), length))
}

function tabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap((each) => each.tabs).map(({ label }) => label)
}

describe('commands', () => {
  before(extension)
  beforeEach(() => {
    file = `meetings/command-${++count}.md`
  })
  afterEach(() => clear(file))

  it('are all there', async () => {
    const { packageJSON } = vscode.extensions.getExtension('convoke-meetings.convoke') ?? {}
    const named = (packageJSON as { contributes: { commands: { command: string }[] } }).contributes.commands.map(({ command }) => command)
    const known = new Set(await vscode.commands.getCommands(true))
    assert.deepEqual(named.filter((each) => !known.has(each)), [])
    assert.ok(named.length > 20)
  })

  it('new meeting asks seven questions, and opens a file with a stop at each place that only its writer can fill in', () => withPerson([], async (person) => {
    const done = run('newMeeting')
    await person.step('Decision')
    await person.step('Search latency after release 5.2')
    await person.step('Tom Becker')
    await person.step(['Emma Clarke', 'Ana Ruiz'])
    await person.step('45 min')
    await person.step('Another time')
    const start = wallOf(Date.now() + 30 * DAY).slice(0, 11)
    await person.step(`${start}14:00`)
    await person.step('Online')
    await person.step('https://zoom.us/j/5550101234')
    await person.step('https://meet.google.com/abc-demo-xyz')
    await done
    const { document } = vscode.window.activeTextEditor ?? assert.fail('no file was opened')
    const path = vscode.workspace.asRelativePath(document.uri)
    try {
      assert.match(path, new RegExp(`meetings/${start.trim()}-search-latency`))
      const text = document.getText()
      for (const line of [/title: Search latency after release 5\.2/, /organizer: tom-becker/, /required: \[(?:emma-clarke, ana-ruiz|ana-ruiz, emma-clarke)\]/, /duration: 45m/, /link: https:\/\/zoom/, /backup_link: https:\/\/meet/]) assert.match(text, line)
      assert.match(text, /‹.+›/)
    } finally {
      await clear(path)
    }
  }))

  it('new meeting writes nothing where somebody stops on the way', () => withPerson([], async (person) => {
    const count = async (): Promise<number> => (await vscode.workspace.findFiles('meetings/**/*.md')).length
    const before = await count()
    const done = run('newMeeting')
    await person.step('Decision')
    await until('end of the questions', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen')
      return Promise.race([done.then(() => true), moments(100)])
    })
    assert.equal(await count(), before)
  }))

  it('import a folder makes meetings of bare files once somebody agrees, and shows each change to whoever wants to tick them', async () => {
    const bare = `# Supplier of the cooling units\n\nDate: ${dayOf(Date.now() + 20 * DAY)} 10:00\nAttendees: Emma Clarke, Ana Ruiz\n\n## Agenda\n1. Offers compared (20m)\n2. Choice of the supplier (20m)\n`
    await vscode.workspace.fs.writeFile(uriOf('notes/cooling.md'), new TextEncoder().encode(bare))
    const configuration = await saved('.convoke.yml')
    try {
      await withPerson([[/^Files in notes that can be made meetings: 1/, undefined]], () => run('importFolder', uriOf('notes')))
      await withPerson([[/^Files in notes/, 'Tick each change first']], async () => {
        const done = run('importFolder', uriOf('notes')).then(() => true)
        await until('end of the review', async () => {
          await vscode.commands.executeCommand('refactorPreview.discard')
          return Promise.race([done, moments(100)])
        })
      })
      assert.equal(await saved('notes/cooling.md'), bare)
      await withPerson([[/^Files in notes/, 'Make them meetings'], [/^Meetings proposed: 1\./, undefined]], () => run('importFolder', uriOf('notes')))
      const text = await savedAs('notes/cooling.md', /^---\n[\s\S]*title: Supplier of the cooling units[\s\S]*---\n/)
      assert.ok(text.endsWith(bare.slice(bare.indexOf('## Agenda'))), text)
      const now = await savedAs('.convoke.yml', /notes\/\*\*\/\*\.md/)
      // Everybody who is named is known already, so that the folder is all that comes to it.
      assert.equal(now.replace(/^meetings: .*\r?\n/m, ''), configuration.replace(/^meetings: .*\r?\n/m, ''))
    } finally {
      await vscode.workspace.fs.writeFile(uriOf('.convoke.yml'), new TextEncoder().encode(configuration))
      await clear('notes')
    }
  })

  it('next occurrence writes the file of a series’ next meeting, with what is open carried over', async () => {
    const started = Date.now() - 10 * DAY
    const { uri } = await writeMeeting(file, meetingAt(started, 'command-weekly', { repeat: 'every week', rsvp_by: '', review: dayOf(Date.now() + 90 * DAY) }))
    const last = file.replace('.md', '-last.md')
    await writeMeeting(last, meetingAt(started, 'command-last', { series: 'command-weekly', occurrence: dayOf(started) }, minutes('@ana-ruiz Write the rollback plan 📅 2999-02-03')))
    await run('nextOccurrence', uri)
    const { document } = vscode.window.activeTextEditor ?? assert.fail('no file was opened')
    const path = vscode.workspace.asRelativePath(document.uri)
    try {
      assert.match(document.getText(), /series: command-weekly\n/)
      assert.match(document.getText(), /occurrence: \d{4}-\d{2}-\d{2}/)
      assert.match(document.getText(), /Write the rollback plan/)
    } finally {
      await clear(path, last)
    }
  })

  it('the plan shows what merging sends, to whom and by which clause', async () => {
    const { uri } = await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, 'command'))
    await run('plan', uri)
    const shown = await until('plan', () => vscode.workspace.textDocuments.find((each) => each.uri.scheme === 'convoke-plan' && each.uri.query === uri && each.getText() !== ''))
    assert.match(shown.getText(), /Search latency above 400 ms/)
        assert.match(shown.getText(), /B1 \|.*invitation.*mail `tom-becker`, `emma-clarke`, `ana-ruiz`/)
    await until('preview of it', () => tabs().some((each) => /What merging sends/.test(each)))
  })

  it('copy invitation puts it on the clipboard, without an address', () => withPerson([[/is on the clipboard/, undefined]], async () => {
    const { uri } = await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, 'command'))
    await run('copyInvitation', uri)
    const text = await vscode.env.clipboard.readText()
    assert.match(text, /Search latency above 400 ms/)
    assert.match(text, /https:\/\/zoom\.us\/j\/5550101234/)
    assert.notMatch(text, /@example\.(?:org|net)/)
  }))

  it('open issue leads to the repository’s issues that name the meeting, where its number is not known', () => withPerson([], async (person) => {
    const { uri } = await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, 'command'))
    await run('openIssue', uri)
    assert.equal(person.opened.length, 1)
    assert.match(person.opened[0] ?? '', /^https:\/\/github\.com\/convoke-example\/meetings\/issues\?q=.*command/)
    await run('openIssue', { kind: 'action', action: { uri, issue: 12 } })
    assert.equal(person.opened[1], 'https://github.com/convoke-example/meetings/issues/12')
  }))

  it('join opens the meeting’s link, and no address that is not of the web', async () => {
    const { uri } = await writeMeeting(file, meetingAt(Date.now() + 20 * DAY, 'command'))
    await withPerson([], async (person) => {
      await run('join', uri)
      assert.deepEqual(person.opened, ['https://zoom.us/j/5550101234'])
    })
    const { overview } = await extension()
    const summary = overview.current?.meetings.find((each) => each.uri === uri) ?? assert.fail()
    await withPerson([[/“command:workbench.action.quit” is not a link of the web/, undefined]], async (person) => {
      await run('join', { meeting: { ...summary, link: 'command:workbench.action.quit' } })
      assert.deepEqual(person.opened, [])
    })
  })

  it('report opens a page', async () => {
    await run('report')
    await until('page', () => tabs().includes('Report on meetings'))
  })

  it('tick an action item edits and saves the file, and once more takes the tick away', async () => {
    await writeMeeting(file, meetingAt(Date.now() - 2 * DAY, 'command', {}, minutes('@ana-ruiz Write the rollback plan 📅 2020-02-03')))
    const owner = await until('item in the view', async () => (await rowsOf('convoke.actions')).find((each) => each.rows.some(({ label }) => label.includes('rollback plan'))))
    const item = owner.rows.find(({ label }) => label.includes('rollback plan')) ?? assert.fail()
    await run('tickAction', item.node)
    await savedAs(file, /- \[x\] @ana-ruiz Write the rollback plan/)
    await until('end of the item in the view', async () => !(await rowsOf('convoke.actions')).some((each) => each.rows.some(({ label }) => label.includes('rollback plan'))))
    const editor = await open(file)
    const at = placeOf(editor.document, '- [x] @ana-ruiz')
    editor.selection = new vscode.Selection(at, at)
    await until('item without its tick', async () => {
      if (/- \[ \] @ana-ruiz/.test(await saved(file))) return true
      await run('tickAction', 'cursor')
      return false
    })
  })

  it('tick an action item says that it has changed, and ticks nothing else', () => withPerson([[/has changed/, undefined]], async () => {
    await writeMeeting(file, meetingAt(Date.now() - 2 * DAY, 'command', {}, minutes('@ana-ruiz Write the rollback plan 📅 2020-02-03')))
    const uri = uriOf(file).toString()
    await run('tickAction', { kind: 'action', action: { file: file, uri, meeting: 'x', text: 'Something else', done: false, overdue: false, line: 5 } })
    assert.notMatch(await saved(file), /\[x\] @ana-ruiz/)
  }))

  it('open a meeting and an action item lead to the file and the line', async () => {
    const { uri } = await writeMeeting(file, meetingAt(Date.now() - 2 * HOUR, 'command', {}, minutes('@ana-ruiz Write the rollback plan')))
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await run('openMeeting', uri)
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), vscode.Uri.parse(uri).toString())
    await run('openAction', uri, 12)
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 12)
  })

  it('refresh asks the server again, the log and the walkthrough are shown', () => withPerson([], async (person) => {
    const { overview } = await extension()
    const before = overview.current
    await run('refresh')
    assert.notEqual(overview.current, before)
    await run('showLog')
    await until('log', () => vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'output' && /convoke/i.test(uri.path)))
    await run('walkthrough')
    await until('walkthrough', () => tabs().some((each) => /Walkthrough|Welcome|first five minutes/i.test(each)))
    assert.deepEqual(person.asked, [])
  }))
})
