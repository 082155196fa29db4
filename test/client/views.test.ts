import assert from 'node:assert/strict'
import { snippetOf } from '../../src/client/commands/placeholders.ts'
import { remoteOf } from '../../src/client/github/remote.ts'
import { groupActions, groupMeetings, nextMeeting } from '../../src/client/views/groups.ts'
import type { ActionSummary, MeetingSummary } from '../../src/server/protocol.ts'
import { expandSnippet } from '../support/snippet.ts'

const NOW = Date.parse('2026-12-03T12:00:00Z')
const HOUR = 3_600_000
const sameDay = (a: number, b: number): boolean => new Date(a).toISOString().slice(0, 10) === new Date(b).toISOString().slice(0, 10)

const meeting = (file: string, more: Partial<MeetingSummary> = {}): MeetingSummary => ({
  file, uri: `file:///${file}`, title: file, language: 'en', status: 'planned', isSeries: false, waitsForMinutes: false, attendees: [], problems: { errors: 0, warnings: 0 }, ...more,
})
const at = (hours: number): Pick<MeetingSummary, 'start' | 'end'> => ({ start: NOW + hours * HOUR, end: NOW + (hours + 1) * HOUR })
const action = (text: string, more: Partial<ActionSummary> = {}): ActionSummary => ({ file: 'a.md', uri: 'file:///a.md', meeting: 'A', text, done: false, overdue: false, line: 0, ...more })

describe('the view of meetings', () => {
  it('has today first, then what comes, then what waits for its minutes', () => {
    const groups = groupMeetings([
      meeting('later', at(48)), meeting('next', at(24)), meeting('evening', at(5)), meeting('running', at(-0.5)), meeting('waits', { ...at(-3), waitsForMinutes: true }), meeting('over', at(-30)), meeting('cancelled', { ...at(2), status: 'cancelled' }),
      meeting('series', { ...at(3), isSeries: true }), meeting('undated'),
    ], NOW, sameDay)
    assert.deepEqual(groups.map(({ name, meetings }) => [name, meetings.map(({ file }) => file).join(' ')]), [['today', 'running evening'], ['upcoming', 'next later'], ['minutes', 'waits'], ['undated', 'undated'], ['series', 'series'], ['past', 'over']])
  })
  it('lists the latest of the past, and not all of it', () => {
    const [past] = groupMeetings(Array.from({ length: 100 }, (_, days) => meeting(`m${days}`, at(-24 * (days + 1)))), NOW, sameDay)
    assert.deepEqual([past?.name, past?.meetings.length, past?.meetings[0]?.file], ['past', 30, 'm0'])
  })
  it('the status bar shows what runs, else what comes within a day and a half', () => {
    assert.equal(nextMeeting([meeting('b', at(2)), meeting('a', at(1)), meeting('draft', { ...at(0.5), status: 'draft' })], NOW)?.file, 'a')
    assert.equal(nextMeeting([meeting('b', at(2)), meeting('a', at(-0.5))], NOW)?.file, 'a')
    assert.equal(nextMeeting([meeting('far', at(37)), meeting('series', { ...at(1), isSeries: true })], NOW), undefined)
  })
})

describe('the view of action items', () => {
  const tom = { key: 'tom', name: 'Tom' }
  const ana = { key: 'ana', name: 'Ana' }
  it('groups by owner: mine first, then whoever is most behind, nobody’s last; within one, overdue first', () => {
    const actions = [action('nobody'), action('late', { owner: tom, overdue: true, due: '2026-12-01' }), action('soon', { owner: ana, due: '2026-12-05' }), action('undated', { owner: ana }), action('older', { owner: tom, overdue: true, due: '2026-11-01' }), action('done', { owner: ana, done: true })]
    const shown = (me?: string): unknown => groupActions(actions, me).map(({ owner, overdue, actions: own }) => [owner, overdue, own.map(({ text }) => text).join(' ')])
    assert.deepEqual(shown(), [['tom', 2, 'older late'], ['ana', 0, 'soon undated'], [undefined, 0, 'nobody']])
    assert.deepEqual(shown('ana'), [['ana', 0, 'soon undated'], ['tom', 2, 'older late'], [undefined, 0, 'nobody']])
  })
})

describe('the repository of a folder', () => {
  const config = (url: string, name = 'origin'): string => `[core]\n\tbare = false\n[remote "${name}"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/${name}/*\n`
  it('is named by its remote, however it is written', () => {
    for (const url of ['https://github.com/octo/repo', 'https://github.com/octo/repo.git', 'https://user:secret@github.com/octo/repo.git/', 'git@github.com:octo/repo.git', 'ssh://git@ssh.github.com:443/octo/repo.git']) {
      assert.deepEqual(remoteOf(config(url)), { host: 'github.com', owner: 'octo', repo: 'repo', web: 'https://github.com/octo/repo', api: 'https://api.github.com/repos/octo/repo' }, url)
    }
  })
  it('of a GitHub of one’s own has its own address; origin goes before others', () => {
    const both = config('git@example.org:a/b.git', 'fork') + config('git@git.example.com:octo/repo.git')
    assert.equal(remoteOf(both)?.api, 'https://git.example.com/api/v3/repos/octo/repo')
    assert.equal(remoteOf(config('https://example.org/a/b', 'fork'))?.web, 'https://example.org/a/b')
  })
  it('is none elsewhere, or where the remote is something else', () => {
    for (const url of ['../repo.git', '/srv/git/repo.git', 'https://gitlab.com/a/b.git', 'https://github.com/a', 'https://github.com/a/b/c', 'file:///srv/a/b']) assert.equal(remoteOf(config(url)), undefined, url)
    assert.equal(remoteOf(''), undefined)
  })
})

describe('a new file as a snippet', () => {
  it('stops at each placeholder, the same words together, and is the same text', () => {
    const text = 'purpose: Decide ‹what›: ‹A› or ‹B›\n- ‹What› $5 \\ {x}\n〈具体事项〉'
    assert.equal(snippetOf(text), 'purpose: Decide ${1:‹what›}: ${2:‹A›} or ${3:‹B›}\n- ${1:‹What›} \\$5 \\\\ {x\\}\n${4:〈具体事项〉}')
    assert.equal(expandSnippet(snippetOf('‹a› $1 \\ {x}'), {}, '2026-12-03'), '‹a› $1 \\ {x}')
    assert.equal(expandSnippet(snippetOf('‹a› and ‹A›'), { 1: 'b' }, '2026-12-03'), 'b and b')
  })
})
