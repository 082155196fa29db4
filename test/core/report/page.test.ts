import assert from 'node:assert/strict'
import fc from 'fast-check'
import { reportPage } from '../../../src/core/report/html/page.ts'
import { WORDS } from '../../../src/core/report/html/words.ts'
import type { PastFigures, Report } from '../../../src/core/report/model.ts'
import { NO_PAST } from '../../../src/core/report/texts.ts'
import { CONFIG, good } from '../../support/rule.ts'
import { report } from '../../support/report.ts'

const HOSTILE = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>&lt;\u202egnp.exe'
const yaml = (text: string): string => JSON.stringify(text)
const quiet = (count: number): { judged: number; kept: number; remarked: number; broken: number } => ({ judged: count, kept: count, remarked: 0, broken: 0 })
const PAST: PastFigures = {
  state: 'known', every: 'month',
  points: [
    { at: '2026-09-30T15:59:59.999Z', day: '2026-09-30', commit: 'a'.repeat(40), meetings: 2, ...quiet(9), broken: 3, kept: 6, clauses: {} },
    { at: '2026-10-31T15:59:59.999Z', day: '2026-10-31', commit: 'b'.repeat(40), meetings: 0, ...quiet(0), clauses: {} },
    { at: '2026-11-24T09:00:00.000Z', day: '2026-11-24', meetings: 3, ...quiet(12), clauses: {} },
  ],
}

/** The page with nothing that could run or be loaded, and every element closed; without its style. */
function checked(page: string): string {
  const [, before = '', body = ''] = /^([^]*)<style>[^]*<\/style>([^]*)$/.exec(page) ?? []
  const bad = [...page.matchAll(/<[a-z!][^>]*>/gi)].map((tag) => tag[0]).filter((tag) => /^<(?:script|iframe|object|embed|link|img|a|form|base)\b|\son\w+=|\b(?:src|href|srcset|action)=|http-equiv="refresh/i.test(tag))
  assert.deepEqual(bad, [])
  assert.ok(!/url\(|@import/i.test(page.replace(body, '')), 'the style loads nothing')
  assert.match(before, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/)
  assert.deepEqual(unclosed(before + body), [])
  return body
}

/** Elements that are not closed where they should be, and signs that would begin one. */
function unclosed(page: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [tag, close, name = '', , selfClosed] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z0-9-]+(?:="[^"<>]*")?)*)\s*(\/?)>|<(?!!doctype html>)/gi)) {
    if (name === '') wrong.push(tag)
    else if (close === '/') wrong.push(...(open.pop() === name ? [] : [tag]))
    else if (selfClosed !== '/' && name !== 'meta') open.push(name)
  }
  return [...wrong, ...open]
}

