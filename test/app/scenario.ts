import type { Moment } from '../support/moments.ts'

export const CONFIG = `timezone: Asia/Shanghai
namespace: 6f1c0c2e-5b0e-4f3d-9a58-3b0e4b1f7c21
people:
  li-lei: { name: 李雷, github: lilei, email: li.lei@example.org, phone: "+86 10 5555 0101", feishu: ou_li, language: zh }
  han-meimei: { name: 韩梅梅, github: hanmeimei, email: han@example.org, phone: "+86 10 5555 0102", feishu: ou_han, language: zh }
  wang-wei: { name: 王伟, email: wang@example.org, phone: "+86 10 5555 0103", feishu: ou_wang }
  tom: { name: Tom Becker, email: tom@example.org, timezone: Europe/Berlin, feishu: ou_tom, language: en }
rooms:
  3A: { name: 3A, capacity: 9, directions: 三楼, sign_in: 前台 }
channels:
  mail: { secret: SMTP, from: meetings@example.org }
  feishu: { secret: HOOK }
policy:
  channels: { normal: { normal: [mail, feishu], urgent: [mail, feishu] }, high: { normal: [mail, feishu], urgent: [mail, feishu] } }
  fallback: { mail: feishu, feishu: phone }
`

export const BUDGET = `---
编号: budget
主题: 第二季度营销预算分配
目的: 确定 120 万元预算在四个渠道之间的分配
预期成果: 签字的预算分配表
开始时间: 2026-12-03 14:00
时长: 60分钟
组织者: li-lei
会议室: 3A
必须参加: [han-meimei, tom]
可选参加:
  - wang-wei: 提供销售数据
回复截止: 2026-12-02 12:00
---

## 议程
1. 四个渠道的分配（45分钟，@li-lei）
`

const MINUTES = `
## 会议纪要
### 出席情况
- [x] @li-lei
- [x] @han-meimei
- [ ] @tom（会后看纪要）
### 讨论要点
搜索广告的新客成本最低。
### 决议
- D1：按 45、35、15、25 分配。
### 行动项
- [ ] @han-meimei 录入四个渠道的预算额度 📅 2026-12-10
- [ ] @wang-wei 与三家平台签订合同 📅 2026-12-08
`

export const ROTA = `---
id: rota
title: New year rota of the support team
purpose: Settle who is on duty on the three days of new year
outcome: A rota of six shifts
start: 2026-12-04 10:00
duration: 45m
organizer: han-meimei
link: https://zoom.us/j/1
required: [wang-wei]
rsvp_by: 2026-12-03 10:00
---

## Agenda
1. Six shifts (40m)
`

const BUDGET_IN_ENGLISH = `---
id: budget
title: Split of the marketing budget for the second quarter
purpose: Settle how 1.2 million are split over four channels
outcome: A signed table of the split
start: 2026-12-03 14:00
duration: 60m
organizer: li-lei
room: 3A
required: [han-meimei, tom]
optional:
  - wang-wei: gives the sales figures
rsvp_by: 2026-12-02 12:00
---

## Agenda
1. Split over four channels (45m, @li-lei)
`

const MINUTES_IN_ENGLISH = `
## Minutes
### Attendance
- [x] @li-lei
- [x] @han-meimei
- [ ] @tom (reads the minutes)
### Discussion
Search advertising wins new customers at the lowest cost.
### Decisions
- D1: 45, 35, 15 and 25.
### Action items
- [ ] @han-meimei Enter the amounts of the four channels 📅 2026-12-10
- [ ] @wang-wei Sign the contracts with three platforms 📅 2026-12-08
`

/** The moment of the last reminder. */
export const LAST = '2026-12-03T05:30:00Z'

/** Every step of the process: invitation, replies, chase, change, reminders, minutes wanted, minutes, actions, cancellation, overdue. */
export const STORY = tell(BUDGET, MINUTES, '录入四个渠道的预算额度')
export const STORY_IN_ENGLISH = tell(BUDGET_IN_ENGLISH, MINUTES_IN_ENGLISH, 'Enter the amounts of the four channels')

function tell(budget: string, minutes: string, done: string): readonly Moment[] {
  const moved = budget.replace('2026-12-03 14:00', '2026-12-03 15:00')
  return [
    { now: '2026-11-26T02:00:00Z', files: { 'meetings/budget.md': budget, 'meetings/rota.md': ROTA } },
    { now: '2026-11-27T08:00:00Z', replies: { budget: 'han-meimei 参加\n' } },
    { now: '2026-12-01T08:00:00Z', files: { 'meetings/budget.md': moved } },
    { now: '2026-12-02T05:00:00Z' },
    { now: '2026-12-02T08:00:00Z', replies: { budget: 'han-meimei 参加\ntom yes\n' } },
    { now: '2026-12-03T02:30:00Z', files: { 'meetings/rota.md': ROTA.replace('start:', 'status: cancelled\nreason: settled by mail\nstart:') } },
    { now: LAST },
    { now: '2026-12-03T10:10:00Z' },
    { now: '2026-12-03T10:40:00Z', files: { 'meetings/budget.md': moved + minutes } },
    { now: '2026-12-06T03:00:00Z' },
    { now: '2026-12-08T03:00:00Z' },
    { now: '2026-12-09T03:00:00Z', close: [done] },
    { now: '2026-12-16T03:00:00Z' },
  ]
}

const WEEKLY = `主题: 上线问题周会
目的: 确定上线前要解决的三个问题由谁解决
预期成果: 三个问题各有负责人和日期
时长: 30分钟
组织者: li-lei
会议室: 3A
必须参加: [han-meimei]
`
const WEEKLY_MINUTES = `
## 会议纪要
### 讨论要点
支付接口还没有验收。
### 决议
- D1：先验收支付接口。
### 行动项
- [ ] @han-meimei 完成支付接口的验收测试 📅 2027-01-05
`
const FIRST_WEEKLY = `---
编号: weekly-2026-12-18
系列: weekly
原定时间: 2026-12-18 10:00
开始时间: 2026-12-18 10:00
${WEEKLY}---

## 议程
1. 支付接口（20分钟）
`

/** A meeting of a series, held; its open item is carried into the next one by a pull request (D4). */
export const SERIES_STORY: readonly Moment[] = [
  { now: '2026-12-17T02:00:00Z', files: { 'meetings/series/weekly.md': `---\n编号: weekly\n开始时间: 2026-12-18 10:00\n重复: 每周五\n复审: 2027-06-01\n${WEEKLY}---\n\n## 议程\n1. 支付接口（20分钟）\n`, 'meetings/weekly.md': FIRST_WEEKLY } },
  { now: '2026-12-18T03:00:00Z', files: { 'meetings/weekly.md': FIRST_WEEKLY + WEEKLY_MINUTES } },
  { now: '2026-12-18T03:10:00Z' },
]
