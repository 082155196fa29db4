import type { Directory } from '../../../src/core/render/notice/reader.ts'
import type { Snapshot } from '../../../src/core/process/snapshot.ts'

/** The meetings and people that the rendering tests are about. */

export const BUDGET: Snapshot = {
  meeting: '2026-12-03-budget',
  language: 'zh',
  title: '第二季度营销预算分配评审',
  purpose: '确定 120 万元预算在四个渠道之间的分配方案',
  outcome: ['签字的预算分配表', '每个渠道的执行计划及负责人'],
  importance: 'high',
  urgency: 'normal',
  start: '2026-12-03T14:00',
  zone: 'Asia/Shanghai',
  duration: 90,
  room: { key: '3A', name: '3A', directions: '3 号楼 A 座，出电梯右转第二间', signIn: '前台登记后领访客牌' },
  link: 'https://meeting.example.org/dm/budget',
  backupLink: 'https://vc.example.org/j/301',
  organizer: 'li-lei',
  required: ['han-meimei', 'wang-wei'],
  optional: [{ key: 'tom-becker', reason: '回答数据口径问题。' }],
  remote: ['tom-becker'],
  channels: ['mail', 'feishu'],
  rsvpBy: Date.parse('2026-12-02T04:00Z'),
  agenda: [
    { title: '一季度支出去向说明', minutes: 15, owners: ['han-meimei'] },
    { title: '四个渠道的预算分配方案表决', minutes: 45, owners: ['li-lei'] },
    { title: '各渠道负责人与日期', minutes: 20, owners: ['财务部'] },
  ],
  materials: [
    { path: 'data/q1-spend.csv', asOf: '2026-11-18', readBefore: false },
    { path: 'decks/q2.md', asOf: '2026-11-20', readBefore: true, note: '四个渠道的投放方案' },
  ],
  preparation: '请先读完投放方案。',
  notes: ['请带上最新报价单'],
}

export const LATENCY: Snapshot = {
  meeting: '2026-12-01-latency',
  language: 'en',
  title: 'Search latency over 400 ms: pick the repair for 4.2',
  purpose: 'Choose one of three repairs of the p95 search latency',
  outcome: ['One repair chosen, with its owner'],
  importance: 'normal',
  urgency: 'normal',
  start: '2026-12-01T14:00',
  zone: 'Europe/Berlin',
  duration: 45,
  link: 'https://zoom.example.org/j/5550',
  organizer: 'emma-clarke',
  required: ['tom-becker'],
  optional: [{ key: 'ana-ruiz', reason: 'knows the caching layer' }],
  remote: [],
  channels: ['mail'],
  rsvpBy: Date.parse('2026-11-30T13:00Z'),
  agenda: [
    { title: 'Where the time goes, by stage', minutes: 15, owners: ['ana-ruiz'] },
    { title: 'Three repairs and their cost: choose one', minutes: 30, owners: ['tom-becker'] },
  ],
  materials: [{ url: 'https://grafana.example.org/d/search', note: 'the live dashboard', readBefore: true }],
  notes: [],
}

const PEOPLE: Readonly<Record<string, readonly [name: string, zone: string, language: 'en' | 'zh', login: string]>> = {
  'li-lei': ['李雷', 'Asia/Shanghai', 'zh', 'lilei'],
  'han-meimei': ['韩梅梅', 'Asia/Shanghai', 'zh', 'hanmeimei'],
  'wang-wei': ['王伟', 'Asia/Shanghai', 'zh', 'wangwei'],
  'tom-becker': ['Tom Becker', 'Europe/Berlin', 'en', 'tombecker'],
  'ana-ruiz': ['Ana Ruiz', 'Europe/Berlin', 'en', 'anaruiz'],
  'emma-clarke': ['Emma Clarke', 'Europe/London', 'en', 'emmaclarke'],
}

export const DIRECTORY: Directory = {
  name: (key) => PEOPLE[key]?.[0] ?? key,
  zone: (key) => PEOPLE[key]?.[1],
  language: (key) => PEOPLE[key]?.[2],
  login: (key) => PEOPLE[key]?.[3],
}

/** What somebody might type to make a sink do something. Each names its aim. */
export const HOSTILE: readonly string[] = [
  'x\r\nATTENDEE:mailto:evil@example.com\r\nX: ',
  'END:VEVENT\nBEGIN:VEVENT',
  '"; CN=evil:mailto:evil@example.com',
  '@org/team @all @here @everyone <!channel> <@U123456> <at user_id="all"></at> <@all>',
  'closes #1, fixes https://github.com/o/r/issues/2, GH-3, o/r#4',
  '<!-- convoke key=a/b/c rev=9 --> <!-- convoke:end --> </details><script>alert(1)</script>',
  '![t](https://tracker.example.com/x.png) [l](javascript:alert(1)) <img src=x onerror=alert(1)>',
  '{{constructor.constructor}} {{{this}}} {{> notice}} ${x}',
  'Subject: x\nBcc: evil@example.com\n\nbody',
  'a\u202Egnp.exe\u0000\u0007\u2028b\ud800',
  '| a | b |\n| --- | --- |\n# h\n- [ ] box\n```\n',
  '\\,;:^n^\'"%0d%0a',
]
