import assert from 'node:assert/strict'
import { referencesOf } from '../../../src/core/language/references.ts'
import { prepareRename, rename } from '../../../src/core/language/rename.ts'
import { subjectInConfig } from '../../../src/core/language/subjects.ts'
import { lint } from '../../../src/core/lint/lint.ts'
import { CONFIG, good } from '../../support/rule.ts'
import { found, open, renamed } from '../../support/language.ts'

const OTHER = good({ id: 'id: b', organizer: 'organizer: tom', required: 'required: [finance, priya]', start: 'start: 2026-12-10 14:00', body: '## Agenda\n1. Where the Q1 money went (15m, @wang-wei)\n\n## Minutes\n\n### Attendance\n- [x] @wang-wei\n\n### Discussion\nAs @wang-wei said, and @wang-wei2 did not; write to a@wang-wei.\n\n### Action items\n- [ ] @wang-wei Send the table of all four channels 📅 2026-12-20\n' })
const OTHERS = { 'meetings/b.md': OTHER }

describe('rename', () => {
  it('changes a person’s key everywhere: configuration, groups, front matter, agenda, minutes and running text', () => {
    const changed = renamed(good({ required: 'required: [han-meimei, wang-‸wei]' }), 'wei.wang', { others: OTHERS })
    assert.ok(typeof changed === 'object')
    assert.deepEqual(Object.keys(changed), ['.convoke.yml', 'meetings/a.md', 'meetings/b.md'])
    assert.equal(changed['.convoke.yml'], CONFIG.replace('wang-wei: {', 'wei.wang: {').replace('[han-meimei, wang-wei]', '[han-meimei, wei.wang]'))
    assert.match(changed['meetings/a.md'] ?? '', /required: \[han-meimei, wei\.wang\]/)
    assert.equal(changed['meetings/b.md'], OTHER.replaceAll(/(?<=[\[ (])@wang-wei(?!2)/g, '@wei.wang'))
  })
  it('leaves nothing that the rules would complain of', () => {
    const changed = renamed(good({ required: 'required: [han-meimei, wang-‸wei]' }), 'wei-wang', { others: OTHERS })
    assert.ok(typeof changed === 'object')
    const { '.convoke.yml': config = '', 'meetings/a.md': text = '', ...others } = changed
    for (const [file, own] of Object.entries({ 'meetings/a.md': text, ...others })) {
      const { context } = open(own, { file, config, others: { 'meetings/a.md': text, ...others } })
      assert.deepEqual(lint({ ...context, named: false }).filter(({ rule }) => rule === 'front-matter'), [])
    }
  })
  it('begins at a mention in running text as well', () => {
    const changed = renamed(`${good()}\n## Notes\nAsk @wang-‸wei.\n`, 'w2')
    assert.ok(typeof changed === 'object')
    assert.match(changed['meetings/a.md'] ?? '', /required: \[han-meimei, w2\][^]*Ask @w2\.\n$/)
  })
  it('changes a room’s key', () => {
    const changed = renamed(good({ place: 'room: 3‸A' }), 'Big room', { others: { 'meetings/b.md': good({ id: 'id: b', place: 'room: "3A"' }) } })
    assert.ok(typeof changed === 'object')
    assert.match(changed['.convoke.yml'] ?? '', /\n {2}Big room: \{ name: 3A/)
    assert.match(changed['meetings/b.md'] ?? '', /\nroom: Big room\n/)
  })
  it('changes a group’s key, from the configuration too', () => {
    const { context } = open(good({ required: 'required: [finance]' }))
    const subject = subjectInConfig(CONFIG, CONFIG.indexOf('finance') + 2)
    const edit = rename(subject, 'money', context)
    assert.ok('edits' in edit)
    assert.deepEqual([...edit.edits.keys()], ['.convoke.yml', 'meetings/a.md'])
  })
  it('refuses with the reason', () => {
    const ask = (to: string, language: 'en' | 'zh' = 'en'): unknown => renamed(good({ required: 'required: [han-meimei, wang-‸wei]' }), to, { language })
    assert.equal(ask('tom'), 'There is already “tom” in .convoke.yml.')
    assert.equal(ask('finance', 'zh'), '.convoke.yml 中已有“finance”。')
    assert.match(String(ask('wei wang')), /^“wei wang” is no key/)
    assert.match(String(ask('a: b\nc', 'zh')), /不能作为键/)
    assert.match(String(ask(' ')), /at least one letter/)
    assert.match(String(renamed('---\nid: a‸b\n---\n', 'x')), /never changed/)
    assert.match(String(renamed('---\ntitle: a‸b\n---\n', 'x')), /Only the keys/)
    assert.match(String(renamed(good({ required: 'required: ["@wang‸wei"]' }), 'x')), /“wangwei” stands for wang-wei as a login or a name/)
    assert.match(String(renamed(good({ required: 'required: [韩梅‸梅]' }), 'x', { language: 'zh' })), /“韩梅梅”是 han-meimei 的登录名或姓名/)
    const { context } = open(good())
    assert.ok('refused' in prepareRename({ kind: 'person', key: 'ghost', range: { start: 0, end: 0 }, isKey: true }, context), 'somebody of a second directory')
  })
  it('is the same key back and forth', () => {
    const text = good({ required: 'required: [han-meimei, wang-‸wei]' })
    const there = renamed(text, 'w2', { others: OTHERS })
    assert.ok(typeof there === 'object')
    const back = renamed((there['meetings/a.md'] ?? '').replace('w2', 'w‸2'), 'wang-wei', { config: there['.convoke.yml'] ?? '', others: { 'meetings/b.md': there['meetings/b.md'] ?? '' } })
    assert.deepEqual(back, { '.convoke.yml': CONFIG, 'meetings/a.md': text.replace('‸', ''), 'meetings/b.md': OTHER })
  })
})

describe('definition and references', () => {
  it('of a person: the entry, and every place by key, login or name', () => {
    const text = good({ required: 'required: ["@wang‸wei", 韩梅梅]' })
    assert.deepEqual(found(text, 'definition'), ['.convoke.yml:6:3'])
    assert.deepEqual(found(text, 'references', { others: OTHERS }), ['.convoke.yml:10:33', 'meetings/a.md:11:13', 'meetings/b.md:16:34', 'meetings/b.md:21:7', 'meetings/b.md:24:4', 'meetings/b.md:27:7'])
  })
  it('of a room, a group and a series', () => {
    assert.deepEqual(found(good({ place: 'room: 3‸A' }), 'definition'), ['.convoke.yml:12:3'])
    assert.deepEqual(found(good({ place: 'room: 3‸A' }), 'references', { others: OTHERS }), ['meetings/a.md:10:7', 'meetings/b.md:10:7'])
    assert.deepEqual(found(good({ required: 'required: [fin‸ance]' }), 'definition'), ['.convoke.yml:10:11'])
    const series = { 'meetings/s.md': '---\nid: weekly\nstart: 2026-11-24 11:00\nrepeat: every week on Tuesday\n---\n' }
    assert.deepEqual(found('---\nseries: week‸ly\n---\n', 'definition', { others: series }), ['meetings/s.md:2:5'])
    assert.deepEqual(found('---\nid: week‸ly\n---\n', 'references', { others: { 'meetings/o.md': '---\nseries: weekly\n---\n' } }), ['meetings/o.md:2:9'])
  })
  it('start from the configuration as well', () => {
    const { context } = open(good(), { others: OTHERS })
    const subject = subjectInConfig(CONFIG, CONFIG.indexOf('7C:') + 1)
    assert.deepEqual([subject?.kind, subject?.key, referencesOf(subject!, context, true).length], ['room', '7C', 1])
  })
})
