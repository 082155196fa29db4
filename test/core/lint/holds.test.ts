import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { DAY, HOUR, MINUTE } from '../../../src/core/arrangement/zone.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { judge, type Verdict } from '../../../src/core/lint/lint.ts'
import { indexWorkspace } from '../../../src/core/lint/workspace.ts'
import { parse } from '../../../src/core/meeting/parse.ts'
import { good } from '../../support/rule.ts'

const EXAMPLES = readdirSync('examples/meetings', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  .map((name) => [`meetings/${name}`, readFileSync(join('examples/meetings', name), 'utf8')] as const)
/** What depends on the time in every way that there is: proposals of a time and of a deadline, a day without a time, minutes due, an item without a date, a series. */
const OWN = [
  good({ rsvp: '' }), good({ id: 'id: night', start: 'start: 2026-12-05 23:00', rsvp: '' }), good({ id: 'id: day', start: 'start: 2026-12-03' }),
  good({ id: 'id: twice', rsvp: 'rsvp_by: 2026-12-03 13:30' }), good({ id: 'id: small', place: 'room: 5B' }),
  good({ id: 'id: held', body: '## Agenda\n1. Split (60m)\n\n## Minutes\n### Action items\n- [ ] @han-meimei Send the table\n' }),
  good({ id: 'id: weekly', start: 'start: 2026-11-05 14:00', rsvp: '', more: 'repeat: every week on Thursday' }), good({ id: 'id: urgent', more: 'urgency: urgent', rsvp: '' }),
].map((text, at) => [`meetings/own-${at}.md`, text] as const)
const FILES = [...EXAMPLES, ...OWN].map(([file, text]) => ({ file, text, ...parse(text) }))
const { config } = parseConfig(readFileSync('examples/.convoke.yml', 'utf8'))
const BEGUN = Date.parse('2026-11-10T00:00:00Z')

function verdict(at: number, now: number): Verdict {
  const file = FILES[at % FILES.length] ?? FILES[0]
  assert.ok(file !== undefined)
  return judge({ file: file.file, meeting: file.meeting, text: file.text, syntax: file.problems, config, now, facts: new Map(), workspace: indexWorkspace(FILES, config, now), named: false })
}

describe('how long a verdict holds', () => {
  it('is found again at every instant of that time, on the same day', () => {
    // The edges are where mistakes would be: the first and the last minute of it, and a place in between.
    fc.assert(fc.property(fc.nat(FILES.length - 1), fc.nat(40 * 24 * 60), fc.double({ min: 0, max: 1, noNaN: true }), (at, minute, part) => {
      const now = BEGUN + minute * MINUTE
      const { problems, holds } = verdict(at, now)
      const day = Math.floor(now / DAY) * DAY
      const [from, until] = [Math.max(holds.from, day), Math.min(holds.until, day + DAY)]
      assert.ok(from <= now && now < until)
      for (const then of [from, until - 1, Math.floor(from + (until - 1 - from) * part)]) assert.deepEqual(verdict(at, then).problems, problems)
    }), { numRuns: 400 })
  })
  it('is no single instant, but where a proposal is made from the time itself', () => {
    for (const [at, file] of FILES.entries()) {
      for (let now = BEGUN; now < BEGUN + 40 * DAY; now += 7 * HOUR) {
        const { holds, problems } = verdict(at, now)
        if (holds.until < now + MINUTE) assert.ok(problems.some(({ rule }) => ['reply-deadline', 'humane-time', 'double-booking', 'room-fits'].includes(rule)), file.file)
      }
    }
  })
})
