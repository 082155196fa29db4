import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { applyEdits } from '../../../src/core/text/edit.ts'
import type { Range } from '../../../src/core/text/range.ts'
import { open } from '../../support/language.ts'
import { everything } from '../../support/language-all.ts'

const CONFIG = readFileSync('examples/.convoke.yml', 'utf8')
const read = (name: string): string => readFileSync(`examples/meetings/${name}`, 'utf8')
const FIXTURES = ['2026-12-03-q2-budget.md', '2026-11-17-launch-review.md', 'series/platform-weekly.md', 'drafts/weekly-sync.md'].map(read)
const SCENE = { config: CONFIG, others: { 'meetings/series/platform-weekly.md': read('series/platform-weekly.md') }, paths: ['data/q1-spend.csv', 'decks/q2-budget.md'], repositoryUrl: 'https://github.com/o/r' }

/** What people and their fingers do to a text. */
const INSERTED = fc.constantFrom('\n', '\r\n', '\r', '---', ':', '：', '[', ']', '{', '}', '- ', '@', '＠', '(', '（', '"', "'", '#', '<!--', '-->', '|', '📅 ', '\t', '`', '\ufeff', '‮', '\ud83d', '下周五', 'next fri', '2026-02-30', '99:99', '\u0000', '$' + '{1:x}', '](', '[[[[[[', 'convoke-disable-next-line ')

/** Every span that a feature gives lies in a file, and every edit of the open file can be made. */
function check(text: string, said: Record<string, unknown>): void {
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    if (value instanceof Map) return value.forEach((each, key) => walk(each, `${path}.${String(key)}`))
    const { start, end } = value as Partial<Range>
    if (typeof start === 'number' && typeof end === 'number' && !/convoke\.yml|inConfig|definitions|references|workspaceSymbols|rename|platform-weekly/.test(path)) {
      assert.ok(start >= 0 && start <= end && end <= text.length, `${path}: ${start}-${end} of ${text.length}`)
    }
    for (const [key, each] of Object.entries(value)) walk(each, `${path}.${key}`)
  }
  walk(said, '')
  const { items } = said.completions as { items: readonly { edit: { range: Range; text: string } }[] }
  for (const { edit } of items) assert.doesNotMatch(text.slice(edit.range.start, edit.range.end), /[\r\n]/, `what a proposal replaces is on one line: ${JSON.stringify(edit)}`)
  assert.notEqual(applyEdits(text, said.format as []), undefined)
}

describe('language features on any text', () => {
  it('never throw, at any offset of any edit of a real file', function () {
    this.timeout(60_000)
    const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(60), put: INSERTED }), { maxLength: 6 })
    fc.assert(fc.property(fc.constantFrom(...FIXTURES), edits, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (fixture, list, where, zh) => {
      let text = fixture
      for (const { at, cut, put } of list) {
        const place = Math.floor(at * text.length)
        text = text.slice(0, place) + put + text.slice(place + cut)
      }
      text = text.replaceAll('‸', '')
      const opened = open(text, { ...SCENE, language: zh ? 'zh' : 'en' })
      check(text, everything(opened.context, opened.problems, Math.floor(where * text.length)))
    }), { numRuns: 300 })
  })
  it('never throw at any offset of the fixtures, with LF, CRLF and a byte order mark', function () {
    this.timeout(120_000)
    for (const fixture of FIXTURES.slice(0, 3)) {
      for (const text of [fixture, `\ufeff${fixture.replace(/\n/g, '\r\n')}`]) {
        const opened = open(text, SCENE)
        for (let offset = 0; offset <= text.length; offset += 11) check(text, everything(opened.context, opened.problems, offset))
      }
    }
  })
  for (const [name, text] of Object.entries({
    'an empty file': '', 'a byte order mark alone': '\ufeff', 'an opening fence alone': '---', 'fences with nothing between': '---\n---\n', 'no front matter': '# Notes\n\nText.\n',
    'broken YAML': '---\nrequired: [li-lei\ntitle: "x\n  - : :\n---\n', 'lone surrogates and controls': '---\ntitle: \ud83d\u0000\u202e\n---\n## Agenda\n- \udc00 (5m, @\ud83d)\n',
    'very long lines': `---\ntitle: ${'x'.repeat(20_000)}\nrequired: [${'a,'.repeat(5000)}]\n---\n## Agenda\n1. ${'(('.repeat(5000)}\n`,
  })) {
    it(`say what they can of ${name}`, function () {
      this.timeout(20_000)
      const opened = open(text, SCENE)
      for (const offset of new Set([0, 1, 4, Math.floor(text.length / 2), text.length].filter((each) => each <= text.length))) check(text, everything(opened.context, opened.problems, offset))
    })
  }
})