/** The text of a page as a reader has it. */
function textOf(body: string): string {
  return body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

describe('the report as a page', () => {
  const files = {
    [`m/${HOSTILE}.md`]: good({ id: 'id: h', title: `title: ${yaml(HOSTILE)}`, duration: 'duration: 3h', start: 'start: 2026-11-02 14:00', body: `## Minutes\n### Discussion\nnone\n### Decisions\nnone\n### Action items\n- [ ] @tom Mend ${HOSTILE} 📅 2026-11-10\n- [ ] Ask **nobody**\n` }),
    'm/series.md': good({ id: 'id: s', title: `title: ${yaml(`${HOSTILE} weekly`)}`, rsvp: '', start: 'start: 2026-11-03 14:00', more: 'repeat: every week on Tuesday\nreview: 2027-03-02' }),
    'm/b.md': good(),
  }
  const made = report(files, { past: PAST })
  for (const language of ['en', 'zh'] as const) {
    it(`in ${language}: hostile text is only text, and nothing is loaded or run`, () => {
      const body = checked(reportPage(made, HOSTILE, language))
      assert.equal(body.split('&lt;script&gt;alert(1)').length > 4, true, 'in name, title, path, item and series')
      assert.doesNotMatch(body, /\u202e/)
      assert.doesNotMatch(body, /\{\w+\}/, 'a placeholder is not filled')
      assert.doesNotMatch(body, /undefined|NaN|\[object/)
    })
  }
  it('each chart says what it shows, and its figures stand beside it as a table', () => {
    const body = checked(reportPage(made, 'team', 'en'))
    const charts = [...body.matchAll(/<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"><title id="(\S+)">([^<]+)<\/title><desc id="(\S+)">([^<]+)<\/desc>[^]*?<\/figure>/g)]
    assert.deepEqual(charts.map((each) => each[4]), ['By the time of the meeting', 'As the repository stood', 'Person-hours'])
    for (const [whole, title, desc, titleId, , descId] of charts) {
      assert.deepEqual([title, desc], [titleId, descId])
      assert.match(whole, /<details><summary>The figures of this chart<\/summary><table>/)
    }
    assert.match(charts[1]?.[6] ?? '', /^Share kept: 67% in Sep 2026, 100% in today; lowest 67% in Sep 2026\.$/)
    for (const [, svg = ''] of body.matchAll(/<svg ([^>]*)>/g)) assert.match(svg, /role="img"|aria-hidden="true"/)
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((each) => each[1])
    assert.equal(new Set(ids).size, ids.length)
  })
  it('says why nothing is known of earlier times', () => {
    for (const state of ['off', 'no-git', 'no-commit', 'shallow', 'partial'] as const) {
      const page = reportPage(report(files, { past: { state } }), 'team', 'zh')
      assert.ok(checked(page).includes(NO_PAST[state].zh), state)
    }
  })
  it('says so where there is nothing to count', () => {
    assert.match(textOf(checked(reportPage(report({}), 'team', 'en'))), /No meeting file was judged/)
    const bare = textOf(checked(reportPage(report({ 'm/a.md': '# Notes\n' }), 'team', 'zh')))
    assert.match(bare, /没有可评判的会议文件/)
    assert.match(bare, /没有 front matter 的文件 1 个/)
  })
  it('names the clauses that applied to no meeting, and those that are off', () => {
    const page = textOf(checked(reportPage(report({ 'm/b.md': good() }, { config: `${CONFIG}rules: { duration-limit: off }\n` }), 'team', 'en')))
    assert.match(page, /No meeting had anything to judge for: A10 .*; E2 Important meetings use formal language \./)
    assert.match(page, /Switched off in the configuration: A7 Two hours at most \./)
  })
  it('says the same in both languages, each in its own punctuation', () => {
    const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
    for (const { en, zh } of [...Object.values(WORDS), ...Object.values(NO_PAST)]) {
      assert.deepEqual(placeholders(zh), placeholders(en), en)
      assert.match(zh, /[\u4e00-\u9fff]/)
      assert.doesNotMatch(zh, /[\u4e00-\u9fff][,;!?:]|[,;!?](?=[\u4e00-\u9fff])/, zh)
    }
  })
})

describe('a report of whatever lies there', () => {
  const key = fc.constantFrom('id', 'title', 'purpose', 'outcome', 'start', 'date', 'time', 'timezone', 'duration', 'organizer', 'room', 'link', 'required', 'optional', 'attendees', 'materials', 'series', 'occurrence', 'repeat', 'until', 'status', 'importance', 'extended', '主题', '开始时间', '必须参加')
  const value = fc.oneof(
    fc.constantFrom('2026-12-03 14:00', '0001-01-01 00:00', '9999-12-31 23:59', '2026-13-40', '90m', '0m', '99999h', 'Asia/Shanghai', 'Nowhere/Else', 'tom', '[tom, finance, "@x", a@b.example]', 'every week on Tuesday', 'FREQ=SECONDLY', 'cancelled', 'high', '3A', '[{by: -30m}]', '[{tom: }]', 'https://zoom.us/j/1', '[{path: ../x}, {url: y}]'),
    fc.string({ maxLength: 30 }),
  )
  const front = fc.array(fc.tuple(key, value), { maxLength: 12 }).map((lines) => `---\n${lines.map(([name, text]) => `${name}: ${text}`).join('\n')}\n---\n`)
  const line = fc.oneof(fc.constantFrom('## Minutes', '### Attendance', '### Action items', '### Decisions', '## 议程', '- [ ] @tom do it 📅 2026-11-01', '- [x] @han-meimei 📅 9999-99-99', '- [ ] #12', '| a | b |', '1. x (15m)'), fc.string({ maxLength: 40, unit: 'binary' }))
  const body = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))
  const text = fc.oneof(fc.tuple(front, body).map(([head, rest]) => `${head}\n${rest}\n`), body)

  it('never fails, adds up, and stays plain JSON and closed HTML', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), text, { maxKeys: 5, noNullPrototype: true }), fc.constantFrom('2026-11-24T09:00:00Z', '1970-01-01T00:00:00Z', '2030-02-28T23:59:59Z'), (files, now) => {
      const made = report(files, { now })
      const { scope, overall, clauses, months, actions, clean } = made
      assert.deepEqual(JSON.parse(JSON.stringify(made)), made)
      assert.equal(scope.files, scope.judged + scope.history + scope.cancelled + scope.bare + scope.unreadable)
      assert.equal(scope.files, Object.keys(files).length)
      for (const each of [overall, ...clauses, ...months]) assert.equal(each.judged, each.kept + each.remarked + each.broken)
      assert.ok(clauses.every((each) => each.judged <= scope.judged) && clean <= scope.judged)
      assert.equal(actions.owners.reduce((sum, each) => sum + each.open, 0), actions.open)
      for (const language of ['en', 'zh'] as const) {
        const body = checked(reportPage(made, 'team', language))
        assert.doesNotMatch(body, /undefined|NaN|\[object|Infinity/)
      }
    }), { numRuns: 150 })
  })
  it('has the shape that the docs tell', () => {
    const keys: (keyof Report)[] = ['version', 'asOf', 'day', 'scope', 'overall', 'clean', 'clauses', 'months', 'past', 'rules', 'files', 'hours', 'actions']
    assert.deepEqual(Object.keys(report({})), keys)
  })
})
