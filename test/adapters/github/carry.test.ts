import assert from 'node:assert/strict'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { MemoryLife } from '../../support/github/memory-life.ts'
import { CONFIG, decode } from '../../support/process.ts'

const WORDS = {
  en: {
    series: 'id: weekly\ntitle: Weekly meeting on the launch\npurpose: Settle what is in the way of the launch\noutcome: A list of decisions\nstart: 2026-12-03 14:00\nrepeat: weekly on Thursday\nreview: 2027-06-01\nduration: 60m\norganizer: li-lei\nroom: 3A\nrequired: [han-meimei]',
    agenda: '## Agenda\n1. What is in the way (45m)', minutes: '## Minutes', parts: ['### Discussion', '### Decisions', '### Action items'],
    table: 'Enter the amounts of the four channels', contract: 'Sign the contract with both platforms', title: 'Open action items of “Weekly meeting on the launch” in the next meeting', made: /is made from the series’ own/,
  },
  zh: {
    series: '编号: weekly\n主题: 上线问题周会\n目的: 确定上线前要解决的问题\n预期成果: 决定清单\n开始时间: 2026-12-03 14:00\n重复: 每周四\n复审: 2027-06-01\n时长: 60分钟\n组织者: li-lei\n会议室: 3A\n必须参加: [han-meimei]',
    agenda: '## 议程\n1. 上线前的问题（45分钟）', minutes: '## 会议纪要', parts: ['### 讨论要点', '### 决议', '### 行动项'],
    table: '录入四个渠道的预算额度', contract: '与两家平台签订合同', title: '“上线问题周会”未完成的行动项，带到下次会议', made: /按系列文件生成/,
  },
} as const

const FIRST = 'meetings/2026-12-03-weekly.md'
const NEXT = 'meetings/2026-12-10-weekly.md'

