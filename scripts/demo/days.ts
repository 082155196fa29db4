import type { World } from './world.ts'

/** One moment of the story: what people did before it, and the time at which Convoke then runs. */
export interface Day {
  /** When `convoke apply` runs, an ISO instant. */
  readonly now: string
  readonly title: { readonly en: string; readonly zh: string }
  /** What people did since the last moment; each act is told on the page. */
  readonly acts?: (world: World) => void
}

const LATENCY = 'meetings/2026-12-01-search-latency.md'
const BUDGET = 'meetings/2026-12-03-q2-budget.md'
const CONTRACT = 'meetings/2026-12-09-payment-contract.md'
const ROTA = 'meetings/2026-12-11-holiday-rota.md'

/** Four weeks of a team, moment by moment. */
export const DAYS: readonly Day[] = [
  {
    now: '2026-11-24T08:30:00Z',
    title: { en: 'Four meetings are merged', zh: '四场会议合并入库' },
  },
  {
    now: '2026-11-25T09:00:00Z',
    title: { en: 'The first replies', zh: '第一批回复' },
    acts: (world) => {
      world.reply('2026-12-01-search-latency', 'emma-clarke yes')
      world.reply('2026-12-03-q2-budget', 'han-meimei 参加')
      world.reply('2026-12-03-q2-budget', 'zhao-min 待定 当天可能在客户现场')
      world.reply('2026-12-09-payment-contract', 'priya-nair yes')
    },
  },
  {
    now: '2026-11-26T09:00:00Z',
    title: { en: 'The series makes its next meeting', zh: '例会生成下一场' },
    acts: (world) => {
      world.nextOccurrence('meetings/series/platform-weekly.md')
    },
  },
  {
    now: '2026-11-30T11:30:00Z',
    title: { en: 'The reply deadline of the latency meeting has passed', zh: '搜索延迟会议的回复期限已过' },
  },
  {
    now: '2026-12-01T07:15:00Z',
    title: { en: 'Two hours before the latency meeting', zh: '搜索延迟会议前两小时' },
    acts: (world) => {
      world.reply('2026-12-01-search-latency', 'ana-ruiz yes')
    },
  },
  {
    now: '2026-12-01T12:10:00Z',
    title: { en: 'Two hours after it: no minutes yet', zh: '会后两小时：还没有纪要' },
  },
  {
    now: '2026-12-01T14:20:00Z',
    title: { en: 'Four hours after it: the minutes are late', zh: '会后四小时：纪要已逾期' },
  },
  {
    now: '2026-12-01T15:30:00Z',
    title: { en: 'The minutes are merged', zh: '纪要合并入库' },
    acts: (world) => {
      world.write(LATENCY, '### Attendance\n', `### Attendance
- [x] @tom-becker
- [x] @emma-clarke
- [x] @ana-ruiz
`)
      world.write(LATENCY, '### Discussion\n', `### Discussion
A rollback costs two days and loses the new ranking. Two more index nodes cost 310 euros a month and halve the latency in the load test.
`)
      world.write(LATENCY, '### Decisions\n', `### Decisions
- D1: Release 5.2 stays; two index nodes are added by 4 December.
`)
      world.write(LATENCY, '### Action items\n', `### Action items
- [ ] @ana-ruiz Add two index nodes to the production cluster 📅 2026-12-04
- [ ] @emma-clarke Publish the decision record for release 5.2 📅 2026-12-08
`)
    },
  },
  {
    now: '2026-12-02T01:30:00Z',
    title: { en: 'The budget meeting is moved by an hour and gets another backup link', zh: '预算会议推迟一小时，并更换备用链接' },
    acts: (world) => {
      world.write(BUDGET, '开始时间: 2026-12-03 14:00', '开始时间: 2026-12-03 15:00')
      world.write(BUDGET, 'https://vc.feishu.cn/j/000000301', 'https://vc.feishu.cn/j/000000302')
    },
  },
  {
    now: '2026-12-02T05:00:00Z',
    title: { en: 'One required person has not replied about the budget', zh: '预算会议还有一位必须参加的人没有回复' },
  },
  {
    now: '2026-12-02T07:30:00Z',
    title: { en: 'One day before the budget meeting', zh: '预算会议前一天' },
    acts: (world) => {
      world.reply('2026-12-03-q2-budget', 'wang-wei 参加')
    },
  },
  {
    now: '2026-12-03T05:10:00Z',
    title: { en: 'Two hours before the budget meeting', zh: '预算会议前两小时' },
  },
  {
    now: '2026-12-03T10:20:00Z',
    title: { en: 'Its minutes are merged within two hours', zh: '会后两小时内纪要合并入库' },
    acts: (world) => {
      world.write(BUDGET, '### 出席情况\n', `### 出席情况
- [x] @li-lei
- [x] @han-meimei
- [x] @wang-wei
- [ ] @zhao-min（会后看纪要）
`)
      world.write(BUDGET, '### 讨论要点\n', `### 讨论要点
搜索广告的新客成本最低，短视频的复购率最高。线下活动一季度只带来 310 个新客。
`)
      world.write(BUDGET, '### 决议\n', `### 决议
- D1：120 万元按搜索 45 万、短视频 35 万、邮件 15 万、线下 25 万分配。
`)
      world.write(BUDGET, '### 行动项\n', `### 行动项
- [ ] @han-meimei 在财务系统录入四个渠道的预算额度 📅 2026-12-07
- [ ] @wang-wei 与三家搜索平台签订框架合同 📅 2026-12-14
`)
    },
  },
  {
    now: '2026-12-07T03:00:00Z',
    title: { en: 'An action item is due today', zh: '一个行动项今天到期' },
    acts: (world) => {
      world.closeIssue('Add two index nodes')
    },
  },
  {
    now: '2026-12-09T02:00:00Z',
    title: { en: 'The rota meeting is called off', zh: '值班表会议取消' },
    acts: (world) => {
      world.write(ROTA, '组织者: wang-wei', '状态: 取消\n原因: 元旦值班改由行政部统一安排\n组织者: wang-wei')
    },
  },
  {
    now: '2026-12-09T09:30:00Z',
    title: { en: 'The contract meeting has ended and its minutes are merged', zh: '合同会议结束，纪要合并入库' },
    acts: (world) => {
      world.append(CONTRACT, `
## Minutes

### Attendance
- [x] @han-meimei
- [x] @wang-wei
- [ ] @priya-nair (talk on 10 December)

### Discussion
The fee was offered at 0.55 % from 40,000 transactions a month.

### Decisions
- D1: The notice period is three months.

### Action items
- [ ] @wang-wei Send the marked-up contract to Nair Payments 📅 2026-12-11
`)
    },
  },
  {
    now: '2026-12-15T03:00:00Z',
    title: { en: 'What is overdue goes to its owners, once a week', zh: '逾期事项每周汇总给负责人' },
    acts: (world) => {
      world.closeIssue('在财务系统录入四个渠道的预算额度')
      world.closeIssue('Publish the decision record')
    },
  },
  {
    now: '2026-12-16T03:00:00Z',
    title: { en: 'The last items are closed: nothing is left to do', zh: '最后的事项关闭，再无待办' },
    acts: (world) => {
      world.closeIssue('与三家搜索平台签订框架合同')
      world.closeIssue('Send the marked-up contract')
    },
  },
]
