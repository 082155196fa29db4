import assert from 'node:assert/strict'
import { answersOf } from '../../src/client/github/answers.ts'
import { call } from '../../src/client/github/call.ts'
import { readReplies } from '../../src/client/github/read-replies.ts'
import { writeComment } from '../../src/client/github/write-comment.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import { GitHubStandIn } from '../support/github/server.ts'
import { CONFIG } from '../support/lsp.ts'

const TOKEN = 'of-the-person'

/** A repository on a stand-in for GitHub over HTTP, with one open issue. What it is asked has to be as GitHub describes it. */
async function withHub(test: (hub: GitHubStandIn, repository: { readonly api: string }, issue: number) => Promise<void>): Promise<void> {
  const hub = new GitHubStandIn()
  const repository = { api: `${await hub.start()}/repos/team/meetings` }
  try {
    await call(repository, '/issues', TOKEN, { title: 'Which pump the north plant buys', body: 'The invitation' })
    hub.calls.length = 0
    await test(hub, repository, 1)
    assert.deepEqual(hub.violations, [])
  } finally {
    await hub.stop()
  }
}

describe('a notice as a comment on the invitation issue', () => {
  it('is written as it is, once', () => withHub(async (hub, repository, issue) => {
    const text = '/extend 15 “Costs” are open & 未定'
    assert.deepEqual(await writeComment(repository, issue, text, TOKEN), { status: 201 })
    assert.deepEqual(hub.state.comments.map(({ issue: on, body }) => [on, body]), [[issue, text]])
  }))
  it('is not tried again where nobody knows whether it was written', () => withHub(async (hub, repository, issue) => {
    hub.fault = () => ({ kind: 'break', when: 'after' })
    assert.equal(await writeComment(repository, issue, '/backup', TOKEN), 'unreachable')
    assert.deepEqual([hub.calls.length, hub.state.comments.length], [1, 1])
    hub.fault = () => ({ kind: 'break', when: 'before' })
    assert.equal(await writeComment(repository, issue, '/backup', TOKEN), 'unreachable')
    assert.deepEqual([hub.calls.length, hub.state.comments.length], [2, 1])
  }))
  it('tells how GitHub refused it', () => withHub(async (hub, repository, issue) => {
    assert.deepEqual(await writeComment(repository, 99, '/backup', TOKEN), { status: 404 })
    assert.deepEqual(await writeComment(repository, issue, 'x'.repeat(70_000), TOKEN), { status: 422 })
    for (const status of [401, 403, 429, 503]) {
      hub.fault = () => ({ kind: 'refuse', status })
      assert.deepEqual(await writeComment(repository, issue, '/backup', TOKEN), { status })
    }
    assert.deepEqual(hub.state.comments, [])
  }))
  it('takes the token nowhere else, though it is sent there', () => withHub((hub, repository, issue) => withHub(async (other, elsewhere) => {
    hub.fault = () => ({ kind: 'refuse', status: 307, headers: { location: `${elsewhere.api}/issues/1/comments` } })
    assert.equal(await writeComment(repository, issue, '/backup', TOKEN), 'unreachable')
    assert.deepEqual(other.calls, [])
  })))
})

describe('the replies on the invitation issue', () => {
  const { config: { people } } = parseConfig(CONFIG)
  const anna = { key: 'anna', name: 'Anna Schmidt' }
  const asked = [anna, { key: 'li-lei', name: '李雷' }, { key: 'wu', name: 'Wu Min' }]

  it('are the people’s words and reactions, not their talk and not what programs write', () => withHub(async ({ state }, repository, issue) => {
    for (const [login, body] of [['lilei', 'Who has the price list?'], ['lilei', '/no I am away'], ['github-actions[bot]', '/yes'], ['guest', '> /no\n\nYes, I will be there'], ['wu', '/delegate @li-lei']] as const) state.say(issue, login, body)
    state.issue(issue)?.reactions?.push({ content: '+1', login: 'lilei' }, { content: 'eyes', login: 'wu' }, { content: 'confused', login: 'other' })
    assert.deepEqual(await readReplies(repository, issue, TOKEN), [
      { login: 'lilei', answer: 'yes' }, { login: 'other', answer: 'maybe' }, { login: 'lilei', answer: 'no', note: 'I am away' }, { login: 'guest', answer: 'yes', note: 'I will be there' }, { login: 'wu', answer: 'delegate', note: 'li-lei' },
    ])
  }))
  it('are read to the last page', () => withHub(async ({ state, calls }, repository, issue) => {
    for (let count = 0; count < 205; count++) state.say(issue, `person-${count}`, count === 204 ? '/no' : '/yes')
    const replies = await readReplies(repository, issue, TOKEN)
    assert.ok(Array.isArray(replies))
    assert.deepEqual([replies.length, replies.at(-1)], [205, { login: 'person-204', answer: 'no' }])
    assert.equal(calls.length, 4)
  }))
  it('are never half a list: where a page fails, all fails', () => withHub(async (hub, repository, issue) => {
    for (let count = 0; count < 150; count++) hub.state.say(issue, `person-${count}`, '/yes')
    hub.fault = ({ number }) => (number === 3 ? { kind: 'refuse', status: 403 } : undefined)
    assert.deepEqual(await readReplies(repository, issue, TOKEN), { status: 403 })
    hub.fault = () => ({ kind: 'break', when: 'before' })
    assert.equal(await readReplies(repository, issue, TOKEN), 'unreachable')
    hub.fault = () => undefined
    assert.deepEqual(await readReplies(repository, 99, TOKEN), { status: 404 })
  }))
  it('stand by person: the last word counts, whoever is asked comes first, and only the organizer speaks for others', () => {
    assert.deepEqual(answersOf([
      { login: 'LiLei', answer: 'yes' }, { login: 'lilei', answer: 'no', note: 'I am away' }, { login: 'guest', answer: 'maybe' }, { login: 'wu', answer: 'no', by: 'guest' }, { login: 'anna-s', answer: 'yes' },
    ], asked, anna, people), [
      { name: '李雷', reply: { login: 'lilei', answer: 'no', note: 'I am away' } }, { name: 'Wu Min' }, { name: '@guest', reply: { login: 'guest', answer: 'maybe' } },
    ])
    assert.deepEqual(answersOf([{ login: 'li-lei', answer: 'no', by: 'anna-s' }], asked, anna, people)[0], { name: '李雷', reply: { login: 'li-lei', answer: 'no', by: 'anna-s' } })
  })
})
