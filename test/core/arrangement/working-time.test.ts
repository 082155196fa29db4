import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { dayKind } from '../../../src/core/arrangement/holidays/day.ts'
import { attendeesOf } from '../../../src/core/arrangement/who.ts'
import { badness, timeJudge, judgeTime } from '../../../src/core/arrangement/working-time.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { meeting } from '../../support/meeting.ts'

const { config } = parseConfig(`timezone: Asia/Shanghai
people:
  li: {}
  han: { working_hours: "10:00-19:00" }
  otto: { timezone: Europe/Berlin, holiday_region: DE-BY }
  sue: { timezone: America/New_York }
  dara: { timezone: Africa/Cairo, holiday_region: EG }
  nobody: { outside: true }
`)
const KEYS = ['li', 'han', 'otto', 'sue', 'dara', 'nobody']
const HALF_HOUR = 30 * 60_000
const FIRST = Date.parse('2026-09-20T00:00Z')

const people = fc.subarray(KEYS, { minLength: 1 }).map((keys) => attendeesOf(meeting(`---\nrequired: [${keys.join(', ')}]\n---\n`), config))
const start = fc.integer({ min: 0, max: 400 * 48 }).map((number) => FIRST + number * HALF_HOUR)
const duration = fc.constantFrom(15, 30, 90, 480, 1440, 3000).map((minutes) => minutes * 60_000)

describe('working time', () => {
  it('weighs a time alike, looked at alone and among many', () => {
    fc.assert(fc.property(people, start, duration, (attendees, from, length) => {
      assert.equal(timeJudge(attendees, config)(from, from + length), badness(judgeTime(attendees, from, from + length, config)))
    }), { seed: 11, numRuns: 2000 })
  })

  it('finds nights, days off and working hours as a walk through every minute on their clock does', () => {
    fc.assert(fc.property(people, start, fc.constantFrom(15, 30, 90, 480), (attendees, from, minutes) => {
      for (const { attendee, wall, defects } of judgeTime(attendees, from, from + minutes * 60_000, config)) {
        const zone = attendee.person?.timezone ?? 'Asia/Shanghai'
        const hours = attendee.person?.workingHours ?? config.workingHours
        const region = attendee.person?.holidayRegion ?? { 'Asia/Shanghai': 'CN', 'Europe/Berlin': 'DE', 'America/New_York': 'US' }[zone]
        const local = Array.from({ length: minutes }, (_, minute) => Temporal.Instant.fromEpochMilliseconds(from + minute * 60_000).toZonedDateTimeISO(zone))
        const kinds = new Set(local.map((each) => dayKind(each.toPlainDate().toString(), region)))
        const night = local.some(({ hour }) => hour >= 22 || hour < 7)
        const clocks = local.map(({ hour, minute }) => hour * 60 + minute)
        const outside = clocks.some((clock) => clock < hours.start || clock >= hours.end) || local[0]?.dayOfYear !== local.at(-1)?.dayOfYear
        assert.equal(wall, local[0]?.toPlainDateTime().toString().slice(0, 16))
        const off = kinds.has('holiday') ? ['holiday'] : kinds.has('weekend') ? ['weekend'] : []
        assert.deepEqual(defects, [...(night ? ['night'] : []), ...off, ...(outside ? ['hours'] : [])], `${attendee.key} ${wall} ${minutes}`)
      }
    }), { seed: 12, numRuns: 150 })
  })
})
