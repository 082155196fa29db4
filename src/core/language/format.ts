import { writeDuration } from '../config/duration.ts'
import type { AgendaItem, Meeting } from '../meeting/model.ts'
import { parse } from '../meeting/parse.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import type { LanguageContext } from './context.ts'

/**
 * The edits that write every length of time of the agenda in one form: `15m`, `1h30m` in an English file, 15分钟 in a Chinese one.
 * Only the way of writing changes: a length that says a range, stands in a table whose heading says the unit, or would be read
 * differently afterwards stays as it is (FORMAT 4, safe).
 */
export function formatAgenda({ meeting, text }: Pick<LanguageContext, 'meeting' | 'text'>): TextEdit[] {
  const edits = (meeting.agenda?.items ?? []).flatMap((item) => editOf(item, meeting, text))
  if (edits.length === 0 || keepsMeaning(meeting, text, edits)) return edits
  const kept: TextEdit[] = []
  for (const edit of edits) if (keepsMeaning(meeting, text, [...kept, edit])) kept.push(edit)
  return kept
}

function editOf({ minutes, form }: AgendaItem, meeting: Meeting, text: string): TextEdit[] {
  if (minutes === undefined || form === 'table') return []
  const written = text.slice(minutes.range.start, minutes.range.end)
  const wanted = writeDuration(minutes.value, meeting.language)
  if (written === wanted || /[-–—−~～至到]|to/i.test(written.replace(/^\d+\s*-\s*min/i, ''))) return []
  return [{ range: minutes.range, text: wanted }]
}

function keepsMeaning(meeting: Meeting, text: string, edits: readonly TextEdit[]): boolean {
  const after = applyEdits(text, edits)
  return after !== undefined && said(parse(after).meeting) === said(meeting)
}

function said({ agenda, language }: Meeting): string {
  return JSON.stringify([language, agenda?.items.map((item) => [item.title.value, item.minutes?.value, item.clock?.value, item.owners.map(({ value }) => value)])])
}