for (const [language, words] of Object.entries(WORDS)) {
  describe(`open action items of a series, in ${language} (D4)`, () => {
    const item = (text: string, owner: string, due: string): string => `- [ ] @${owner} ${text} 📅 ${due}`
    const ITEMS = [item(words.table, 'han-meimei', '2026-12-20'), item(words.contract, 'wang-wei', '2026-12-22')]
    const front = (day: string): string => `---\n${words.series.split('\n').filter((line) => !/^(?:repeat|review|重复|复审)/.test(line)).join('\n').replace('weekly', `weekly-${day}`).replace('2026-12-03', day)}\nseries: weekly\noccurrence: ${day} 14:00\n---\n\n${words.agenda}\n`
    const held = (items: readonly string[]): string => `\n${words.minutes}\n${words.parts[0]}\nx\n${words.parts[1]}\nx\n${words.parts[2]}\n${items.join('\n')}\n`
    const at = (when: string): number => Date.parse(`2026-12-${when}:00Z`)
    let life: MemoryLife
    const run = async (when: string, scope: 'all' | 'due' = 'due'): Promise<string[]> => {
      life.hub.now = Math.max(life.hub.now, at(when))
      const { plan, applied } = await life.apply(at(when), scope)
      assert.deepEqual(applied.performed.filter((each) => each.outcome !== 'done').map((each) => [each.effect.key, each.reason]), [])
      return plan.effects.map((each) => each.key.split('/').filter((part) => part !== '1').join('/'))
    }
    const pulls = (): { title: string; head: string; state: string; number: number; body: string }[] => life.hub.state.pulls.map(({ title, head, state, number, body }) => ({ title, head, state, number, body }))
    const carrying = (): ReturnType<typeof pulls>[number] => pulls().find((each) => each.head.endsWith('/carry')) ?? assert.fail(`no pull request carries: ${JSON.stringify(pulls())}`)
    const onBranch = (file: string): string => life.hub.state.branches.get(carrying().head)?.get(file)?.toString('utf8') ?? assert.fail(`no ${file}`)
    const issue = (title: string): { number: number; state: string } => life.hub.state.issues.find((each) => each.title.includes(title)) ?? assert.fail(title)
    const close = (title: string): void => void Object.assign(issue(title), { state: 'closed', updated: life.hub.now })

    beforeEach(async () => {
      life = new MemoryLife(parseConfig(CONFIG).config)
      life.write('meetings/series/weekly.md', `---\n${words.series}\n---\n\n${words.agenda}\n`)
      life.write(FIRST, front('2026-12-03'))
      await run('01T08:00')
    })
    /** The first meeting is held, its items have issues, and what is proposed after it is there. */
    async function hold(items = ITEMS): Promise<void> {
      life.write(FIRST, front('2026-12-03') + held(items))
      await run('03T08:00')
      await run('03T09:00')
    }

    it('are proposed once for the next meeting, whose file is made of the series’ own', async () => {
      await hold()
      assert.equal(carrying().title, words.title)
      assert.match(carrying().body, words.made)
      const text = onBranch(NEXT)
      assert.ok(text.includes(`${ITEMS[0]} #${issue(words.table).number}\n${ITEMS[1]} #${issue(words.contract).number}\n`), text)
      assert.match(text, /weekly-2026-12-10/)
      const before = pulls()
      for (const when of ['03T10:00', '04T08:00']) assert.deepEqual(await run(when, 'all'), [])
      assert.deepEqual(pulls(), before)
    })
    it('are added to the next meeting’s file where it is there, which keeps every other byte', async () => {
      const mine = `${front('2026-12-10')}\nOur own words.\n`.replace(/\n/g, '\r\n')
      life.write(NEXT, mine)
      await run('02T08:00')
      await hold()
      const text = onBranch(NEXT)
      assert.ok(text.startsWith(mine.trimEnd()), text)
      assert.doesNotMatch(text.replaceAll('\r\n', ''), /\n/)
      assert.ok(text.includes(`${ITEMS[0]} #${issue(words.table).number}\r\n${ITEMS[1]} #`), text)
      assert.doesNotMatch(carrying().body, words.made)
    })
    it('that are done are not carried, and what the next file has already is not carried twice', async () => {
      life.write(FIRST, front('2026-12-03') + held(ITEMS))
      await run('03T08:00')
      close(words.contract)
      life.write(NEXT, front('2026-12-10') + held([`${ITEMS[0]} #${issue(words.table).number}`]).replace('\nx\n', '\n\n'))
      await run('03T09:00')
      assert.deepEqual(pulls().filter((each) => each.head.endsWith('/carry')), [])
    })
    it('have one issue, one reminder and one owner’s digest, from the meeting that was held last', async () => {
      await hold([ITEMS[0] ?? '', item(words.contract, 'wang-wei', '2026-12-08')])
      for (const each of pulls()) life.merge(each.number)
      assert.deepEqual((await run('04T08:00')).filter((each) => each.includes('action')), [])
      const opened = life.hub.state.issues.length
      // Until the second is held, the first reminds.
      assert.deepEqual((await run('06T08:00')).filter((each) => each.includes('action')), ['weekly-2026-12-03/2026-12-03T14:00/action-reminder@2-2026-12-08-soon/mail:wang-wei'])
      assert.deepEqual((await run('09T08:00')).filter((each) => each.includes('overdue')), ['~digest/-/overdue@2026-12-07/mail:wang-wei'])
      const text = life.files.get(NEXT) ?? assert.fail()
      life.write(NEXT, words.parts.slice(0, 2).reduce((known: string, part) => known.replace(part, `${part}\nx`), text))
      const after = await run('10T08:00')
      assert.ok(after.some((each) => each.includes('2026-12-10T14:00/minutes/')), after.join('\n'))
      assert.equal(life.hub.state.issues.length, opened)
      assert.deepEqual((await run('18T08:00')).filter((each) => each.includes('action-reminder')), [`weekly-2026-12-10/2026-12-10T14:00/action-reminder@issue-${issue(words.table).number}-2026-12-20-soon/mail:han-meimei`])
      assert.deepEqual((await run('21T08:00', 'all')).filter((each) => each.includes('overdue')).sort(), ['~digest/-/overdue@2026-12-21/mail:han-meimei', '~digest/-/overdue@2026-12-21/mail:wang-wei'])
      const mail = decode([...life.mails].find(([key]) => key.includes('overdue@2026-12-21') && key.includes('wang-wei'))?.[1].toString('utf8') ?? '')
      assert.equal(mail.split(/Content-Type: text\/html/)[0]?.split(words.contract).length, 2, mail)
    })
    it('ticked in the next meeting, are closed and ticked in the one before; closed as issues, are ticked in both', async () => {
      await hold()
      for (const each of pulls()) life.merge(each.number)
      await run('04T08:00')
      const number = issue(words.table).number
      const text = life.files.get(NEXT) ?? assert.fail()
      life.write(NEXT, words.parts.slice(0, 2).reduce((known: string, part) => known.replace(part, `${part}\nx`), text).replace(ITEMS[0] ?? '', (ITEMS[0] ?? '').replace('[ ]', '[x]')))
      await run('10T08:00')
      assert.equal(issue(words.table).state, 'closed')
      await run('10T09:00')
      close(words.contract)
      await run('11T09:00')
      await run('11T10:00')
      for (const each of pulls()) if (each.state === 'open') life.merge(each.number)
      for (const file of [FIRST, NEXT]) assert.equal((life.files.get(file) ?? '').split('- [x]').length - 1, 2, `${file}\n${life.files.get(file)}\n${JSON.stringify(pulls(), undefined, 1)}`)
      assert.match(life.files.get(NEXT) ?? '', new RegExp(`\\[x\\] .* #${number}\n`))
      await run('12T08:00')
      assert.deepEqual(await run('12T09:00', 'all'), [])
    })
    it('carried by hand before their numbers were written, open no second issue', async () => {
      life.write(FIRST, front('2026-12-03') + held(ITEMS))
      await run('03T08:00')
      const opened = life.hub.state.issues.length
      life.write(NEXT, front('2026-12-10') + held(ITEMS))
      await run('03T09:00')
      await run('10T08:00')
      await run('10T09:00')
      // The second meeting's invitation and nothing else.
      assert.equal(life.hub.state.issues.length, opened + 1, life.hub.state.issues.map((each) => each.title).join('\n'))
    })
  })
}
