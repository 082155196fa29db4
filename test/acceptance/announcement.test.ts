import { strToU8, zipSync } from 'fflate'
import { CONFIG, judge, judgeOne, meeting } from './repository.ts'

const ONLINE = 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x'

/** A presentation of one slide with some bullet points, as small as a viewer accepts it. */
function deck(points: number, picture: boolean): Uint8Array {
  const paragraphs = Array.from({ length: points }, (_, at) => `<a:p><a:r><a:t>Point ${at + 1}</a:t></a:r></a:p>`).join('')
  const body = `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Content"/><p:cNvSpPr/><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`
  const title = '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>Budget</a:t></a:r></a:p></p:txBody></p:sp>'
  const pic = picture ? '<p:pic><p:nvPicPr><p:cNvPr id="4" name="P"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill/><p:spPr/></p:pic>' : ''
  const names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="ppt/presentation.xml"/></Relationships>`),
    'ppt/presentation.xml': strToU8(`<?xml version="1.0"?><p:presentation ${names}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`),
    'ppt/_rels/presentation.xml.rels': strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/slide" Target="slides/slide1.xml"/></Relationships>`),
    'ppt/slides/slide1.xml': strToU8(`<?xml version="1.0"?><p:sld ${names}><p:cSld><p:spTree>${title}${body}${pic}</p:spTree></p:cSld></p:sld>`),
  })
}

const materials = (lines: string): string => meeting({ more: `materials:\n${lines}` })

describe('rulings: A12 to A16', () => {
  it('A12: a path or a link to nothing', () => {
    judgeOne(materials('  - path: decks/none.pdf\n    read_before: true'), 'materials-linked error')
    judgeOne(meeting({ body: '## Agenda\n1. Split, see [table](../data/none.md) (15m, @li-lei)\n' }), 'materials-linked error')
    judge({
      files: { 'meetings/a.md': meeting({ body: '## Agenda\n1. Split, see [notes](notes%20b.txt#x) (15m, @li-lei)\n' }), 'meetings/notes b.txt': 'x' },
      expect: [],
    })
  })
  it('A12: a path is from the root, a link from the file', () => judge({
    files: { 'meetings/a.md': materials('  - path: docs/plan.pdf\n    read_before: true'), 'docs/plan.pdf': 'x' },
    expect: [],
  }))
  it('A13: data older than a calendar month at the start', () => {
    judge({
      files: { 'meetings/a.md': materials('  - path: d.csv\n    as_of: 2026-11-02\n    read_before: true'), 'd.csv': 'a,b\n1,2\n' },
      expect: ['meetings/a.md charted-data info', 'meetings/a.md fresh-data warning'],
    })
    judge({
      files: { 'meetings/a.md': materials('  - path: d.csv\n    as_of: 2026-11-03\n    read_before: true'), 'd.csv': 'a,b\n1,2\n' },
      expect: ['meetings/a.md charted-data info'],
    })
  })
  it('A14: a picture with the same stem beside it, or among the materials, is a chart', () => {
    judge({
      files: { 'meetings/a.md': materials('  - path: d.csv\n    as_of: 2026-11-20\n    read_before: true'), 'd.csv': 'a,b\n', 'd.png': 'x' },
      expect: [],
    })
    judge({
      files: {
        'meetings/a.md': materials('  - path: d.csv\n    as_of: 2026-11-20\n    read_before: true\n  - path: chart.svg\n    read_before: false'),
        'd.csv': 'a,b\n', 'chart.svg': '<svg/>',
      },
      expect: [],
    })
  })
  it('A15: more than seven points on a slide, a deck without a picture', () => {
    const one = (bytes: Uint8Array): Readonly<Record<string, string | Uint8Array>> => ({
      'meetings/a.md': materials('  - path: d.pptx\n    as_of: 2026-11-20\n    read_before: true'), 'd.pptx': bytes,
    })
    judge({ files: one(deck(7, true)), expect: [] })
    judge({ files: one(deck(8, true)), expect: ['meetings/a.md slide-density warning'] })
    judge({ files: one(deck(3, false)), expect: ['meetings/a.md slide-density info'] })
    judge({ config: `${CONFIG}rules: { slide-density: { max_points: 5 } }\n`, files: one(deck(6, true)), expect: ['meetings/a.md slide-density warning'] })
  })
  it('A16: known software, and another link as a backup', () => {
    judgeOne(meeting({ place: ONLINE }))
    judgeOne(meeting({ place: 'link: https://zoom.us/j/1' }), 'online-preflight warning')
    judgeOne(meeting({ place: 'room: 3A\nlink: https://zoom.us/j/1' }), 'online-preflight info')
    judgeOne(meeting({ place: 'link: https://zoom.us/j/1\nbackup_link: https://zoom.us/j/1' }), 'online-preflight warning')
    judgeOne(meeting({ place: 'link: https://example.org/room\nbackup_link: https://zoom.us/j/1' }), 'online-preflight warning')
    judge({
      config: `${CONFIG}conference_hosts: [example.org]\n`,
      files: { 'meetings/a.md': meeting({ place: 'link: https://meet.example.org/room\nbackup_link: https://zoom.us/j/1' }) },
      expect: [],
    })
  })
})

