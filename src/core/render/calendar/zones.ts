import ICAL from 'ical.js'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { offsetAt, resolveWall, wallAt, type Instant } from '../../arrangement/zone.ts'
import { parse, type Component, type Property } from './jcal.ts'

/*
 * The library holds the rules of all zones in 33 KB (9 KB gzip), since zones share them; a bundle can carry that whole.
 * It knows today's rules only. That is right for meetings ahead, and wherever it disagrees with Temporal (a rule changed after
 * one of the two was published, a clock hour that comes twice) the event is written in UTC, which no reader can misread.
 */

/** Writes the instants of one calendar object and remembers which zones they need. */
export class ZoneBook {
  private readonly used = new Map<string, Component>()

  /** The VTIMEZONE components of every zone that was written. */
  get components(): readonly Component[] {
    return [...this.used.values()]
  }

  /**
   * Date-time properties of one event, all in one way: local time with TZID, or UTC where a zone cannot be trusted for one of
   * the instants.
   */
  write(zone: string, times: Readonly<Record<string, Instant | readonly Instant[]>>): Property[] {
    const block = zoneComponent(zone)
    const instants = Object.values(times).flat()
    const local = block !== undefined && instants.every((instant) => agrees(block, zone, instant))
    if (local) this.used.set(block.id, block.component)
    const parameters: Record<string, string> = local ? { tzid: block.id } : {}
    const form = (instant: Instant): string => (local ? `${wallAt(instant, zone)}:00` : utcTime(instant))
    return Object.entries(times).flatMap(([name, value]) =>
      [value].flat().map((instant): Property => [name, parameters, 'date-time', form(instant)]))
  }
}

/** An instant in UTC as jCal writes it, to the second. */
export function utcTime(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}

interface ZoneBlock {
  readonly id: string
  readonly component: Component
  readonly zone: ICAL.Timezone
}

const blocks = new Map<string, ZoneBlock | undefined>()

/** The zone's component; undefined for UTC itself and for a zone that the library does not hold. */
function zoneComponent(zone: string): ZoneBlock | undefined {
  if (blocks.has(zone)) return blocks.get(zone)
  const made = readZone(zone)
  blocks.set(zone, made)
  return made
}

function readZone(zone: string): ZoneBlock | undefined {
  if (/^(?:UTC|GMT|Etc\/.*|Z)$/i.test(zone) || !/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(zone)) return undefined
  const [block, id] = tzlib_get_ical_block(zone)
  if (block === undefined || id === undefined || !block.startsWith('BEGIN:VTIMEZONE')) return undefined
  const component = parse(block)
  return { id: id.slice('TZID='.length), component, zone: new ICAL.Timezone(new ICAL.Component([...component])) }
}

/** True when the wall time of an instant means this instant to a reader of the component. */
function agrees(block: ZoneBlock, zone: string, instant: Instant): boolean {
  const wall = wallAt(instant, zone)
  if (resolveWall(wall, zone).instant !== instant) return false
  const time = ICAL.Time.fromDateTimeString(`${wall}:00`)
  return block.zone.utcOffset(time) === offsetAt(instant, zone) * 60
}
