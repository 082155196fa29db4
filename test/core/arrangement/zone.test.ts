import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { addDays, resolveWall, wallAt } from '../../../src/core/arrangement/zone.ts'

/** Zones with and without DST, with half-hour DST, with a skipped day, and with DST the other way round. */
const ZONES = [
  'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC', 'Asia/Kathmandu',
  'Africa/Casablanca', 'Europe/Dublin',
]
const CLOCKS = ['00:30', '01:30', '02:15', '02:30', '03:00', '14:00']

describe('zone', () => {
  for (const zone of ZONES) {
    it(`resolves every wall time of two years in ${zone} as Temporal does`, () => {
      for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
        for (const clock of CLOCKS) {
          const wall = `${day}T${clock}`
          const plain = Temporal.PlainDateTime.from(wall)
          const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
          const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
          const twice = earlier.toPlainDateTime().equals(plain)
          const once = earlier.epochMilliseconds === later.epochMilliseconds
          const status = once ? 'once' : twice ? 'twice' : 'gap'
          const expected = status === 'gap' ? plain.toZonedDateTime(zone).epochMilliseconds : earlier.epochMilliseconds
          assert.deepEqual(resolveWall(wall, zone), { instant: expected, status }, wall)
          if (status !== 'gap') assert.equal(wallAt(expected, zone), wall)
        }
      }
    })
  }
})
