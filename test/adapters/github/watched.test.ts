import assert from 'node:assert/strict'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { MemoryLife } from '../../support/github/memory-life.ts'
import { CONFIG, meeting } from '../../support/process.ts'

const FILE = 'meetings/m.md'
const at = (day: string): number => Date.parse(`2026-11-${day}:00Z`)

/** What random histories found of runs that look only at what is due, told by hand. */
describe('a meeting that the index has to keep in view', () => {
  let life: MemoryLife
  const run = async (day: string): Promise<string[]> => {
    const { plan } = await life.apply(at(day), 'due')
    return plan.effects.map((each) => each.key.replace('m/-/', ''))
  }
  beforeEach(async () => {
    life = new MemoryLife(parseConfig(CONFIG).config)
    life.write(FILE, meeting())
    await run('26T08:00')
  })

  it('is called off by the next run for whoever the mail server put off', async () => {
    life.write(FILE, meeting({ more: 'status: cancelled' }))
    life.reception = 'put-off'
    await run('27T08:00')
    life.reception = 'taken'
    assert.deepEqual(await run('27T09:00'), ['cancellation/2/mail:li-lei', 'cancellation/2/mail:han-meimei'])
    assert.deepEqual(await run('27T10:00'), [])
  })
  it('takes a command that came while its file was a draft for heard, also in a later look at everything', async () => {
    life.write(FILE, meeting({ more: 'status: draft' }))
    await run('27T08:00')
    life.hub.state.say(1, 'lilei', '/cancel no money')
    await run('27T09:00')
    life.write(FILE, meeting())
    await run('27T10:00')
    assert.deepEqual((await life.plan(at('27T10:00'))).plan.effects, [])
  })
  for (const [what, text] of [['is a draft again', meeting({ more: 'status: draft' })], ['lacks its start', meeting({ start: '' })], ['cannot be read', '---\nid: m\ntitle: [\n---\n'], ['has lost its id', meeting({ id: '' })]] as const) {
    it(`whose file ${what} is not called off, is answered all the same, and is called off when the file goes`, async () => {
      life.write(FILE, text)
      assert.deepEqual(await run('27T08:00'), [])
      life.hub.state.say(1, 'lilei', '/no @han-meimei')
      assert.deepEqual(await run('27T09:00'), [])
      life.write(FILE, meeting())
      await run('27T10:00')
      const entry = life.hub.state.branches.get('convoke-ledger')?.get('meetings/m.json')?.toString('utf8') ?? ''
      assert.deepEqual((JSON.parse(entry) as { replies: { person: string; answer: string }[] }).replies.map(({ person, answer }) => [person, answer]), [['han-meimei', 'no']])
      life.write(FILE, text)
      await run('27T11:00')
      life.write(FILE, null)
      assert.ok((await run('28T08:00')).includes('cancellation/2/mail:han-meimei'))
    })
  }
})

describe('an answer of somebody who is asked only later', () => {
  it('counts from then on, whether a run looks at what is due or at everything', async () => {
    for (const scope of ['due', 'all'] as const) {
      const life = new MemoryLife(parseConfig(CONFIG).config)
      life.write(FILE, meeting())
      await life.apply(at('26T08:00'), 'due')
      life.hub.state.say(1, 'lilei', '/no @tom')
      await life.apply(at('26T08:00'), 'due')
      assert.equal(life.hub.state.comments[0]?.reactions.length, 0)
      life.write(FILE, meeting({ required: 'required: [tom, wang-wei]' }))
      await life.apply(at('26T09:00'), scope)
      assert.equal(life.hub.state.comments[0]?.reactions.length, 1, scope)
      assert.deepEqual((await life.plan(at('26T09:00'))).plan.effects, [])
      await life.apply(Date.parse('2026-12-02T08:00:00Z'), scope)
      assert.deepEqual([...life.mails.keys()].flatMap((each) => /reminder@1440m.*mail:(.*)$/.exec(each)?.[1] ?? []), ['li-lei', 'wang-wei'])
    }
  })
})

describe('a command', () => {
  const told = (life: MemoryLife): string[] => [...life.mails.keys()].filter((each) => each.includes('notice@'))
  it('that came days before the meeting is not carried out by a look at everything when the meeting is near', async () => {
    const life = new MemoryLife(parseConfig(CONFIG).config)
    life.write(FILE, meeting())
    await life.apply(at('29T08:00'), 'due')
    life.hub.state.say(1, 'lilei', '/extend 15 the vote')
    await life.apply(at('29T08:00'), 'due')
    assert.equal(life.hub.state.comments[0]?.reactions.length, 1, 'it was read')
    await life.apply(Date.parse('2026-12-02T08:00:00Z'), 'all')
    assert.deepEqual(told(life), [])
  })
  it('that was refused is not carried out when whoever gave it becomes the organizer', async () => {
    const life = new MemoryLife(parseConfig(CONFIG.replace('韩梅梅, email', '韩梅梅, github: hanmeimei, email')).config)
    life.write(FILE, meeting())
    await life.apply(at('29T08:00'), 'due')
    life.hub.now = Date.parse('2026-12-02T08:00:00Z')
    life.hub.state.say(1, 'hanmeimei', '/notice Please mute.')
    await life.apply(life.hub.now, 'due')
    life.write(FILE, meeting({ organizer: 'organizer: han-meimei', required: 'required: [li-lei]' }))
    await life.apply(life.hub.now + 60_000, 'all')
    await life.apply(life.hub.now + 120_000, 'all')
    assert.deepEqual(told(life), [])
    life.hub.state.say(1, 'hanmeimei', '/notice Please mute.')
    await life.apply(life.hub.now + 180_000, 'due')
    assert.equal(told(life).length, 2)
  })
})