describe('rulings: A17 to B3', () => {
  const agenda = (...items: readonly string[]): string => meeting({ body: `## Agenda\n${items.map((item, at) => `${at + 1}. ${item}`).join('\n')}\n` })

  it('A17: no agenda, an item without time, the sum over the duration', () => {
    judgeOne(meeting({ body: '' }), 'agenda-time-budget warning')
    judgeOne(agenda('Where the money went (15m)', 'Vote on the split'), 'agenda-time-budget warning')
    judgeOne(agenda('Where the money went (45m)', 'Vote on the split (46m)'), 'agenda-time-budget warning')
    judgeOne(agenda('Where the money went (45m)', 'Vote on the split (45m)'))
  })
  it('A17: a range counts with its upper end', () => {
    judgeOne(agenda('Where the money went (45m)', 'Vote on the split (40-45 minutes)'))
    judgeOne(agenda('Where the money went (45m)', 'Vote on the split (40-50 minutes)'), 'agenda-time-budget warning')
  })
  it('A17: clock times that overlap or run past the end, one complaint a defect', () => {
    judgeOne(agenda('14:00-14:30 Where the money went', '14:30-15:30 Vote on the split'))
    judgeOne(agenda('14:00-14:30 Where the money went', '14:20-15:00 Vote on the split'), 'agenda-time-budget warning')
    judgeOne(agenda('14:00-14:30 Where the money went', '14:30-15:45 Vote on the split'), 'agenda-time-budget warning')
  })
  it('A17: Chinese forms and tables', () => {
    judgeOne(meeting({ body: '## 议程\n1. 一季度支出去向（15分钟，@han-meimei）\n2. 四个渠道分配表决（1小时）\n' }))
    judgeOne(meeting({ body: '## 议程\n\n| 议题 | 时间 | 负责人 |\n|---|---|---|\n| 一季度支出去向 | 15分钟 | 韩梅梅 |\n| 四个渠道分配表决 | 2小时 | 李雷 |\n' }), 'agenda-time-budget warning')
  })
  it('A18: the file lacks a channel that the policy asks for', () => {
    const policy = `${CONFIG}policy: { channels: { normal: { normal: [mail], urgent: [mail, phone] }, high: { normal: [mail, github], urgent: [mail, github] } } }\n`
    judge({ config: policy, files: { 'meetings/a.md': meeting({ more: 'channels: [github]' }) }, expect: ['meetings/a.md channel-policy warning'] })
    judge({ config: policy, files: { 'meetings/a.md': meeting({ more: 'channels: [mail]' }) }, expect: [] })
  })
  it('A19: an important meeting through fewer than two channels; A18 is not said as well', () => {
    const policy = `${CONFIG}policy: { channels: { normal: { normal: [mail], urgent: [mail] }, high: { normal: [mail, github], urgent: [mail, github] } } }\n`
    judge({ config: policy, files: { 'meetings/a.md': meeting({ more: 'importance: high\nchannels: [mail]' }) }, expect: ['meetings/a.md important-multichannel warning'] })
    judge({ config: policy, files: { 'meetings/a.md': meeting({ more: 'importance: high' }) }, expect: [] })
  })
  it('B2: materials without read_before and no preparation', () => {
    const files = (text: string): Record<string, string> => ({ 'meetings/a.md': text, 'plan.pdf': 'x', 'b.pdf': 'x' })
    judge({ files: files(materials('  - path: plan.pdf')), expect: ['meetings/a.md read-before-stated warning'] })
    judge({ files: files(materials('  - plan.pdf\n  - path: b.pdf\n    read_before: false')), expect: ['meetings/a.md read-before-stated warning'] })
    judge({
      files: files(meeting({ more: 'materials:\n  - path: plan.pdf', body: '## Preparation\nRead the plan.\n\n## Agenda\n1. Vote on the split (15m)\n' })),
      expect: [],
    })
  })
  it('B3: missing, too late, too early', () => {
    judgeOne(meeting({ rsvp: '' }), 'reply-deadline info')
    judgeOne(meeting({ rsvp: 'rsvp_by: 2026-12-03 14:00' }), 'reply-deadline error')
    judgeOne(meeting({ rsvp: 'rsvp_by: 2026-12-03 03:00' }), 'reply-deadline warning')
    judgeOne(meeting({ rsvp: 'rsvp_by: 2026-12-03 03:00', more: 'urgency: urgent' }))
    judgeOne(meeting({ rsvp: 'rsvp_by: 2026-12-03 13:30', more: 'urgency: urgent' }), 'reply-deadline warning')
    judgeOne(meeting({ rsvp: 'rsvp_by: 2026-11-04 12:00' }), 'reply-deadline warning')
    judgeOne(meeting({ rsvp: 'rsvp_by: 2026-11-20 12:00' }))
  })
})

