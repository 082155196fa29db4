import assert from 'node:assert/strict'
import { applyRun } from '../../../src/app/run.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { BUDGET, CONFIG, STORY } from '../../app/scenario.ts'
import { BOT, GitHubLife } from '../../support/github/life.ts'
import { ledgerText } from '../../support/github/state.ts'

describe('a repository on GitHub', function () {
  this.timeout(60_000)
  let life: GitHubLife
  beforeEach(async () => {
    life = new GitHubLife(CONFIG)
    life.hub.state.assignable.add('lilei').add('hanmeimei')
    await life.start()
  })
  afterEach(async () => {
    await life.stop()
    assert.deepEqual(life.hub.violations, [], 'what GitHub’s description does not allow')
  })

  async function tell(moments = STORY): Promise<void> {
    for (const moment of moments) {
      life.lay(moment)
      const { applied, faults } = await life.apply(moment.now)
      assert.deepEqual([applied.performed.filter((each) => each.outcome !== 'done').map((each) => [each.effect.key, each.reason]), faults], [[], []], moment.now)
      const again = await life.plan(moment.now)
      assert.deepEqual(again.plan.effects.map((each) => each.key), [], `a second run at ${moment.now}`)
    }
  }

  it('carries the whole story: invitation, answers, change, chase, reminder, minutes, action items, overdue, cancellation', async () => {
    await tell()
    const { issues, comments } = life.hub.state
    assert.deepEqual(issues.map(({ title, state, assignees, parent }) => [title.replace(/\s+/g, ' '), state, assignees.join(), parent]), [
      ['会议邀请：第二季度营销预算分配，2026-12-03（周四）15:00', 'open', 'lilei', undefined],
      ['Invitation: New year rota of the support team, Fri 2026-12-04 10:00', 'closed', 'hanmeimei', undefined],
      ['录入四个渠道的预算额度', 'closed', 'hanmeimei', 1],
      ['与三家平台签订合同', 'open', '', 1],
    ])
    const steps = (issue: number): string[] => comments.filter((each) => each.issue === issue && each.login === BOT).map((each) => /key=\S+?\/-\/([\w-]+)/.exec(each.body)?.[1] ?? '')
    assert.deepEqual(steps(1), ['change', 'minutes'])
    assert.deepEqual(steps(2), ['cancellation'])
  })
  it('shows whoever answered that it was read, and takes the organizer’s word for somebody without a login', async () => {
    await tell(STORY.slice(0, 5))
    const said = life.hub.state.comments.filter((each) => each.login !== BOT)
    assert.deepEqual(said.map((each) => [each.login, each.body]), [['hanmeimei', '/参加'], ['lilei', '/yes @tom']])
    assert.ok(said.every((each) => each.reactions.length === 1 && each.reactions[0]?.content === '+1' && each.reactions[0].login === BOT))
    const entry = await life.world('2026-12-02T08:00:00Z').ledger.read('budget')
    assert.ok(entry !== undefined && entry !== 'unknown')
    assert.deepEqual(entry.entry.replies.map((each) => [each.person, each.answer, each.by]), [['han-meimei', 'yes', undefined], ['tom', 'yes', 'li-lei']])
  })
  it('takes no word of strangers, of bots, or for somebody else', async () => {
    await tell(STORY.slice(0, 1))
    for (const [login, body] of [['stranger', '/no'], ['hanmeimei', '/no @li-lei'], ['helper[bot]', '/no'], [BOT, '/no @han-meimei']] as const) life.hub.state.say(1, login, body)
    await life.apply('2026-11-27T08:00:00Z')
    const entry = await life.world('2026-11-27T08:00:00Z').ledger.read('budget')
    assert.ok(entry !== undefined && entry !== 'unknown')
    assert.deepEqual(entry.entry.replies, [])
  })
  it('takes a thumb on the invitation for an answer, takes it back with the thumb, and words for more than it', async () => {
    await tell(STORY.slice(0, 1))
    const thumbs = life.hub.state.issue(1)?.reactions ?? assert.fail()
    thumbs.push({ content: '+1', login: 'hanmeimei' }, { content: '-1', login: 'stranger' })
    const answers = async (now: string): Promise<unknown> => {
      await life.apply(now)
      const entry = await life.world(now).ledger.read('budget')
      return entry === undefined || entry === 'unknown' ? entry : entry.entry.replies.map((each) => [each.person, each.answer])
    }
    assert.deepEqual(await answers('2026-11-27T08:00:00Z'), [['han-meimei', 'yes']])
    thumbs.splice(0, 2, { content: '-1', login: 'hanmeimei' })
    assert.deepEqual(await answers('2026-11-27T09:00:00Z'), [['han-meimei', 'no']])
    life.hub.state.say(1, 'hanmeimei', '/maybe')
    assert.deepEqual(await answers('2026-11-27T10:00:00Z'), [['han-meimei', 'maybe']])
    thumbs.length = 0
    assert.deepEqual(await answers('2026-11-27T11:00:00Z'), [['han-meimei', 'maybe']])
  })
  it('leaves alone what a person wrote around the managed part, and the title that a person gave', async () => {
    await tell(STORY.slice(0, 1))
    const issue = life.hub.state.issue(1)
    assert.ok(issue !== undefined)
    issue.body = `Bring your badge.\n\n${issue.body}\n\nThe lift is broken.`
    issue.title = 'Our budget'
    life.lay(STORY[2] ?? assert.fail())
    await life.apply(STORY[2]?.now ?? '')
    assert.match(issue.body, /^Bring your badge\.\n[^]*15:00[^]*The lift is broken\.\s*$/)
    assert.equal(issue.title, 'Our budget')
  })
  it('shortens a title that is longer than GitHub takes, and lets it follow a change', async () => {
    const long = (title: string): string => BUDGET.replace('第二季度营销预算分配', title.repeat(100))
    life.write('meetings/budget.md', long('预算分配'))
    await life.apply('2026-11-26T08:00:00Z')
    const [issue] = life.hub.state.issues
    assert.match(issue?.title ?? '', /^会议邀请：(?:预算分配)+预?算?分?…$/)
    life.write('meetings/budget.md', long('预算编制').replace('14:00', '15:00'))
    const { applied } = await life.apply('2026-11-27T08:00:00Z')
    assert.deepEqual(applied.performed.filter((each) => each.outcome !== 'done'), [])
    assert.match(issue?.title ?? '', /^会议邀请：(?:预算编制)+/)
  })
  it('believes markers of its own identity only', async () => {
    life.hub.state.issues.push({ id: 1, number: 1, title: 'forged', body: '<!-- convoke key=budget/-/invitation/1/issue -->', login: 'mallory', state: 'open', labels: [], assignees: [], created: life.hub.now, updated: life.hub.now })
    await tell(STORY.slice(0, 1))
    assert.equal(life.hub.state.issues[0]?.title, 'forged')
    assert.match(life.hub.state.issues[1]?.title ?? '', /预算/)
    assert.equal(life.hub.state.issues[0]?.state, 'open')
  })
  it('names the issue above in the text where there are no sub-issues', async () => {
    life.hub.state.subIssues = false
    await tell()
    const action = life.hub.state.issues.find((each) => each.title.startsWith('录入'))
    assert.equal(action?.parent, undefined)
    assert.match(action?.body ?? '', /#1\b/)
  })
  it('assigns whom GitHub takes, and opens the issue all the same where it takes nobody', async () => {
    life.hub.state.assignable.clear()
    life.lay(STORY[0] ?? assert.fail())
    await life.apply(STORY[0]?.now ?? '')
    assert.deepEqual(life.hub.state.issues.map((each) => each.assignees), [[], []])
  })
  it('keeps addresses and numbers out of issues, comments and the ledger', async () => {
    await tell()
    const { issues, comments, branches } = life.hub.state
    const ledger = [...branches.get('convoke-ledger')?.values() ?? []].map(ledgerText)
    assert.ok(ledger.length > 2)
    for (const text of [...issues.map((each) => each.body + each.title), ...comments.map((each) => each.body), ...ledger]) assert.doesNotMatch(text, /example\.org|5555|secret-token/)
  })

  describe('in what it costs', () => {
    const config = parseConfig(CONFIG).config

    /** The calls of one run that looks only at what there is to look at; `changed`: files that differ from the last run's commit. */
    async function calls(now: string, changed: readonly string[]): Promise<string[]> {
      const before = life.hub.calls.length
      await applyRun({ world: { ...life.world(now), history: { lastCommits: () => Promise.resolve(new Map()), changedSince: (commit) => Promise.resolve({ commit: changed.join(), ...(commit === undefined ? {} : { paths: changed }) }) } }, config, now: Date.parse(now), scope: 'due' })
      return life.hub.calls.slice(before).map((each) => `${each.method} ${each.path.replace('/repos/team/meetings', '')}`)
    }
    /** A repository of so many meetings that were announced before. */
    async function repository(meetings: number): Promise<void> {
      for (let at = 0; at < meetings; at++) life.write(`meetings/m${at}.md`, BUDGET.replace('编号: budget', `编号: m${at}`).replace('2026-12-03', '2027-03-03').replace('2026-12-02', '2027-03-02'))
      await calls('2026-11-26T02:00:00Z', [])
    }

    for (const meetings of [1, 25]) {
      it(`is 4 calls at most for a run with nothing to do, with ${meetings} announced meetings`, async () => {
        await repository(meetings)
        const made = await calls('2026-11-26T03:00:00Z', [])
        assert.ok(made.length <= 4, made.join('\n'))
      })
      it(`is 12 calls at most for one new meeting beside ${meetings} others`, async () => {
        await repository(meetings)
        life.write('meetings/new.md', BUDGET.replace('编号: budget', '编号: new'))
        const made = await calls('2026-11-26T03:00:00Z', ['meetings/new.md'])
        assert.ok(made.length <= 12, made.join('\n'))
        assert.equal(made.filter((each) => /^PUT \/contents\/meetings/.test(each)).length, 2, made.join('\n'))
      })
    }
  })
})
