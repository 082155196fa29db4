import { ZONES } from '../../arrangement/holidays/zones.generated.ts'
import { wallAt } from '../../arrangement/zone.ts'
import { attendeesOf } from '../../arrangement/who.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import type { Place } from './place.ts'
import { propose } from './proposal.ts'

/** Zones that several countries share, or that the table of countries leaves out for another reason; the host's own list has old names. */
const SHARED = 'UTC Asia/Amman Asia/Ashgabat Asia/Baghdad Asia/Beirut Asia/Bishkek Asia/Damascus Asia/Dili Asia/Dushanbe Asia/Gaza Asia/Kabul Asia/Kathmandu Asia/Kuwait Asia/Macau Asia/Muscat Asia/Qatar Asia/Thimphu Asia/Ulaanbaatar Asia/Yangon Indian/Maldives Pacific/Apia Pacific/Guadalcanal Pacific/Kiritimati Pacific/Majuro Pacific/Nauru Pacific/Niue Pacific/Palau Pacific/Port_Moresby Pacific/Tarawa'

let all: readonly string[] | undefined

/** Zones by their IANA names: the organization's and the attendees' first, each with what its clocks show now. */
export function zoneCompletions({ meeting, config, now }: LanguageContext, place: Place): Completion[] {
  all ??= [...new Set([...SHARED.split(' '), ...Object.values(ZONES).flatMap((names) => names.split(' '))])].sort()
  const near = [config.timezone, ...attendeesOf(meeting, config).map(({ person }) => person?.timezone), ...[...config.people.values()].map(({ timezone }) => timezone)]
  const first = [...new Set(near.flatMap((zone) => zone ?? []))]
  const rest = all.filter((zone) => !first.includes(zone))
  return [
    ...propose(place.range, first.map((zone) => ({ label: zone, kind: 'zone', detail: wallAt(now, zone).slice(11) }))),
    // What the clocks show is worked out for few: each zone's rules are read when first asked for.
    ...propose(place.range, rest.map((zone) => ({ label: zone, kind: 'zone' })), 1),
  ]
}
