import assert from 'node:assert/strict'
import { readDate } from '../../src/core/meeting/dates.ts'
import { plainText } from '../../src/core/meeting/markdown/plain.ts'
import type { ActionItem, Meeting, Parsed, PersonRef } from '../../src/core/meeting/model.ts'
import type { Located, Range } from '../../src/core/text/range.ts'

/** Checks that every range of what was parsed lies in the text, and that the text under it is what the model says it is. */
export function checkRanges(text: string, { meeting, problems }: Parsed): void {
  walk(text, meeting, 'meeting')
  walk(text, problems, 'problems')
  assert.equal(meeting.length, text.length)
  assert.ok(meeting.bodyStart >= 0 && meeting.bodyStart <= text.length)
  checkSections(text, meeting)
  for (const item of meeting.agenda?.items ?? []) {
    checkCut(text, item.title)
    for (const owner of item.owners) checkPerson(text, owner)
    if (item.minutes) assert.match(under(text, item.minutes.range), /[\d半一二两三四五六七八九十]/)
    if (item.clock) assert.match(under(text, item.clock.range), /^\D{0,2}\s*\d{1,2}[:：]\d{2}/)
  }
  for (const item of [...(meeting.minutes?.actions?.items ?? []), ...(meeting.looseActions?.items ?? [])]) checkAction(text, item)
  for (const entry of meeting.minutes?.attendance?.entries ?? []) {
    checkPerson(text, entry.person)
    if (entry.note) checkPlain(text, entry.note)
  }
  for (const decision of meeting.minutes?.decisions?.items ?? []) checkPlain(text, decision)
  for (const link of meeting.links) assert.equal(under(text, link.url.range), link.url.value)
  for (const suppression of meeting.suppressions) {
    for (const rule of suppression.rules) assert.equal(under(text, rule.range), rule.value)
  }
}

function walk(text: string, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return
  if (isRange(value) && !path.endsWith('.value')) {
    assert.ok(Number.isInteger(value.start) && Number.isInteger(value.end), path)
    assert.ok(value.start >= 0 && value.start <= value.end && value.end <= text.length,
      `${path}: ${value.start}-${value.end} of ${text.length}`)
    return
  }
  for (const [key, inner] of Object.entries(value)) walk(text, inner, `${path}.${key}`)
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
    && Object.keys(value).length === 2
}

function checkSections(text: string, meeting: Meeting): void {
  let last = -1
  for (const section of meeting.sections) {
    checkPlain(text, section.heading)
    assert.ok(section.headingRange.start > last, 'sections come in the order of the text')
    assert.ok(section.content.start >= section.headingRange.end && section.content.end >= section.content.start)
    last = section.headingRange.start
  }
}

function checkAction(text: string, item: ActionItem): void {
  checkCut(text, item.text)
  for (const owner of item.owners) checkPerson(text, owner)
  if (item.box) assert.match(under(text, item.box), /^\[[ \txX]\]$/)
  if (item.due) assert.equal(readDate(plainText(under(text, item.due.range))), item.due.value)
  if (item.dueText) assert.equal(plainText(under(text, item.dueText.range)), item.dueText.value)
  if (item.issue) assert.equal(under(text, item.issue.range), `#${item.issue.value}`)
}

/** A text of the body is the text under its range without marks and with white space drawn together. */
function checkPlain(text: string, located: Located<string>): void {
  assert.equal(plainText(under(text, located.range)), located.value)
}

/** A title or act begins and ends where its range does; what was taken out of its middle is missing in the value. */
function checkCut(text: string, located: Located<string>): void {
  const plain = plainText(under(text, located.range))
  if (plain === located.value) return
  let at = 0
  for (const [letter] of located.value.matchAll(/[\p{L}\p{N}]/gu)) {
    const found = plain.indexOf(letter, at)
    assert.notEqual(found, -1, `${JSON.stringify(located.value)} in ${JSON.stringify(plain)}`)
    at = found + letter.length
  }
}

/** Units at a name's edges may be marks in the line and letters in the name alone (`__li__`): they are not compared. */
function checkPerson(text: string, person: PersonRef): void {
  const withoutMarks = (name: string): string => name.replace(/[*_~`\\]/g, '')
  const written = plainText(under(text, person.range)).replace(/^[@＠]\s*/, '')
  assert.equal(withoutMarks(written), withoutMarks(person.value))
}

function under(text: string, { start, end }: Range): string {
  return text.slice(start, end)
}