describe('rulings: D1, D2, E5', () => {
  const past = { start: 'start: 2026-11-23 14:00', rsvp: '' }
  const minutes = (actions: string, decisions = '- D1: The split is 45, 35, 15 and 25.'): string => meeting({
    ...past, body: `## Agenda\n1. Vote on the split (15m)\n\n## Minutes\n### Discussion\nThe mail channel was cheapest.\n### Decisions\n${decisions}\n### Action items\n${actions}\n`,
  })

  it('D1: information from the end on, a problem after minutes.within', () => {
    const text = meeting(past)
    judge({ files: { 'meetings/a.md': text }, now: '2026-11-23T07:29:00Z', expect: [] })
    judge({ files: { 'meetings/a.md': text }, now: '2026-11-23T07:31:00Z', expect: ['meetings/a.md minutes-complete info'] })
    judge({ files: { 'meetings/a.md': text }, now: '2026-11-23T11:31:00Z', expect: ['meetings/a.md minutes-complete warning'] })
  })
  it('D1: all three parts, and “none” is content', () => {
    judgeOne(minutes('- [ ] @han-meimei Publish the signed-off table 📅 2026-12-10'))
    judgeOne(minutes('None.', '无'))
    judgeOne(minutes('- [ ] @han-meimei Publish the signed-off table 📅 2026-12-10', ''), 'minutes-complete warning')
  })
  it('D2: one owner and a date', () => {
    judgeOne(minutes('- [ ] Publish the signed-off table 📅 2026-12-10'), 'action-owner-and-due warning')
    judgeOne(minutes('- [ ] @han-meimei Publish the signed-off table'), 'action-owner-and-due warning')
    judgeOne(minutes('- [ ] @han-meimei @wang-wei Publish the signed-off table 📅 2026-12-10'), 'action-owner-and-due warning')
    judgeOne(minutes('- [ ] @finance Publish the signed-off table 📅 2026-12-10'), 'action-owner-and-due warning')
    judgeOne(minutes('- [ ] @han-meimei Publish the signed-off table next week'), 'action-owner-and-due warning')
    judgeOne(minutes('- [ ] 责任人：韩梅梅 公布签字的分配表，截止 2026-12-10'))
    judgeOne(minutes('- [ ] 大家 公布签字的分配表 📅 2026-12-10'), 'action-owner-and-due warning')
  })
  it('E5: an address for every channel; a fall-back is information', () => {
    judgeOne(meeting({ more: 'channels: [mail, phone]' }), 'reachable-attendees error', 'reachable-attendees error')
    judge({
      config: `${CONFIG}policy: { channels: { normal: { normal: [mail], urgent: [mail] }, high: { normal: [mail, github], urgent: [mail] } }, fallback: { mail: phone } }\n`,
      files: { 'meetings/a.md': meeting({ organizer: 'organizer: wang-wei', required: 'required: [han-meimei]' }) },
      expect: ['meetings/a.md reachable-attendees info'],
    })
  })
})

describe('rulings: settings and suppressions', () => {
  it('a severity that is set, and a rule that is off', () => {
    const long = meeting({ duration: 'duration: 150m' })
    judge({ config: `${CONFIG}rules: { duration-limit: { severity: error } }\n`, files: { 'meetings/a.md': long }, expect: ['meetings/a.md duration-limit error'] })
    judge({ config: `${CONFIG}rules: { duration-limit: { severity: off } }\n`, files: { 'meetings/a.md': long }, expect: [] })
  })
  it('a silenced line, with its reason; without one that is itself a problem', () => {
    judgeOne(meeting({ duration: '# convoke-disable-next-line duration-limit -- the auditors come once a year\nduration: 150m' }))
    judgeOne(meeting({ duration: '# convoke-disable-next-line duration-limit\nduration: 150m' }), 'front-matter error')
    judgeOne(meeting({ body: '## Agenda\n<!-- convoke-disable-next-line agenda-time-budget -- open end -->\n1. Vote on the split\n' }))
  })
})
