import assert from 'node:assert/strict'
import type { ImportedFile } from '../../src/core/import/collect.ts'
import type { Found, Proposal } from '../../src/core/import/model.ts'
import { proposeMeeting } from '../../src/core/import/propose.ts'
import { zoneName } from '../../src/core/import/time.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import { positionAt, indexLines } from '../../src/core/text/lines.ts'

/** The text below the front matter, a byte order mark above it left out; all of the text where there is none. */
export function bodyOf(text: string): string {
  return text.slice(parse(text).meeting.bodyStart)
}

/**
 * Checks that what was written is read back as it was proposed: each key that was added has the proposed value, every range covers text
 * of the file or its path, and keys that were there have the value that they had.
 */
export function agrees({ path, proposal, written, changed }: ImportedFile, text: string): void {
  const before = parse(text).meeting.fields
  const { meeting, problems } = parse(written.text)
  const { fields } = meeting
  for (const { place } of foundIn(proposal)) {
    const whole = place.in === 'path' ? path : text
    assert.ok(place.range.start >= 0 && place.range.start <= place.range.end && place.range.end <= whole.length, `${path}: a range outside of its text`)
  }
  if (!changed) return
  const expected: Record<string, readonly [unknown, unknown]> = {
    id: [fields.id?.value, written.id], title: [fields.title?.value, proposal.title?.value],
    start: [fields.start?.value, `${proposal.date?.value ?? ''}T${proposal.start?.value ?? ''}`], date: [fields.startDay?.value, proposal.date?.value],
    time: [fields.start?.value.slice(11), proposal.start?.value], timezone: [fields.timezone?.value, zoneName(proposal.zone?.value ?? '')],
    duration: [fields.duration?.value, proposal.duration?.value], link: [fields.link?.value, proposal.link?.value],
  }
  for (const key of written.added) {
    const pair = expected[key]
    if (pair) assert.equal(pair[0], pair[1], `${path}: ${key}`)
  }
  if (written.added.includes('attendees')) assert.equal(new Set(fields.attendees?.value.map((each) => each.value)).size, fields.attendees?.value.length, path)
  for (const key of ['id', 'title', 'link'] as const) if (before[key] !== undefined) assert.equal(fields[key]?.value, before[key]?.value, `${path}: ${key} was changed`)
  // What was there may have its faults; nothing that was added has any.
  const old = new Set(parse(text).problems.map((each) => each.code))
  assert.deepEqual(problems.map((each) => each.code).filter((code) => !old.has(code)), [], path)
}

function foundIn(proposal: Proposal): Found<unknown>[] {
  const { title, date, start, zone, duration, link, organizer, attendees, absentees, agenda, decisions, actions, parts } = proposal
  const single = [title, date, start, zone, duration, link, organizer].filter((each) => each !== undefined)
  return [...single, ...attendees, ...absentees, ...agenda, ...decisions, ...actions, ...parts]
}

/** What a text and its path say, each value as `value @line` (`@name` for the path, `?` behind what is only likely), as a test can show it. */
export function proposed(text: string, path = 'meetings/file.md'): Record<string, string | string[]> {
  const proposal = proposeMeeting(text, path)
  const lines = indexLines(text)
  const show = (found: Found<unknown>, value: string): string => {
    const at = found.place.in === 'path' ? 'name' : positionAt(lines, found.place.range.start).line + 1
    return `${value} @${at}${found.sureness === 'sure' ? '' : '?'}`
  }
  const { title, date, start, zone, duration, link, organizer } = proposal
  const result: Record<string, string | string[]> = {}
  for (const [name, found] of Object.entries({ title, date, start, zone, duration, link })) if (found) result[name] = show(found, String(found.value))
  if (organizer) result['organizer'] = show(organizer, organizer.value.name)
  const person = ({ name, login }: { name: string; login?: string }): string => (login === undefined ? name : `${name} (${login})`)
  const list = (name: string, shown: string[]): void => {
    if (shown.length > 0) result[name] = shown
  }
  list('attendees', proposal.attendees.map((each) => show(each, person(each.value))))
  list('absentees', proposal.absentees.map((each) => show(each, person(each.value))))
  list('agenda', proposal.agenda.map((each) => show(each, [each.value.title, each.value.minutes === undefined ? '' : `${each.value.minutes}m`, ...each.value.owners].filter((part) => part !== '').join(' | '))))
  list('decisions', proposal.decisions.map((each) => show(each, each.value)))
  list('actions', proposal.actions.map((each) => show(each, [each.value.text, ...each.value.owners, each.value.due ?? '', each.value.done ? 'done' : ''].filter((part) => part !== '').join(' | '))))
  return result
}
