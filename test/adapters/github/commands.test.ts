import assert from 'node:assert/strict'
import { BUDGET, CONFIG, STORY } from '../../app/scenario.ts'
import { GitHubLife } from '../../support/github/life.ts'

const DURING = '2026-12-03T06:20:00Z'
const [INVITED = assert.fail()] = STORY
const HELD = STORY[8] ?? assert.fail()

describe('commands on the invitation issue', function () {
  this.timeout(30_000)
  let life: GitHubLife
  beforeEach(async () => {
    life = new GitHubLife(CONFIG.replace('tom: {', 'boss: { name: Boss, github: boss, email: boss@example.org }\n  tom: {'))
    await life.start()
    life.lay(INVITED)
    await life.apply(INVITED.now)
    life.lay({ now: DURING })
  })
  afterEach(async () => {
    await life.stop()
    assert.deepEqual(life.hub.violations, [])
  })

  const say = (login: string, body: string): void => void life.hub.state.say(1, login, body)
  const news = async (now: string): Promise<string[]> => {
    const known = new Set(life.sent().keys())
    await life.apply(now)
    await life.apply(now)
    return [...life.sent()].flatMap(([name, text]) => (known.has(name) ? [] : [`${name}\n${text}`])).filter((each) => each.includes('notice@'))
  }

  for (const [words, wanted] of [
    ['/late 10 the room is still taken', /推迟 10 分钟开始[^]*the room is still taken/], ['/延长 15 分钟，第三个渠道还没表决', /延长 15 分钟[^]*第三个渠道还没表决/], ['/notice Please mute.', /Please mute\./],
  ] as const) {
    it(`${words}: everybody is told at once, once, and the comment marked as read`, async () => {
      say('lilei', words)
      const told = await news(DURING)
      assert.deepEqual(told.map((each) => /^(?:chat|mails)\/.*?(?:chat\.feishu|mail\.[\w-]+)/.exec(each)?.[0].replace(/.*\.(chat|mail)\./, '$1 ')).sort(), ['chat feishu', 'mail han-meimei', 'mail li-lei', 'mail tom', 'mail wang-wei'])
      const post = told.find((each) => each.startsWith('chat/')) ?? assert.fail()
      assert.match(JSON.stringify(JSON.parse(post.slice(post.indexOf('\n')))), wanted)
      assert.deepEqual(life.hub.state.comments.at(-1)?.reactions.map((each) => each.content), ['+1'])
    })
  }
  it('sends everybody to the backup link, where there is one', async () => {
    say('lilei', '/backup')
    assert.deepEqual(await news(DURING), [])
    life.write('meetings/budget.md', BUDGET.replace('会议室: 3A', '会议链接: https://zoom.us/j/1\n备用链接: https://meet.google.com/abc-defg-hij'))
    await life.apply('2026-12-03T05:30:00Z')
    say('lilei', '/备用链接')
    assert.match((await news(DURING)).join('\n'), /改用备用链接[^]*meet\.google\.com\/abc-defg-hij/)
  })
  it('obeys nobody but the organizer and those who may write, and says why', async () => {
    say('hanmeimei', '/late 10')
    say('stranger', '/notice buy now')
    assert.deepEqual(await news(DURING), [])
    life.hub.state.members.add('boss')
    say('boss', '/late 5')
    assert.equal((await news(DURING)).length, 5)
  })
  it('finds what is quoted, shown as code, or lacks its minutes to be no command', async () => {
    say('lilei', '> /late 10\nno')
    say('lilei', '```\n/late 10\n```')
    say('lilei', '/late soon')
    assert.deepEqual(await news(DURING), [])
  })

  it('/delegate invites the substitute, whose own answer counts then, and a stranger’s does not', async () => {
    const replies = async (now: string): Promise<string[]> => {
      await life.apply(now)
      const read = await life.world(now).ledger.read('budget')
      return read === undefined || read === 'unknown' ? [] : read.entry.replies.map(({ person, answer, note }) => [person, answer, note].filter((each) => each !== undefined).join(' '))
    }
    say('stranger', '/yes')
    say('boss', 'maybe')
    assert.deepEqual(await replies('2026-11-27T08:00:00Z'), ['boss maybe'])
    // Kept, since the directory knows them; not counted, and not acknowledged, before they are asked.
    assert.deepEqual(life.hub.state.comments.map((each) => each.reactions.length), [0, 0])
    say('hanmeimei', '/delegate @boss')
    assert.deepEqual(await replies('2026-11-27T09:00:00Z'), ['boss maybe', 'han-meimei delegate boss'])
    assert.equal([...life.sent().keys()].filter((name) => name.includes('invitation.1.mail.boss')).length, 1)
    say('boss', '/yes')
    assert.deepEqual(await replies('2026-11-27T10:00:00Z'), ['han-meimei delegate boss', 'boss yes'])
    assert.deepEqual(life.hub.state.comments.map((each) => each.reactions.length), [0, 1, 1, 1])
  })

  describe('that change the file', () => {
    beforeEach(() => {
      life.proposes = true
    })
    const pulls = (): typeof life.hub.state.pulls => life.hub.state.pulls
    const proposed = (at = 0): string => life.hub.state.branches.get(pulls()[at]?.head ?? '')?.get('meetings/budget.md')?.toString('utf8') ?? ''

    it('/cancel opens one pull request with the reason, and merging it cancels the meeting', async () => {
      say('lilei', '/cancel 预算推迟到下个季度')
      for (let turn = 0; turn < 3; turn++) await life.apply('2026-12-02T03:00:00Z')
      assert.deepEqual(pulls().map((each) => [each.title, each.state, each.base]), [['取消会议“第二季度营销预算分配”', 'open', 'main']])
      assert.equal(proposed(), BUDGET.replace('\n---\n\n', '\n状态: 取消\n原因: 预算推迟到下个季度\n---\n\n'))
      assert.match(pulls()[0]?.body ?? '', /#1\b[^]*预算推迟到下个季度[^]*B7/)
      assert.equal(life.hub.state.issue(1)?.state, 'open', 'nothing happens until it is merged')
      life.merge(pulls()[0]?.number ?? 0)
      await life.apply('2026-12-02T04:00:00Z')
      assert.equal(life.hub.state.issue(1)?.state, 'closed')
      assert.equal([...life.sent().keys()].filter((name) => name.startsWith('mails/budget.-.cancellation.')).length, 3)
    })
    it('/reschedule proposes the new start, and one that is no time is told', async () => {
      say('lilei', '/reschedule next week')
      say('lilei', '/改期 2026-12-04 15:00')
      await life.apply('2026-12-02T03:00:00Z')
      assert.deepEqual(pulls().map((each) => each.title), ['会议“第二季度营销预算分配”改到 2026-12-04（周五）15:00'])
      assert.equal(proposed(), BUDGET.replace('2026-12-03 14:00', '2026-12-04 15:00'))
    })
    it('leaves a pull request as people left it: closed without merging, it does not come back', async () => {
      say('lilei', '/cancel x')
      await life.apply('2026-12-02T03:00:00Z')
      Object.assign(pulls()[0] ?? {}, { state: 'closed' })
      await life.apply('2026-12-02T04:00:00Z')
      await life.apply('2026-12-02T05:00:00Z')
      assert.equal(pulls().length, 1)
    })
  })

  it('writes numbers and ticks of action items back by pull request, and keeps a person’s words', async () => {
    life.proposes = true
    for (const moment of STORY.slice(1, 9)) {
      life.lay({ ...moment, replies: {} })
      await life.apply(moment.now)
    }
    await life.apply(HELD.now)
    const { state } = life.hub
    const text = (): string => state.branches.get(state.pulls.at(-1)?.head ?? '')?.get('meetings/budget.md')?.toString('utf8') ?? ''
    assert.equal(state.pulls.length, 1)
    assert.match(text(), /^- \[ \] @han-meimei 录入四个渠道的预算额度 📅 2026-12-10 #3\n- \[ \] @wang-wei 与三家平台签订合同 📅 2026-12-08 #4$/m)
    Object.assign(state.issues.find((each) => each.number === 3) ?? {}, { state: 'closed', updated: Date.parse('2026-12-05T03:00:00Z') })
    await life.apply('2026-12-05T03:00:00Z')
    assert.equal(state.pulls.length, 1, 'the open pull request is brought up to date')
    assert.match(text(), /^- \[x\] @han-meimei 录入四个渠道的预算额度 📅 2026-12-10 #3\n- \[ \] @wang-wei/m)
    life.merge(state.pulls[0]?.number ?? 0)
    await life.apply('2026-12-05T04:00:00Z')
    assert.equal((await life.plan('2026-12-05T04:00:00Z')).plan.effects.length, 0)
    assert.deepEqual([state.pulls.length, state.issues.length], [1, 4])
  })
})
