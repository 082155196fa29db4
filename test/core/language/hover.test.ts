import assert from 'node:assert/strict'
import { good } from '../../support/rule.ts'
import { told } from '../../support/language.ts'

const front = (lines: string): string => `---\n${lines}\n---\n`

describe('hover', () => {
  it('tells who somebody is, in what role, and their clock now and then', () => {
    const text = front('start: 2026-12-03 14:00\nduration: 1h\norganizer: li-lei\nrequired: [to‸m]')
    assert.equal(told(text)?.split('\n\n---\n\n')[0], [
      '**Tom Becker** · tom · @tomb', '', 'has to come', '', '- Now Tue 2026-11-24 10:00 there (Europe/Berlin)', '- Thu 2026-12-03 07:00 there when the meeting starts', '- Works 09:00–18:00',
    ].join('\n'))
    assert.equal(told(text, { language: 'zh' })?.split('\n\n---\n\n')[0], [
      '**Tom Becker** · tom · @tomb', '', '必须参加', '', '- 当地现在 2026-11-24（周二）10:00（Europe/Berlin）', '- 会议开始时当地 2026-12-03（周四）07:00', '- 工作时间 09:00–18:00',
    ].join('\n'))
  })
  it('gives the reason of somebody optional, and says who is not asked or has the day off', () => {
    assert.match(told(front('optional:\n  - pri‸ya: knows the contract')) ?? '', /may come: knows the contract · from outside the organization/)
    assert.match(told(`${front('required: [tom]\nstart: 2026-12-25 10:00\nduration: 1h')}\n## Agenda\n1. x (5m, @li-‸lei)\n`) ?? '', /is not asked to this meeting/)
    assert.match(told(front('required: [to‸m]\nstart: 2026-12-25 10:00\nduration: 1h')) ?? '', /That day is a day off there\./)
  })
  it('never shows an address or number', () => {
    for (const text of [good({ required: 'required: [wang-‸wei]' }), front('required: ["some‸body@example.com"]'), front('required: [pri‸ya]')]) {
      const said = `${told(text) ?? ''}${told(text, { language: 'zh' }) ?? ''}`
      assert.ok(said.length > 40)
      assert.doesNotMatch(said.replaceAll('\\', ''), /@example|somebody@/)
    }
  })
  it('tells of groups, accounts, and names that nobody has', () => {
    assert.match(told(front('required: [fin‸ance]')) ?? '', /Group of 2: 韩梅梅 and 王伟/)
    assert.match(told(front('required: ["@octo‸cat"]')) ?? '', /A GitHub account that is not in the directory/)
    assert.match(told(front('required: [li-le‸]'), { language: 'zh' }) ?? '', /是否想写 `li-lei`/)
  })
  it('tells of a room: seats, equipment, the way, and who else has it that day', () => {
    const other = good({ id: 'id: other', title: 'title: The [other](command:evil) one', place: 'room: 3A', start: 'start: 2026-12-03 16:00' })
    const said = told(good({ place: 'room: 3‸A' }), { others: { 'meetings/b.md': other } }) ?? ''
    assert.equal(said, ['**3A**', '', '- Seats 4', '- Has projector', '- Way there: Third floor', '', 'Held that day by:', '', '- 16:00–17:30 The \\[other\\]\\(command\\:evil\\) one'].join('\n'))
    assert.match(told(good({ place: 'room: 5‸B' }), { language: 'zh' }) ?? '', /不合适：可坐 2 人，到场 3 人[^]*当天没有其他占用。/)
    assert.match(told(front('room: 3‸B')) ?? '', /No room of this name in \.convoke\.yml/)
  })
  it('tells what a key means, what may be written, and the clause with its words', () => {
    assert.equal(told(front('impor‸tance: high\ntitle: x')), '**importance · 重要程度**\n\nDecides with the urgency through which channels people are called.\n\nAllowed: `normal` `一般` `high` `重要`\n\nClause A19: An important meeting goes through several channels')
    assert.match(told(front('目‸的: x'), { language: 'zh' }) ?? '', /\*\*purpose · 目的\*\*\n\n会议要作出的决定或产出的东西。[^]*条款 A2：目的可量化/)
  })
  it('tells everybody’s time at the start, and whom it does not suit', () => {
    const said = told(front('start: 2026-12-05 1‸4:00\nduration: 90m\nrequired: [tom, li-lei]')) ?? ''
    assert.match(said, /^\*\*Sat 2026-12-05 14:00 in Asia\/Shanghai\*\*\n\n- Tom Becker: Sat 2026-12-05 07:00 · ⚠ weekend\n- 李雷: Sat 2026-12-05 14:00 · ⚠ weekend\n\nEnds Sat 2026-12-05 15:30\./)
    assert.match(told(front('start: 2026-03-29 0‸2:30\ntimezone: Europe/Berlin\nduration: 1h')) ?? '', /does not exist that day/)
    assert.match(told(front('开始时间: 2026-10-25 0‸2:30\n时区: Europe/Berlin\n时长: 1小时'), { language: 'zh' }) ?? '', /出现两次/)
  })
  it('tells when an agenda item is up, and how much of the meeting is used', () => {
    const body = '## Agenda\n1. First (20m)\n2. Sec‸ond (15m)\n'
    assert.match(told(good({ body })) ?? '', /^\*\*From 14:20 to 14:35, 15 min\*\*\n\n35 min of 1 h 30 min are used by the agenda\./)
    assert.equal(told(good({ duration: 'duration: 3‸0m', body: body.replace('‸', '') }))?.split('\n')[0], 'The agenda takes 35 min of 30 min. That is 5 min too much.')
    assert.equal(told(good({ duration: 'duration: 4‸0m', body: body.replace('‸', '') }), { language: 'zh' })?.split('\n')[0], '议程合计 35 分钟，会议时长 40 分钟。还剩 5 分钟。')
  })
  it('tells the weekday of any date, and whether it is a day off', () => {
    assert.equal(told(front('id: a\nuntil: 2026-10-0‸1')), '2026\\-10\\-01 · Thu holiday')
    assert.equal(told(front('id: a\nuntil: 2026-10-1‸0'), { language: 'zh' }), '2026\\-10\\-10 · 周六 调休上班')
    assert.match(told('---\nid: a\n---\n## Minutes\n### Action items\n- [ ] @tom x 📅 2026-1‸2-04\n') ?? '', /^2026\\-12\\-04 · Fri/)
  })
  it('says why a problem is one, by rule and clause', () => {
    assert.match(told(front('title: Weekly sy‸nc'), { language: 'en' }) ?? '', /Rule `specific-topic`: The title names what is at stake and its scope\.\n\nClause A1: The topic is specific\./)
    assert.match(told(front('title: Weekly sy‸nc'), { language: 'zh' }) ?? '', /规则 `specific-topic`：[^]*条款 A1：主题具体。/)
  })
  it('tells of people in running text, and not of other words behind the sign', () => {
    const said = (line: string): string => told(`${good()}\n## Notes\n${line}\n`) ?? ''
    assert.match(said('Ask @to‸m about it.'), /^\*\*Tom Becker\*\*/)
    assert.equal(said('Install @types‸/node.'), '')
    assert.equal(said('Write to me@to‸m.'), '')
  })
  it('keeps quiet elsewhere', () => {
    assert.equal(told(good({ body: '## Preparation\nRe‸ad it.\n\n## Agenda\n1. Where the Q1 money went (15m, @li-lei)\n' })), undefined)
  })
})
