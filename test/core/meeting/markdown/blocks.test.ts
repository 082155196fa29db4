import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { compare } from '../../../support/remark.ts'

const FIXTURES = new URL('../../../fixtures/markdown/', import.meta.url)

/** Remark is the judge of what a text means; our reader differs from it only where its README says so. */
describe('the reader of Markdown', function () {
  this.timeout(30_000)

  for (const name of readdirSync(FIXTURES).sort()) {
    it(`sees in ${name} what remark sees`, () => {
      const { ours, remark } = compare(readFileSync(new URL(name, FIXTURES), 'utf8'))
      assert.deepEqual(ours, remark)
    })
  }

  it('sees what remark sees in lines thrown together', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...LINES)), { maxLength: 6 }), fc.constantFrom('\n', '\r\n',
        '\r'), (lines, end) => {
        const text = lines.map(([indent, line]) => ' '.repeat(indent) + line).join(end)
        const { ours, remark } = compare(text)
        assert.deepEqual(ours, remark, JSON.stringify(text))
      }),
      { seed: 3, numRuns: 1500 },
    )
  })

  it('reads `#Title` as a heading, as its README says, and remark does not', () => {
    const seen = (text: string): number => compare(text).loose
    assert.equal(seen('#Title\n'), 1)
    assert.equal(seen('##议程\n'), 1)
    assert.equal(seen('text\n##议程\n'), 1)
    assert.equal(seen('text\n#tag and more\n'), 0)
    assert.equal(seen('#123\n#[x]\n#-\n'), 0)
    assert.equal(seen('```\n#Title\n```\n'), 0)
  })
})

/** Lines without the four-column indentation, loose headings and definitions that the README's deviations are about. */
const LINES = [
  '# A', '## B ##', '- a', '* b', '1. one', '2) two', '14. x', '', '', 'text', 'more text', '- [ ] t', '- [x] t', '-', '> q',
  '> - x', '- > y',
  '```', '~~~', '| a | b |', '|---|---|', '---', '===', '***', '<div>', '</div>', '<!-- c', '-->', '<b>t</b>', '[l](u)',
  '![i](p.png)', '<http://a.b>',
  'http://a.b/c(d).', '`c [x](y)`', 'a \\[b](c)', '-\ttab', '[x [y](z)](w)', '* * *', 'a | b', '> # H', '- # H', '1. - a',
  '中文，http://a.b',
]
