import type { Meeting, PersonRef } from '../meeting/model.ts'
import type { Range } from '../text/range.ts'

/** In which part of a meeting somebody is named. */
export type PersonPart = 'organizer' | 'required' | 'optional' | 'attendees' | 'remote' | 'agenda' | 'action' | 'roll-call' | 'prose'

/** Somebody named at a place of a meeting file. */
export interface PersonPlace {
  readonly ref: PersonRef
  readonly part: PersonPart
}

const places = new WeakMap<Meeting, readonly PersonPlace[]>()

/** Everybody whom a meeting names, at each place, in the order of the text. Remembered, since many features ask. */
export function personPlaces(meeting: Meeting): readonly PersonPlace[] {
  let known = places.get(meeting)
  if (known === undefined) places.set(meeting, (known = collect(meeting)))
  return known
}

/**
 * The person named at an offset; the offset right behind the name counts, as a cursor stands there. With the file's text, a mention in
 * running text is found too, which the meeting does not hold.
 */
export function personPlaceAt(meeting: Meeting, offset: number, text?: string): PersonPlace | undefined {
  const known = personPlaces(meeting).find(({ ref: { range } }) => range.start <= offset && offset <= range.end)
  return known ?? (text === undefined || offset < meeting.bodyStart ? undefined : mentionAt(text, offset))
}

/** Longest name that is looked for around an offset. */
const LONGEST = 60

function mentionAt(text: string, offset: number): PersonPlace | undefined {
  const from = Math.max(0, offset - LONGEST)
  const around = text.slice(from, offset + LONGEST)
  for (const match of around.matchAll(/(?<![a-z\d._-])[@＠]([\p{Script=Latin}\d](?:[\p{Script=Latin}\d._-]*[\p{Script=Latin}\d])?|[\p{L}·]+)/giu)) {
    const start = from + match.index
    const end = start + match[0].length
    if (start <= offset && offset <= end) return { ref: { value: match[1] ?? '', range: { start, end }, form: 'login' }, part: 'prose' }
  }
  return undefined
}

/** The span of the bare name, without its `@`; undefined where Markdown's marks stand within it. */
export function bareRange({ value, range }: PersonRef): Range | undefined {
  const more = range.end - range.start - value.length
  return more === 0 || more === 1 ? { start: range.start + more, end: range.end } : undefined
}

function collect({ fields, agenda, minutes, looseActions }: Meeting): PersonPlace[] {
  const of = (part: PersonPart, refs: readonly PersonRef[] | undefined): PersonPlace[] => (refs ?? []).map((ref) => ({ ref, part }))
  const actions = [...minutes?.actions?.items ?? [], ...looseActions?.items ?? []]
  const all = [
    ...of('organizer', fields.organizer === undefined ? [] : [fields.organizer.value]), ...of('required', fields.required?.value), ...of('optional', fields.optional?.value),
    ...of('attendees', fields.attendees?.value), ...of('remote', fields.remote?.value), ...of('agenda', agenda?.items.flatMap((item) => item.owners)),
    ...of('action', actions.flatMap((item) => item.owners)), ...of('roll-call', minutes?.attendance?.entries.map((entry) => entry.person)),
  ].sort((a, b) => a.ref.range.start - b.ref.range.start)
  // An owner of a group of items stands once in the text, whatever number of items name it.
  return all.filter((each, at) => each.ref.range.start !== all[at - 1]?.ref.range.start)
}
