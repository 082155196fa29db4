import assert from 'node:assert/strict'
import { commitAll, git, inFolder } from '../support/folder.ts'
import { CONFIG, meeting, withEditor } from '../support/lsp.ts'
import { applyRun } from '../../src/app/run.ts'
import { diskFiles } from '../../src/adapters/disk/disk.ts'
import { folderForge } from '../../src/adapters/folder/forge.ts'
import { gitLedger } from '../../src/adapters/git/ledger.ts'
import { remoteUrl } from '../../src/adapters/git/remote.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NOW } from '../support/lsp.ts'

const A = 'meetings/a.md'
const OVER = meeting({ id: 'over', title: 'How the old pump is scrapped', start: '2026-11-20 10:00', rsvp_by: '2026-11-19 10:00' },
  '## Agenda\n\n1. Compare scrap dealers (45m)\n\n## Minutes\n\n### Discussion\n\nBoth dealers were heard.\n\n### Action items\n\n- [ ] @anna Call the dealer in Kiel 📅 2026-11-23\n- [x] @li-lei Measure the crane 📅 2026-11-22 #7\n')
const SERIES = meeting({ id: 'valves', title: 'Which valves are replaced next', repeat: 'every week on Thursday', review: '2027-06-01', rsvp_by: '' })

describe('server: requests of the protocol', () => {
  it('overview: meetings with people and problems, action items with owners and what is overdue', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting({ title: 'Sync' }), 'meetings/over.md': OVER, 'meetings/series.md': SERIES, 'meetings/notes.md': 'plain notes' }, async (editor) => {
    await editor.workspace()
    const { meetings, actions, configuration } = await editor.ask('convoke/overview', {})
    assert.deepEqual(meetings.map(({ file, title, isSeries, waitsForMinutes, start, room }) => ({ file, title, isSeries, waitsForMinutes, start: new Date(start ?? 0).toISOString(), room })), [
      { file: A, title: 'Sync', isSeries: false, waitsForMinutes: false, start: '2026-12-03T13:00:00.000Z', room: 'Aula' },
      { file: 'meetings/over.md', title: 'How the old pump is scrapped', isSeries: false, waitsForMinutes: true, start: '2026-11-20T09:00:00.000Z', room: 'Aula' },
      { file: 'meetings/series.md', title: 'Which valves are replaced next', isSeries: true, waitsForMinutes: false, start: '2026-12-03T13:00:00.000Z', room: 'Aula' },
    ])
    assert.deepEqual(meetings[0]?.attendees, [{ key: 'anna', name: 'Anna Schmidt' }, { key: 'li-lei', name: '李雷' }])
    assert.ok((meetings[0]?.problems.warnings ?? 0) > 0)
    assert.deepEqual(actions.map(({ text, owner, due, done, overdue, issue, line }) => ({ text, owner: owner?.name, due, done, overdue, issue, line })), [
      { text: 'Call the dealer in Kiel', owner: 'Anna Schmidt', due: '2026-11-23', done: false, overdue: true, issue: undefined, line: OVER.split('\n').indexOf('- [ ] @anna Call the dealer in Kiel 📅 2026-11-23') },
      { text: 'Measure the crane', owner: '李雷', due: '2026-11-22', done: true, overdue: false, issue: 7, line: OVER.split('\n').indexOf('- [x] @li-lei Measure the crane 📅 2026-11-22 #7') },
    ])
    assert.deepEqual(configuration, [])
    assert.doesNotMatch(JSON.stringify({ meetings, actions }), /@example\.org/)
  }))
  it('plan: what merging sends, of the unsaved text, by what was sent already', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), 'meetings/b.md': meeting({ id: 'b', room: 'closet', start: '2026-12-08 14:00' }) }, async (editor) => {
    const first = await editor.ask('convoke/plan', { uri: editor.uri(A) })
    assert.ok(first.effects > 0)
    assert.match(first.markdown, /invitation/)
    assert.ok((await editor.ask('convoke/plan', {})).effects > first.effects)
    await announce(editor.root)
    const files = readdirSync(join(editor.root, '.convoke'), { recursive: true }).length
    assert.equal((await editor.ask('convoke/plan', { uri: editor.uri(A) })).effects, 0)
    editor.open(A, meeting())
    editor.type(A, '2026-12-03 14:00', '2026-12-04 14:00')
    const moved = await editor.ask('convoke/plan', { uri: editor.uri(A) })
    assert.match(moved.markdown, /change/)
    assert.ok(moved.effects > 0)
    assert.equal(readdirSync(join(editor.root, '.convoke'), { recursive: true }).length, files, 'nothing was written')
  }))
  it('plan: the ledger is the clone’s own branch where there is one', () => inFolder({}, async (root) => {
    git(root, ['init', '-q'])
    writeFileSync(join(root, 'a.txt'), 'a')
    commitAll(root, '2026-11-01T08:00:00Z')
    assert.equal(await gitLedger(root), undefined)
    git(root, ['checkout', '-q', '--orphan', 'convoke-ledger'])
    mkdirSync(join(root, 'meetings'))
    writeFileSync(join(root, 'meetings/pump%2F1.json'), JSON.stringify({ version: 1, meeting: 'pump/1', file: 'a.md', revision: 1, intents: [], done: {}, issue: 12, writer: 'w' }))
    writeFileSync(join(root, 'meetings/damaged.json'), '{')
    commitAll(root, '2026-11-02T08:00:00Z')
    git(root, ['checkout', '-q', 'main'])
    const ledger = await gitLedger(root)
    assert.deepEqual(await ledger?.ids(), ['damaged', 'pump/1'])
    const stored = await ledger?.read('pump/1')
    assert.ok(stored !== undefined && stored !== 'unknown')
    assert.deepEqual([stored.entry.issue, 'writer' in stored.entry], [12, false])
    assert.equal(await ledger?.read('damaged'), 'unknown')
    assert.equal(await ledger?.read('other'), undefined)
  }))
  it('invitation: its words for the clipboard, in the meeting’s language', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), 'meetings/zh.md': meeting({ id: 'zh' }, '## 议程\n\n1. 比较两份报价（45分钟）\n') }, async (editor) => {
    const english = await editor.ask('convoke/invitation', { uri: editor.uri(A) })
    assert.match(english?.text ?? '', /Which pump the north plant buys[^]*Thu 2026-12-03 14:00[^]*Aula/)
    assert.match(english?.markdown ?? '', /^# /)
    assert.match((await editor.ask('convoke/invitation', { uri: editor.uri('meetings/zh.md') }))?.text ?? '', /会议邀请：/)
    assert.doesNotMatch(JSON.stringify(english), /@example\.org/)
    assert.equal(await editor.ask('convoke/invitation', { uri: editor.uri('meetings/none.md') }), null)
  }))
  it('nextOccurrence: the file of a series’ next meeting that has none yet', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), 'meetings/series.md': SERIES }, async (editor) => {
    const first = await editor.ask('convoke/nextOccurrence', { uri: editor.uri('meetings/series.md') })
    assert.ok('path' in first)
    assert.equal(first.path, 'meetings/2026-12-03-valves.md')
    editor.disk({ [first.path]: first.text })
    const second = await editor.ask('convoke/nextOccurrence', { uri: editor.uri(first.path) })
    assert.equal('path' in second ? second.path : second.refused, 'meetings/2026-12-10-valves.md')
    assert.deepEqual(await editor.ask('convoke/nextOccurrence', { uri: editor.uri(A) }), { refused: 'This is no series: its file has no “repeat”.' })
  }))
  it('slots: times that suit the people named, in nobody’s other meeting, with the room free', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting({ start: '2026-11-25 09:00', rsvp_by: '' }) }, async (editor) => {
    const { zone, slots } = await editor.ask('convoke/slots', { people: ['anna', 'li-lei'], duration: 60 })
    assert.equal(zone, 'Europe/Berlin')
    assert.ok(slots.length > 3 && slots[0]?.suitsEverybody === true)
    assert.deepEqual(slots.filter(({ wall }) => wall > '2026-11-25T08:00' && wall < '2026-11-25T09:45'), [])
    // In Shanghai the office closes at 18:00, which is 11:00 in Berlin.
    assert.deepEqual(slots.filter((each) => each.suitsEverybody && (each.wall.slice(11) < '09:00' || each.wall.slice(11) > '10:00')), [])
    const own = await editor.ask('convoke/slots', { people: ['anna'], duration: 45, from: '2026-11-25T08:30', uri: editor.uri(A) })
    assert.ok(own.slots.some(({ wall }) => wall === '2026-11-25T09:00'), 'a meeting does not stand in its own way')
    assert.deepEqual((await editor.ask('convoke/slots', { people: ['anna'], duration: -5 })).slots, [])
  }))
  it('directory: people, groups and rooms, and no address', () => withEditor({ '.convoke.yml': `${CONFIG}groups:\n  plant: [anna, li-lei]\n` }, async (editor) => {
    const found = await editor.ask('convoke/directory', {})
    assert.deepEqual(found.people.map(({ key, name, outside }) => ({ key, name, outside })), [{ key: 'anna', name: 'Anna Schmidt', outside: false }, { key: 'li-lei', name: '李雷', outside: false }])
    assert.deepEqual([found.groups, found.rooms, found.timezone], [['plant'], [{ key: 'aula', name: 'Aula', capacity: 40 }, { key: 'closet', name: 'Closet', capacity: 2 }], 'Europe/Berlin'])
    assert.doesNotMatch(JSON.stringify(found), /@example\.org/)
  }))
  it('live: the agenda for the clock, and the invitation’s issue that the ledger knows', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting() }, async (editor) => {
    await announce(editor.root)
    const live = await editor.ask('convoke/live', { uri: editor.uri(A) })
    assert.ok(!('refused' in live))
    assert.deepEqual(live.agenda.map(({ title, minutes, line }) => ({ title, minutes, line })), [{ title: 'Compare the two offers for the pump', minutes: 20, line: 15 }, { title: 'Choose the supplier of the pump', minutes: 25, line: 16 }])
    assert.deepEqual([live.organizer, live.issue], [{ key: 'anna', name: 'Anna Schmidt' }, 1])
    assert.deepEqual(await editor.ask('convoke/live', { uri: editor.uri('README.md') }), { refused: 'This file is no meeting of the repository.' })
  }))
  it('knows the repository’s page by its remote, without who signs in there', () => inFolder({}, async (root) => {
    git(root, ['init', '-q'])
    assert.equal(await remoteUrl(root), undefined)
    git(root, ['remote', 'add', 'origin', 'x'])
    for (const [url, page] of [
      ['https://github.com/owner/name.git', 'https://github.com/owner/name'], ['https://user:secret@github.com/owner/name', 'https://github.com/owner/name'],
      ['git@github.com:owner/na.me.git', 'https://github.com/owner/na.me'], ['ssh://git@github.com:22/owner/name.git', 'https://github.com/owner/name'],
      ['/srv/git/name.git', undefined], ['file:///srv/owner/name', undefined],
    ] as const) {
      git(root, ['remote', 'set-url', 'origin', url])
      assert.equal(await remoteUrl(root), page)
    }
  }))
})

/** Announces what lies in a folder, as `convoke apply` does. */
async function announce(root: string): Promise<void> {
  const { config } = parseConfig(readFileSync(join(root, '.convoke.yml'), 'utf8'))
  await applyRun({ world: { ...folderForge(join(root, '.convoke')), files: diskFiles(root) }, config, now: Date.parse(NOW) })
}
