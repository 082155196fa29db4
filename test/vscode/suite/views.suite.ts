import { assert } from 'chai'
import * as vscode from 'vscode'
import { until } from './editor.ts'
import { clear, extension, rowsOf, writeMeeting, type Row } from './extension.ts'
import { DAY, HOUR, MINUTE, meetingAt, minutes } from './meetings.ts'

/** Each test has files of its own: what VS Code still holds of those before has no part in it. */
let count = 0
const folder = (): string => `meetings/views-${count}`
const file = (name: string): string => `${folder()}/${name}.md`
const shownIn = (rows: readonly Row[], group: string): readonly string[] => rows.find(({ label }) => label === group)?.rows.map(({ label }) => label) ?? []

describe('the view of meetings', () => {
  before(extension)
  beforeEach(() => {
    count++
  })
  afterEach(() => clear(folder()))

  it('groups them by when they are, the next one first, and counts what is for today', async () => {
    const now = Date.now()
    const { shown } = await extension()
    const badge = (): number => shown.trees.get('convoke.meetings')?.view.badge?.value ?? 0
    const before = badge()
    await writeMeeting(file('running'), meetingAt(now - 20 * MINUTE, 'v-running', { title: 'Rollback of release 5.2' }))
    await writeMeeting(file('later'), meetingAt(now + 9 * DAY, 'v-later', { title: 'Index nodes for the second quarter' }))
    await writeMeeting(file('sooner'), meetingAt(now + 3 * DAY, 'v-sooner', { title: 'Prices of the second supplier' }))
    await writeMeeting(file('over'), meetingAt(now - 3 * HOUR, 'v-over', { title: 'Budget of the search team' }, '\n## Minutes\n'))
    await writeMeeting(file('undated'), meetingAt(now, 'v-undated', { start: '', title: 'Offices in Singapore' }))
    await writeMeeting(file('cancelled'), meetingAt(now + 4 * DAY, 'v-cancelled', { status: 'cancelled', title: 'Called off for good' }))
    const rows = await until('groups', async () => {
      const found = await rowsOf('convoke.meetings')
      return shownIn(found, 'Today').some((each) => each.includes('Rollback')) && found
    })
    assert.match(shownIn(rows, 'Today').find((each) => each.includes('Rollback')) ?? '', /^now, (?:39|40|41) min left {2}Rollback of release 5\.2$/)
    const upcoming = shownIn(rows, 'Upcoming')
    const at = (title: string): number => upcoming.findIndex((each) => each.endsWith(title))
    assert.ok(at('Prices of the second supplier') >= 0 && at('Prices of the second supplier') < at('Index nodes for the second quarter'), upcoming.join(' | '))
    assert.ok(shownIn(rows, 'Waiting for minutes').some((each) => each.includes('Budget of the search team')), JSON.stringify(rows.map(({ label }) => label)))
    assert.ok(shownIn(rows, 'Without a date').some((each) => each.includes('Offices in Singapore')))
    assert.ok(shownIn(rows, 'Series').length > 0)
    assert.notInclude(JSON.stringify(rows.map((each) => each.rows.map(({ label }) => label))), 'Called off')
    assert.ok(rows.findIndex(({ label }) => label === 'Today') === 0 && rows.findIndex(({ label }) => label === 'Upcoming') === 1)
    await until('two more on the badge', () => badge() === before + 2)
  })

  it('says each row aloud, with its time and what is wrong', async () => {
    await writeMeeting(file('running'), meetingAt(Date.now() - 20 * MINUTE, 'v-running', { title: 'Rollback of release 5.2' }))
    const rows = await until('row', async () => (await rowsOf('convoke.meetings')).find(({ label }) => label === 'Today'))
    for (const { item } of [rows, ...rows.rows]) assert.match(item.accessibilityInformation?.label ?? '', /\S/)
    assert.match(rows.rows.find(({ label }) => label.includes('Rollback'))?.item.accessibilityInformation?.label ?? '', /^Rollback of release 5\.2, now, \d+ min left/)
  })

  it('says what is wrong with the configuration, once', async () => {
    const { shown, overview } = await extension()
    const message = (): string => shown.trees.get('convoke.meetings')?.view.message ?? ''
    const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail(), '.convoke.yml')
    const before = await vscode.workspace.fs.readFile(uri)
    const told: string[] = []
    const follow = overview.onDidChange(() => told.push(message()))
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('people: [1, 2\nrooms: {'))
      await until('word about the configuration', () => /^\.convoke\.yml, line \d+: /.test(message()))
      // The people that were known before are known still: a slip while typing takes nothing away.
      assert.ok((await rowsOf('convoke.meetings')).length > 0)
    } finally {
      follow.dispose()
      await vscode.workspace.fs.writeFile(uri, before)
    }
    await until('end of the word', () => message() === '')
    assert.equal(new Set(told.filter((each) => each !== '')).size, 1, told.join(' | '))
  })
})

