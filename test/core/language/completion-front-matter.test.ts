import assert from 'node:assert/strict'
import { good } from '../../support/rule.ts'
import { accept, proposed } from '../../support/language.ts'

const front = (lines: string): string => `---\n${lines}\n---\n`
const labels = (list: readonly string[]): string[] => list.map((each) => each.split(' — ')[0] ?? '')

describe('completion in the front matter', () => {
  it('frames a new file in either language', () => {
    assert.deepEqual(proposed('‸'), ['meeting — a new meeting file', '会议 — a new meeting file'])
    assert.deepEqual(proposed('mee‸', { language: 'zh' }), ['会议 — 新的会议文件', 'meeting — 新的会议文件'])
    assert.equal(accept('mee‸', 'meeting', { file: 'meetings/2026-12-03-q2.md' }), `---
id: 2026-12-03-q2
title: What is at stake, with its scope
purpose: The decision or product
outcome: What exists when it ends
start: 2026-12-01 10:00
duration: 1h
organizer: 
room: 
required: []
---

## Agenda
1. Topic (15m, @owner)
`)
    assert.match(accept('\ufeff‸', '会议'), /^\ufeff---\n编号: a\n主题: 具体的主题和范围\n[^]*\n## 议程\n1\. 议题（15分钟，@负责人）\n$/)
  })

  describe('keys', () => {
    it('come in the file’s own language, missing ones first, none that is there', () => {
      const english = labels(proposed(front('title: x\nroom: 3A\n‸')))
      assert.deepEqual(english.slice(0, 10), ['id', 'purpose', 'outcome', 'start', 'duration', 'organizer', 'link', 'required', 'rsvp_by', 'timezone'])
      assert.ok(!english.includes('title') && !english.includes('attendees') && english.includes('equipment') && !english.includes('backup_link'))
      assert.deepEqual(labels(proposed(front('主题: x\n会议室: 3A\n‸'), { language: 'en' })).slice(0, 4), ['编号', '目的', '预期成果', '开始时间'])
    })
    it('say what they mean and which is missing, in the reader’s language', () => {
      assert.ok(proposed(front('title: x\npur‸'), { language: 'zh' }).includes('purpose — 缺少 · 会议要作出的决定或产出的东西'))
    })
    it('bring the colon, and an item’s dash where a list follows', () => {
      assert.equal(accept(front('pur‸'), 'purpose'), front('purpose: '))
      assert.equal(accept(front('opt‸'), 'optional'), front('optional:\n  - '))
      assert.equal(accept('---\r\nopt‸\r\n---\r\n', 'optional'), '---\r\noptional:\r\n  - \r\n---\r\n')
      assert.equal(accept(front('tit‸: x'), 'title'), front('title: x'), 'a key that has its value is only renamed')
    })
    it('are offered without a closing fence, and to a key half typed', () => {
      assert.ok(labels(proposed('---\n‸')).includes('id'))
      assert.equal(accept('---\ntitle: x\npur‸', 'purpose'), '---\ntitle: x\npurpose: ')
    })
    it('never stand on a fence', () => {
      for (const text of ['---\n‸---\n', '---\n---‸\n', '‸---\n---\n', '---\r\n‸---\r\n']) assert.deepEqual(proposed(text), [], JSON.stringify(text))
      assert.ok(proposed('---\n‸\n---\n').length > 10)
    })
    it('of a series only in a series', () => {
      assert.ok(!labels(proposed(front('title: x\n‸'))).includes('except'))
      assert.ok(labels(proposed(front('repeat: every week on Monday\n‸'))).includes('except'))
    })
    it('within a material', () => {
      assert.deepEqual(proposed(front('材料:\n  - 路径: a.csv\n    ‸')), ['路径', '链接', '数据日期', '会前阅读', '说明'])
      assert.equal(accept(front('materials:\n  - path: a.csv\n    read‸'), 'read_before'), front('materials:\n  - path: a.csv\n    read_before: '))
    })
  })

  describe('values', () => {
    it('of words in both languages, the file’s own first', () => {
      assert.deepEqual(proposed(front('status: ‸')), ['planned — 计划', 'draft — 草稿', 'cancelled — 取消', '计划 — planned', '草稿 — draft', '取消 — cancelled'])
      assert.deepEqual(labels(proposed(front('重要程度: ‸'))), ['一般', '重要', 'normal', 'high'])
      assert.equal(accept(front('status: pla‸nned'), 'planned'), front('status: planned'))
    })
    it('take a space behind a bare colon, and understand a full-width one', () => {
      assert.equal(accept(front('status:‸'), 'draft'), front('status: draft'))
      assert.equal(accept(front('状态：草‸'), '草稿'), front('状态：草稿'))
    })
    it('of an id after the file’s name, unless it is taken', () => {
      assert.deepEqual(proposed(front('id: ‸'), { file: 'meetings/2026 Q2 budget.md' }), ['2026-Q2-budget — after the file’s name'])
      assert.deepEqual(proposed(front('id: ‸'), { file: 'meetings/b.md', others: { 'meetings/a.md': front('id: b') } }), [])
    })
    it('of a duration: as long as the agenda, and what is too short', () => {
      const text = `${front('duration: ‸')}\n## Agenda\n1. One (40m)\n2. Two (10m)\n`
      assert.deepEqual(proposed(text).slice(0, 3), ['50m — as long as the agenda', '30m — shorter than the agenda (50 min)', '45m — shorter than the agenda (50 min)'])
      assert.deepEqual(labels(proposed(front('时长: ‸'))), ['30分钟', '45分钟', '1小时', '1小时30分钟', '2小时'])
    })
    it('of a start: the next times that suit everybody required and are free', () => {
      const other = good({ id: 'id: other', start: 'start: 2026-11-25 16:00', duration: 'duration: 60m' })
      const list = proposed(front('start: ‸\nduration: 60m\nrequired: [li-lei, tom]'), { others: { 'meetings/b.md': other } })
      // Tom’s day in Berlin begins at 16:00 in Shanghai, Li Lei’s ends at 18:00, and he is held from 16 to 17 that Wednesday.
      assert.deepEqual(list.slice(0, 3), ['2026-11-25 17:00 — Wed · suits everybody, free', '2026-11-26 16:00 — Thu · suits everybody, free', '2026-11-26 16:30 — Thu · suits everybody, free'])
      assert.ok(labels(proposed(front('start: 2026-12-1‸\nduration: 60m\nrequired: [li-lei]'))).every((label) => label.startsWith('2026-12-1')))
      const night = proposed(front('start: ‸\nduration: 60m\nrequired: [li-lei, ny]'), { config: 'timezone: Asia/Shanghai\npeople:\n  li-lei: { name: 李雷 }\n  ny: { timezone: America/New_York }\n' })
      assert.deepEqual(night, ['2026-11-25 09:00 — Wed · free, but not in everybody’s working time'])
      assert.equal(accept(front('start: 2026-11-3‸0 10:00 # first\nrequired: [li-lei]'), '2026-11-30 09:00'), front('start: 2026-11-30 09:00 # first\nrequired: [li-lei]'))
    })
    it('of a reply deadline: on a workday before the meeting', () => {
      assert.deepEqual(proposed(front('start: 2026-12-07 14:00\nduration: 60m\nrsvp_by: ‸\nrequired: [li-lei]')), [
        '2026-12-04 14:00 — Fri · a workday before the meeting', '2026-12-04 12:00 — Fri', '2026-12-04 18:00 — Fri', '2026-12-03 18:00 — Thu', '2026-12-03 12:00 — Thu',
      ])
      // At 17:00, of a meeting the next morning: neither in the night, nor so late that nobody can be asked again.
      assert.deepEqual(labels(proposed(front('start: 2026-11-25 09:00\nduration: 60m\nrsvp_by: ‸\nrequired: [li-lei]'))), ['2026-11-24 18:00'])
    })
    it('of zones: those of the people first, with what their clocks show now', () => {
      const list = proposed(front('timezone: ‸'))
      assert.deepEqual(list.slice(0, 3), ['Asia/Shanghai — 17:00', 'Europe/Berlin — 10:00', 'Asia/Singapore — 17:00'])
      assert.ok(list.length > 300 && list.includes('America/New_York') && list.includes('Asia/Kathmandu') && list.includes('UTC'))
    })
    it('of rooms: free and large enough first, and why not for the others', () => {
      const other = good({ id: 'id: other', title: 'title: The other one', place: 'room: 3A' })
      const list = proposed(front('start: 2026-12-03 14:30\nduration: 60m\nroom: ‸\nrequired: [li-lei, tom, priya]\nequipment: [projector]'), { others: { 'meetings/b.md': other } })
      assert.deepEqual(list, ['5B — ✗ seats 2, 3 come; no projector', '3A — ✗ held by “The other one” from 14:00', '7C — ✗ no projector'])
      const free = proposed(front('开始时间: 2026-12-04 14:30\n时长: 60m\n会议室: ‸\n必须参加: [li-lei, tom, priya]'), { language: 'zh' })
      assert.deepEqual(free, ['3A — 可坐 4 人 · projector · 空闲', '7C — 可坐 9 人 · 空闲 · 需要预订', '5B — ✗ 可坐 2 人，到场 3 人'])
    })
    it('of links: what the meetings use, then the providers, and for the backup another one', () => {
      const others = { 'meetings/b.md': front('link: https://zoom.us/j/7'), 'meetings/c.md': front('link: https://zoom.us/j/7') }
      const list = proposed(front('link: ‸'), { others })
      assert.deepEqual(list.slice(0, 2), ['https://zoom.us/j/7 — used by 2 meetings', 'https://zoom.us/j/ — Zoom'])
      assert.ok(!labels(proposed(front('link: https://zoom.us/j/1\nbackup_link: ‸'))).includes('https://zoom.us/j/'))
      assert.equal(accept(front('link: tencent‸'), 'https://meeting.tencent.com/dm/'), front('link: https://meeting.tencent.com/dm/meeting id'))
    })
    it('of channels: what the policy asks for, and whom each cannot reach', () => {
      assert.deepEqual(proposed(front('channels: [‸]\nrequired: [priya]')).slice(0, 3), ['github — github · asked for by the policy', 'mail — mail · asked for by the policy', 'feishu — feishu · cannot reach priya'])
      assert.ok(!labels(proposed(front('通知渠道: [邮件, ‸]\n必须参加: [priya]'))).includes('邮件'))
    })
    it('of materials: a whole item, or the path alone', () => {
      const paths = ['notes/a.txt', 'decks/b.pptx', 'data/c.csv']
      assert.deepEqual(labels(proposed(front('materials:\n  - ‸'), { paths })), ['decks/b.pptx', 'data/c.csv', 'notes/a.txt'])
      const facts = { 'data/c.csv': { state: 'file', committed: Date.parse('2026-11-18T02:00Z') } } as const
      assert.equal(accept(front('材料:\n  - ‸'), 'data/c.csv', { paths, facts }), front('材料:\n  - 路径: data/c.csv\n    数据日期: 2026-11-18\n    会前阅读: 是'))
      assert.equal(accept(front('materials:\n  - path: c‸'), 'data/c.csv', { paths }), front('materials:\n  - path: data/c.csv'))
      assert.deepEqual(proposed(front('materials:\n  - path: data/c.csv\n    read_before: ‸')), ['true', 'false', '是', '否'])
    })
    it('of a series and what belongs to it', () => {
      const others = { 'meetings/s.md': front('id: weekly\ntitle: The weekly\nstart: 2026-11-24 11:00\nduration: 45m\nrepeat: every week on Tuesday') }
      assert.deepEqual(proposed(front('series: ‸'), { others }), ['weekly — The weekly'])
      assert.deepEqual(proposed(front('series: weekly\noccurrence: ‸'), { others, now: '2026-11-24T09:00:00Z' })[0], '2026-12-01 11:00 — Tue · as the series’ rule has it')
      assert.deepEqual(proposed(front('开始时间: 2026-11-24 11:00\n重复: ‸'))[0], '每周二')
      assert.deepEqual(labels(proposed(front('remind: [1d, ‸]'))), ['2h', '1h', '30m'])
    })
  })

  describe('people', () => {
    it('are found by key, login, name and pinyin, in full or by initials', () => {
      for (const typed of ['han', 'hanmeimei', '韩', 'hmm']) assert.equal(accept(front(`required: [${typed}‸]`), 'han-meimei'), front('required: [han-meimei]'), typed)
      assert.equal(accept(front('required: [@han‸]'), 'han-meimei'), front('required: [han-meimei]'))
      assert.equal(accept(front('organizer: 李‸'), 'li-lei'), front('organizer: li-lei'))
    })
    it('come without those who are listed, in lists of either form', () => {
      assert.deepEqual(labels(proposed(front('required: [li-lei, ‸]\noptional:\n  - tom: knows the data'))), ['guest', 'han-meimei', 'priya', 'wang-wei', 'finance'])
      assert.equal(accept(front('required:\n  - li-lei\n  - wa‸'), 'wang-wei'), front('required:\n  - li-lei\n  - wang-wei'))
      assert.deepEqual(labels(proposed(front('required: [li-lei, tom]\nremote: [‸]'))), ['li-lei', 'tom'])
    })
    it('say who they are and what their clock shows at the start', () => {
      assert.ok(proposed(front('start: 2026-12-03 14:00\nduration: 1h\nrequired: [‸]')).includes('tom — Tom Becker · Berlin Thu 07:00'))
      assert.ok(proposed(front('required: [‸]'), { language: 'zh' }).includes('priya — Priya Nair · 外部人员'))
    })
    it('whom the meetings name most come first', () => {
      const others = { 'meetings/b.md': front('required: [wang-wei]'), 'meetings/c.md': front('organizer: wang-wei') }
      assert.equal(labels(proposed(front('required: [‸]'), { others }))[0], 'wang-wei')
    })
    it('whose keys are hostile are written as text, in snippets too', () => {
      const config = 'people:\n  "${TM_SELECTED_TEXT}": { name: "Eve\\u202e\\nx" }\n  "a: b": {}\n'
      assert.equal(accept(front('optional:\n  - ‸'), '${TM_SELECTED_TEXT}', { config }), front("optional:\n  - '${TM_SELECTED_TEXT}': why they are asked"))
      assert.equal(accept(front('required: [‸]'), 'a: b', { config }), front("required: ['a: b']"))
    })
    it('who may come get their reason', () => {
      assert.equal(accept(front('optional:\n  - to‸'), 'tom'), front('optional:\n  - tom: why they are asked'))
      assert.equal(accept(front('可选参加:\n  - to‸'), 'tom'), front('可选参加:\n  - tom: 邀请的原因'))
      assert.equal(accept(front('optional:\n  - to‸: knows it'), 'tom'), front('optional:\n  - tom: knows it'))
    })
  })

  it('offers the rules that a comment can silence', () => {
    assert.equal(accept(front('# convoke-disable-next-line humane‸\nstart: 2026-12-05 10:00'), 'humane-time'), front('# convoke-disable-next-line humane-time -- why\nstart: 2026-12-05 10:00'))
    assert.match(accept(front('# ‸\nstart: 2026-12-05 10:00'), 'convoke-disable-next-line'), /# convoke-disable-next-line front-matter -- why\n/)
    assert.deepEqual(proposed(front('# convoke-disable-next-line humane-time -- bec‸')), [])
  })
})
