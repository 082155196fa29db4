import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { CONFIG as STORY_CONFIG, STORY } from '../app/scenario.ts'
import { ActionRepository } from '../support/github/action.ts'
import { BOT } from '../support/github/life.ts'
import { Outside } from '../support/github/outside.ts'
import { State } from '../support/github/state.ts'
import { GitHubStandIn } from '../support/github/server.ts'

const CONFIG = STORY_CONFIG.replace('{ secret: HOOK }', '{ secret: HOOK, sign: SIGN }')
/** Every point with CONVOKE_KILLS=all, as in CI; every fourth otherwise. */
const EVERY = process.env['CONVOKE_KILLS'] === 'all' ? 1 : 4

/** What a run left behind outside. */
interface Left {
  readonly state: State
  /** Mails by Message-ID, each with the different bytes that came under it. */
  readonly mails: ReadonlyMap<string, ReadonlySet<string>>
  readonly posts: readonly string[]
}

/*
 * DELIVERY's guarantees on GitHub: the bundled Action, run by Node 24 as a process, is killed with SIGKILL right after each of its
 * writes outside was carried out and before that was answered, then run again. A run touches the outside by its writes only: to die
 * at a read, or before a write, leaves the same as to die after the write before.
 */
describe('the Action, killed anywhere', function () {
  this.timeout(1_200_000)
  const repository = new ActionRepository()
  const places: Outside[] = []

  before(async () => {
    await repository.start()
    for (let at = 0; at < availableParallelism(); at++) {
      const outside = new Outside()
      await outside.start()
      places.push(outside)
    }
  })
  after(async () => {
    await repository.stop()
    for (const each of places) await each.stop()
  })

  /** One run from a state on; `killAt`: the number of the write after which it dies. */
  async function run(from: State, now: string, outside: Outside, killAt = 0, before?: Left): Promise<Left & { readonly writes: number; readonly status: number | null; readonly log: string }> {
    const hub = new GitHubStandIn()
    hub.now = Math.max(Date.parse(now), ...from.issues.map((each) => each.updated + 1000), ...from.comments.map((each) => each.updated + 1000))
    hub.state.copy(from)
    const url = await hub.start()
    const [mails, posts] = [outside.mail.taken.length, outside.chat.seen.length]
    let writes = 0
    let kill = (): void => undefined
    const count = (): boolean => {
      writes++
      if (writes === killAt) kill()
      return writes === killAt
    }
    hub.fault = ({ method }) => (method !== 'GET' && count() ? { kind: 'break', when: 'after' } : undefined)
    outside.mail.onTaken = count
    outside.chat.onSeen = count
    const { status, log } = await repository.run({ event: 'schedule', now, env: { ...outside.env(), GITHUB_API_URL: url }, onStart: (stop) => { kill = stop } })
    // What was on its way arrives.
    await new Promise((done) => setTimeout(done, 20))
    await hub.stop()
    assert.deepEqual(hub.violations, [])
    const byId = new Map([...before?.mails ?? []].map(([id, bytes]) => [id, new Set(bytes)]))
    for (const { bytes } of outside.mail.taken.slice(mails)) {
      const text = bytes.toString('latin1')
      const id = /^Message-ID:\s*(\S+)/im.exec(text)?.[1] ?? assert.fail('a mail without Message-ID')
      byId.set(id, (byId.get(id) ?? new Set()).add(text))
    }
    return { state: hub.state, mails: byId, posts: [...before?.posts ?? [], ...outside.chat.seen.slice(posts).map(({ json }) => JSON.stringify({ ...json, timestamp: 0, sign: '' }))], writes, status, log }
  }

  it('leaves, run again, every object once, mails the same to the byte, no post twice, and no gap unnamed', async () => {
    let state = new State(() => 0)
    state.assignable.add('lilei').add('hanmeimei')
    let points = 0
    let tried = 0
    for (const [at, { now, files = {}, replies = {}, close = [] }] of STORY.entries()) {
      repository.commit({ '.convoke.yml': CONFIG, ...files })
      const base = new State(() => Date.parse(now) - 60_000)
      base.copy(state)
      if (replies['budget'] !== undefined) base.say(1, 'hanmeimei', '/参加')
      for (const title of close) Object.assign(base.issues.find((each) => each.title.includes(title)) ?? assert.fail(), { state: 'closed', updated: Date.parse(now) })
      const whole = await run(base, now, places[0] ?? assert.fail())
      assert.equal(whole.status, 0, whole.log)
      points += whole.writes
      const kills = Array.from({ length: whole.writes }, (_, write) => write + 1).filter(() => tried++ % EVERY === 0)
      await Promise.all(places.map(async (outside) => {
        for (let write = kills.shift(); write !== undefined; write = kills.shift()) {
          const where = `moment ${at} (${now}), killed after write ${write}`
          const dead = await run(base, now, outside, write)
          assert.equal(dead.status, null, `${where} was not reached`)
          const again = await run(dead.state, now, outside, 0, dead)
          verify(whole, again, `${where}\n${again.log.replace(/^::add-mask.*\n/gm, '')}`)
          const third = await run(again.state, now, outside, 0, again)
          assert.deepEqual([third.mails.size, third.posts.length, third.state.issues.length, third.state.comments.length], [again.mails.size, again.posts.length, again.state.issues.length, again.state.comments.length], `${where}: a third run does something`)
        }
      }))
      state = whole.state
    }
    assert.ok(points > 90, `only ${points} points`)
    process.stdout.write(`      killed at ${Math.ceil(tried / EVERY)} of ${points} points\n`)
  })
})

function verify(expected: Left, found: Left, where: string): void {
  const gaps = found.state.comments.filter((each) => each.body.includes('/gap@')).map((each) => each.body).join('\n')
  assert.deepEqual(found.state.issues.map(({ title, state, parent }) => [title, state, parent]).sort(), expected.state.issues.map(({ title, state, parent }) => [title, state, parent]).sort(), where)
  const markers = ({ state }: Left): string[] => state.comments.filter((each) => each.login === BOT).map((each) => /convoke key=(\S+)/.exec(each.body)?.[1] ?? '').sort()
  assert.equal(new Set(markers(found)).size, markers(found).length, `${where}: something is said twice`)
  assert.deepEqual(markers(found).filter((each) => !each.includes('/gap@')), markers(expected), where)
  for (const [id, bytes] of found.mails) assert.equal(bytes.size, 1, `${where}: ${id} was repeated with other bytes`)
  for (const [id, bytes] of expected.mails) assert.deepEqual([...found.mails.get(id) ?? []], [...bytes], `${where}: ${id} is missing or another one`)
  if (gaps === '') assert.equal(found.mails.size, expected.mails.size, `${where}: a mail too many`)
  assert.equal(new Set(found.posts).size, found.posts.length, `${where}: a post came twice`)
  const missing = expected.posts.filter((each) => !found.posts.includes(each))
  if (missing.length > 0) assert.match(gaps, /chat:feishu/, `${where}: a post is missing and no gap names it`)
  const ledger = [...found.state.branches.get('convoke-ledger') ?? []].filter(([path]) => path.startsWith('meetings/'))
  for (const [path, text] of ledger) assert.deepEqual((JSON.parse(text.toString('utf8')) as { intents: unknown[] }).intents, [], `${where}: ${path} has intents left`)
}