describe('the view of action items', () => {
  before(extension)
  beforeEach(() => {
    count++
  })
  afterEach(() => clear(folder()))

  it('lists them by owner, overdue ones first, and counts what is overdue', async () => {
    const { shown } = await extension()
    const badge = (): number => shown.trees.get('convoke.actions')?.view.badge?.value ?? 0
    const before = badge()
    await writeMeeting(file('over'), meetingAt(Date.now() - 3 * DAY, 'v-over', {}, minutes(
      '@emma-clarke Order the second index node 📅 2999-02-03', '@emma-clarke Send the numbers of last week to the board 📅 2020-01-07', '@emma-clarke Ask for a second offer', 'Find somebody who knows the old index')))
    const rows = await until('items', async () => {
      const found = await rowsOf('convoke.actions')
      return found.some(({ label }) => label === 'Emma Clarke') && found
    })
    const emma = rows.find(({ label }) => label === 'Emma Clarke') ?? assert.fail()
    assert.deepEqual(emma.rows.map(({ label }) => label), ['Send the numbers of last week to the board', 'Order the second index node', 'Ask for a second offer'])
    assert.deepEqual([emma.description, emma.rows[0]?.description, emma.rows[2]?.description], ['3 open, 1 overdue', 'overdue since Tue, Jan 7', 'no date'])
    assert.equal(emma.rows[0]?.item.checkboxState === undefined ? undefined : (emma.rows[0].item.checkboxState as { state: number }).state, vscode.TreeItemCheckboxState.Unchecked)
    assert.equal(rows.at(-1)?.label, 'Without an owner')
    await until('one more on the badge', () => badge() === before + 1)
  })

  it('puts one’s own first', async () => {
    await writeMeeting(file('over'), meetingAt(Date.now() - 3 * DAY, 'v-over', {}, minutes('@emma-clarke Order the second index node 📅 2020-02-03', '@tom-becker Ask for a second offer')))
    const settings = vscode.workspace.getConfiguration('convoke')
    await settings.update('me', 'tom-becker', vscode.ConfigurationTarget.Global)
    try {
      await until('own items at the top', async () => (await rowsOf('convoke.actions'))[0]?.label === 'Tom Becker')
    } finally {
      await settings.update('me', undefined, vscode.ConfigurationTarget.Global)
    }
  })
})

describe('the status bar', () => {
  before(extension)
  beforeEach(() => {
    count++
  })
  afterEach(() => clear(folder()))

  it('shows the meeting that runs, and nothing where it is not wanted', async () => {
    const { shown } = await extension()
    const entry = shown.entries.get('convoke.next') ?? assert.fail()
    await writeMeeting(file('running'), meetingAt(Date.now() - 20 * MINUTE, 'v-running', { title: 'Rollback of release 5.2' }))
    await until('entry', () => entry.text.endsWith('Rollback of release 5.2'))
    assert.match(entry.accessibilityInformation?.label ?? '', /^Next meeting: Rollback of release 5\.2/)
    assert.match((entry.tooltip as vscode.MarkdownString).value.replaceAll('&nbsp;', ' '), /It has begun: (?:39|40|41) min left/)
    const settings = vscode.workspace.getConfiguration('convoke')
    await settings.update('statusBar.enabled', false, vscode.ConfigurationTarget.Global)
    try {
      await until('end of the entry', () => entry.text === '')
    } finally {
      await settings.update('statusBar.enabled', undefined, vscode.ConfigurationTarget.Global)
    }
    await until('entry again', () => entry.text !== '')
  })
})
