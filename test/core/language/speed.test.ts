import assert from 'node:assert/strict'
import { completions } from '../../../src/core/language/completion/complete.ts'
import type { LanguageContext } from '../../../src/core/language/context.ts'
import { documentLinks } from '../../../src/core/language/document-links.ts'
import { foldingRanges } from '../../../src/core/language/folding.ts'
import { hover } from '../../../src/core/language/hover/hover.ts'
import { inlayHints } from '../../../src/core/language/inlay-hints.ts'
import { semanticTokens } from '../../../src/core/language/semantic-tokens.ts'
import { documentSymbols } from '../../../src/core/language/symbols.ts'
import { lint } from '../../../src/core/lint/lint.ts'
import { parse } from '../../../src/core/meeting/parse.ts'
import { indexLines } from '../../../src/core/text/lines.ts'
import { good } from '../../support/rule.ts'
import { open } from '../../support/language.ts'

/** Some 6 KB, as a long meeting file has with its minutes. */
const LONG = `${good({ place: 'room: 3A\nlink: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x' })}${Array.from({ length: 6 }, (_, at) => `${at + 3}. Where the money of channel ${at} went in the quarter (3m, @wang-wei)\n`).join('')}
## Minutes

### Discussion
${Array.from({ length: 54 }, (_, at) => `Channel ${at} cost 12% more than planned, since the price of a click rose in October.`).join('\n')}

### Action items
${Array.from({ length: 12 }, (_, at) => `- [ ] @tom Send the table of channel ${at} to finance 📅 2026-12-${String(at + 10)}`).join('\n')}
`

/** How long a call takes, in milliseconds. */
function timed(call: () => unknown): number {
  const from = performance.now()
  call()
  return performance.now() - from
}

/** The time that the quickest tenth of the calls stay under: what the work itself takes, whatever else the machine does meanwhile. */
function ownTime(run: (at: number) => number, times: number): number {
  return Array.from({ length: times }, (_, at) => run(at)).sort((a, b) => a - b)[Math.floor(times / 10)] ?? 0
}

describe('language features are quick', function () {
  this.timeout(120_000)
  const others = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`meetings/m${at}.md`, good({ id: `id: m${at}`, start: `start: 2026-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')} ${String(9 + (at % 8)).padStart(2, '0')}:00` })]))
  const opened = open(LONG, { others })
  const { context, text, problems } = opened

  it('from keystroke to diagnostics, parsing included', () => {
    assert.ok(text.length > 5500 && text.length < 7500)
    const own = ownTime((at) => {
      const typed = `${text.slice(0, 2000)}${'x'.repeat(at % 7)}${text.slice(2000)}`
      return timed(() => {
        const { meeting, problems: syntax } = parse(typed)
        lint({ ...context, text: typed, meeting, syntax, named: false })
      })
    }, 100)
    assert.ok(own < 5, `${own.toFixed(1)} ms`)
  })
  it('at each keystroke in a workspace of 2,000 meetings', () => {
    const places = ['organizer: li', 'room: ', 'start: 2026', '(15m, ', '### Action items\n- [ ] @t', 'duration: ', '## Minutes\n\n'].map((part) => text.indexOf(part) + part.length)
    const features: Record<string, (context: LanguageContext, offset: number) => unknown> = {
      completions, hover: (own, offset) => hover(own, offset, problems), hints: (own) => inlayHints(own, { start: 0, end: text.length }), symbols: documentSymbols, tokens: semanticTokens, links: documentLinks, folding: foldingRanges,
    }
    for (const [name, feature] of Object.entries(features)) {
      for (const offset of places) {
        // A keystroke makes the open document and the list of files anew; every other meeting is the same.
        const own = ownTime(() => {
          const { meeting, problems: syntax } = parse(text)
          const files = [{ file: context.file, meeting }, ...context.files.filter(({ file }) => file !== context.file)]
          return timed(() => feature({ ...context, meeting, syntax, lines: indexLines(text), files }, offset))
        }, 25)
        assert.ok(own < 4, `${name} at “${text.slice(offset - 12, offset)}”: ${own.toFixed(1)} ms`)
      }
    }
  })
})