describe('a command that came when the meeting was called off', () => {
  it('is not carried out when the meeting is taken up again', async () => {
    const life = new MemoryLife(parseConfig(CONFIG).config)
    life.write(FILE, meeting())
    await life.apply(at('29T08:00'), 'due')
    life.write(FILE, meeting({ more: 'status: cancelled' }))
    life.hub.state.say(1, 'lilei', '/extend 15 the vote')
    await life.apply(at('29T09:00'), 'due')
    life.write(FILE, meeting())
    // Also where the file says so only after the meeting's time has begun.
    for (const near of ['2026-12-03T07:00:00Z', '2026-12-03T08:00:00Z']) {
      await life.apply(Date.parse(near), 'due')
      await life.apply(Date.parse(near), 'all')
    }
    assert.deepEqual([...life.mails.keys()].filter((each) => each.includes('notice@')), [])
  })
})

describe('a gap that was named by a run that could not write that down', () => {
  it('is named once', async () => {
    const life = new MemoryLife(parseConfig(CONFIG).config)
    const { hub } = life
    life.write(FILE, meeting())
    const later = Date.parse('2026-12-02T08:00:00Z')
    await life.apply(at('29T08:00'), 'due')
    // Nobody knows whether the post of the chase arrived; then GitHub refuses the ledger.
    life.reception = 'unanswered'
    hub.fault = ({ method, path }) => (method === 'PUT' && hub.state.comments.length > 0 && path.includes('/contents/') ? { kind: 'refuse', status: 403 } : undefined)
    hub.now = later
    await assert.rejects(life.apply(later, 'due'))
    assert.equal(hub.state.comments.length, 1)
    hub.fault = () => undefined
    life.reception = 'taken'
    await life.apply(later, 'due')
    assert.deepEqual(hub.state.comments.map((each) => /convoke key=(\S+)/.exec(each.body)?.[1]), ['m/-/gap@chase-chat:feishu/1/comment'])
  })
  it('and a post that stood in for a refused mail is made once', async () => {
    const life = new MemoryLife(parseConfig(CONFIG).config)
    const { hub } = life
    life.write(FILE, meeting())
    life.reception = 'no-mail'
    // The ledger is refused from the moment at which somebody has been told.
    hub.fault = ({ method, path }) => (method === 'PUT' && life.posts.size > 0 && path.includes('/contents/') ? { kind: 'refuse', status: 403 } : undefined)
    await assert.rejects(life.apply(at('29T08:00'), 'due'))
    const posts = [...life.posts]
    assert.notDeepEqual(posts, [])
    hub.fault = () => undefined
    await life.apply(at('29T09:00'), 'due')
    await life.apply(at('29T09:00'), 'due')
    assert.deepEqual([...life.posts].slice(0, posts.length), posts)
    assert.deepEqual((await life.plan(at('29T09:00'))).plan.effects, [])
  })
})

describe('a meeting that is called off in somebody’s night', () => {
  it('is called off in the morning, though its file came back broken and went again meanwhile', async () => {
    const life = new MemoryLife(parseConfig(CONFIG).config)
    life.write(FILE, meeting())
    await life.apply(at('26T08:00'), 'due')
    for (const text of [null, '---\nid: m\ntitle: [\n---\n', null]) {
      life.write(FILE, text)
      await life.apply(at('26T14:00'), 'due')
    }
    const told = (): string[] => [...life.mails.keys()].filter((each) => each.includes('/cancellation/'))
    assert.deepEqual(told(), [])
    await life.apply(at('27T02:00'), 'due')
    assert.equal(told().length, 2)
  })
})

describe('an issue that GitHub would not close', () => {
  it('is closed by the next run, so that it does not stand beside a new invitation', async () => {
    const life = new MemoryLife(parseConfig(CONFIG).config)
    const { hub } = life
    life.write(FILE, meeting())
    await life.apply(at('26T08:00'), 'due')
    life.write(FILE, meeting({ more: 'status: cancelled' }))
    hub.fault = ({ method }) => (method === 'PATCH' ? { kind: 'refuse', status: 422 } : undefined)
    await life.apply(at('26T09:00'), 'due')
    hub.fault = () => undefined
    life.write(FILE, meeting())
    await life.apply(at('26T10:00'), 'due')
    assert.deepEqual(hub.state.issues.map((each) => each.state), ['closed', 'open'])
  })
})

describe('an issue that was opened by a run that was then refused the list', () => {
  it('is found by the next run, and closed when the meeting is called off', async () => {
    const life = new MemoryLife(parseConfig(CONFIG).config)
    const { hub } = life
    hub.now = at('26T08:00')
    life.write(FILE, meeting())
    hub.fault = ({ method, path }) => (method === 'GET' && path.endsWith('/issues') && hub.state.issues.length > 0 ? { kind: 'refuse', status: 422 } : undefined)
    await life.apply(at('26T08:00'), 'due')
    hub.fault = () => undefined
    await life.apply(at('26T08:00'), 'due')
    life.write(FILE, meeting({ more: 'status: cancelled' }))
    await life.apply(at('26T09:00'), 'due')
    life.write(FILE, meeting())
    await life.apply(at('26T10:00'), 'due')
    assert.deepEqual(hub.state.issues.map((each) => each.state), ['closed', 'open'])
  })
})
