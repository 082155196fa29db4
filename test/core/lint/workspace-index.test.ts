import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DAY, HOUR } from '../../../src/core/arrangement/zone.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { WorkspaceIndex } from '../../../src/core/lint/workspace-index.ts'
import { indexWorkspace } from '../../../src/core/lint/workspace.ts'
import { parse } from '../../../src/core/meeting/parse.ts'
import type { MeetingFile } from '../../../src/core/rules/rule.ts'

const NOW = Date.parse('2026-11-24T09:00:00Z')
const { config } = parseConfig('timezone: Europe/Berlin\nadopted: 2026-11-01\n')
const FILES = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md']

/** Meetings that get into each other's way: few ids, few days, series and their meetings, names that several titles share. */
const meetings = fc.record({
  id: fc.constantFrom('x', 'y', 'weekly', undefined), day: fc.integer({ min: 1, max: 9 }), hour: fc.constantFrom('09', '10', '23'), duration: fc.constantFrom('30m', '3h', undefined),
  title: fc.constantFrom('Launch of Zorvex', 'What Zorvex costs', 'Pick a Brintal', 'Budget'), kind: fc.constantFrom('', '', 'repeat: every week on Tuesday', 'series: weekly', 'status: cancelled', 'old'),
}).map(({ id, day, hour, duration, title, kind }) => {
  const start = kind === 'old' ? `2026-10-0${day} ${hour}:00` : `2026-12-0${day} ${hour}:00`
  const lines = [...(id === undefined ? [] : [`id: ${id}`]), `title: ${title}`, `start: ${start}`, ...(duration === undefined ? [] : [`duration: ${duration}`]), ...(kind === '' || kind === 'old' ? [] : [kind])]
  if (kind === 'series: weekly') lines.push(`occurrence: 2026-12-0${day} ${hour}:00`)
  return parse(`---\n${lines.join('\n')}\n---\n`).meeting
})

describe('lint: the index of meetings', () => {
  it('answers after any changes as one that is made anew from the files as they are', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...FILES), fc.option(meetings), fc.boolean()), { maxLength: 24 }), (steps) => {
      const index = new WorkspaceIndex(config, NOW)
      const files = new Map<string, MeetingFile>()
      for (const [file, meeting, asks] of steps) {
        if (meeting === null) {
          files.delete(file)
          index.remove(file)
        } else {
          files.set(file, { file, meeting })
          index.put({ file, meeting })
        }
        // Asking in between settles what waits, or does not.
        if (asks) index.overlapping(NOW, NOW + DAY)
      }
      const anew = indexWorkspace([...files.values()], config, NOW)
      for (let start = NOW - 40 * DAY; start < NOW + 40 * DAY; start += 31 * HOUR) {
        const seen = (found: ReturnType<WorkspaceIndex['overlapping']>): unknown[] => found.map((each) => [each.file, each.start, each.end])
        assert.deepEqual(seen(index.overlapping(start, start + 31 * HOUR)), seen(anew.overlapping(start, start + 31 * HOUR)))
      }
      for (const id of ['x', 'y', 'weekly', 'z']) assert.deepEqual(index.withId(id).map((each) => each.file), anew.withId(id).map((each) => each.file))
      for (const text of ['Zorvex is late', 'Brintal is late']) assert.equal(index.ownWords?.(text), anew.ownWords?.(text))
    }), { numRuns: 60 })
  })
})
