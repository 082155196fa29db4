import type { Message } from '../../messages/message.ts'
import { renderValue } from '../../messages/render.ts'
import { offsetAt } from '../../arrangement/zone.ts'
import type { AnnouncedItem, AnnouncedMaterial, Snapshot } from '../../process/snapshot.ts'
import { cleanLine, safeUrl } from '../clean.ts'
import { COLUMNS, LABELS } from './labels.ts'
import { bracketed, clause, commaJoined, lines, persons, phrase, words, type Block, type Fact, type Inline } from './notice.ts'
import { everybody, type Directory, type Reader } from './reader.ts'
import { agendaClocks, localTimes, showSpan, spanOf, zoneNote } from './time.ts'

/*
 * The parts that notices are put together from. Each gives no block at all where the meeting has nothing of the kind.
 */

/** When (in the reader's own time as well, where it differs), and where. */
export function whenAndWhere(snapshot: Snapshot, reader: Reader, directory: Directory): readonly Fact[] {
  const { language } = reader
  const span = spanOf(snapshot)
  const rows: Fact[] = [{ label: LABELS.when[language], value: [{ strong: showSpan(span, snapshot.zone, language) }] }]
  const own = reader.person === undefined ? undefined : directory.zone(reader.person)
  if (own !== undefined && offsetAt(span.start, own) !== offsetAt(span.start, snapshot.zone)) {
    rows.push({ label: LABELS.yourTime[language], value: [{ strong: showSpan(span, own, language) }] })
  }
  rows.push({ label: LABELS.duration[language], value: [renderValue({ minutes: snapshot.duration }, language)] })
  return [...rows, ...where(snapshot, reader)]
}

/** The room and the links. */
export function where({ room, link, backupLink }: Snapshot, { language }: Reader): readonly Fact[] {
  const rows: Fact[] = []
  if (room !== undefined) rows.push({ label: LABELS.room[language], value: words(room.name) })
  if (room?.directions !== undefined) rows.push({ label: LABELS.directions[language], value: words(room.directions) })
  if (link !== undefined) rows.push({ label: LABELS.link[language], value: linked(link) })
  if (backupLink !== undefined) rows.push({ label: LABELS.backupLink[language], value: linked(backupLink) })
  return rows
}

/** A URL to be pressed, or its text where it is none that may be linked. */
export function linked(url: string, text?: string): Inline {
  const safe = safeUrl(url)
  if (safe === undefined) return words(text ?? url)
  return [text === undefined ? { url: safe } : { url: safe, text: cleanLine(text) }]
}

/** Purpose and outcome. */
export function aims(snapshot: Snapshot, { language }: Reader): readonly Fact[] {
  const outcome = snapshot.outcome.map(cleanLine).filter((each) => each !== '')
  const rows: Fact[] = []
  if (cleanLine(snapshot.purpose) !== '') rows.push({ label: LABELS.purpose[language], value: words(snapshot.purpose) })
  if (outcome.length > 0) rows.push({ label: LABELS.outcome[language], value: [outcome.join(language === 'zh' ? '；' : '; ')] })
  return rows
}

/** Everybody by what is asked of them, with the reason of each optional one (A10). */
export function peopleFacts(snapshot: Snapshot, { language }: Reader): readonly Fact[] {
  const rows: Fact[] = [{ label: LABELS.organizer[language], value: persons([snapshot.organizer], language) }]
  const others = snapshot.required.filter((key) => key !== snapshot.organizer)
  if (others.length > 0) rows.push({ label: LABELS.required[language], value: persons(others, language) })
  if (snapshot.optional.length > 0) {
    const optional = snapshot.optional.map(({ key, reason }): Inline =>
      [{ person: key }, ...bracketed(words(clause(reason ?? '')), language)])
    rows.push({ label: LABELS.optional[language], value: commaJoined(optional, language) })
  }
  if (snapshot.remote.length > 0 && snapshot.room !== undefined) {
    rows.push({ label: LABELS.remote[language], value: persons(snapshot.remote, language) })
  }
  return rows
}

/** What everybody's clocks show, where people sit in more than one zone (A11). */
export function localTimesPart(snapshot: Snapshot, reader: Reader, directory: Directory): readonly Block[] {
  const { language } = reader
  const { groups, unknown } = localTimes(snapshot, directory)
  const shown = groups.filter((group, at) => at === 0 || group.keys.length > 0)
  if (shown.length < 2 && unknown.length === 0) return []
  const span = spanOf(snapshot)
  const rows = shown.map(({ zone, keys }): readonly Inline[] => [[showSpan(span, zone, language)], persons(keys, language)])
  const note = phrase(UNKNOWN_ZONE, language, { who: { inline: persons(unknown, language) } })
  const missing: Block[] = unknown.length === 0 ? [] : [{ kind: 'note', text: note }]
  if (shown.length < 2) return missing
  const head = [COLUMNS.local[language], COLUMNS.who[language]]
  return [heading(LABELS.localTimes, reader), { kind: 'table', head, rows }, ...missing]
}

/** The agenda with the times that its items begin at (A17). */
export function agendaPart(snapshot: Snapshot, reader: Reader): readonly Block[] {
  const { language } = reader
  if (snapshot.agenda.length === 0) return []
  const clocks = agendaClocks(snapshot)
  const known = everybody(snapshot)
  const withOwners = snapshot.agenda.some((item) => item.owners.length > 0)
    const rows = snapshot.agenda.map((item, at): readonly Inline[] => [
    words(clocks[at] ?? ''),
    item.minutes === undefined ? [] : [renderValue({ minutes: item.minutes }, language)],
    words(item.title),
    ...(withOwners ? [ownersOf(item, known, language)] : []),
  ])
  const columns = [COLUMNS.clock, COLUMNS.length, COLUMNS.item, ...(withOwners ? [COLUMNS.lead] : [])]
  const head = columns.map((column) => column[language])
  const { start } = spanOf(snapshot)
  const zone = zoneNote(snapshot.zone, start, language)
  return [{ kind: 'heading', text: LABELS.agenda[language] + zone }, { kind: 'table', head, rows }]
}

/** An owner is a key of an attendee or a name as it was written. */
export function ownersOf(item: AnnouncedItem, known: readonly string[], language: Reader['language']): Inline {
  return commaJoined(item.owners.map((owner) => (known.includes(owner) ? [{ person: owner }] : words(owner))), language)
}

/** What must be read beforehand first (B2), then the rest. */
export function materialsPart(snapshot: Snapshot, reader: Reader): readonly Block[] {
  if (snapshot.materials.length === 0) return []
  const first = snapshot.materials.filter((each) => each.readBefore === true)
  const rest = snapshot.materials.filter((each) => each.readBefore !== true)
  return [
    heading(LABELS.materials, reader),
    { kind: 'list', style: 'bullet', items: [...first, ...rest].map((each) => material(each, reader)) },
  ]
}

/** One material: what must be read first, its name or note, its date. */
export function material(item: AnnouncedMaterial, reader: Reader): Inline {
  const { language } = reader
  const shown: Inline = item.path === undefined ? linked(item.url ?? '') : file(item.path, reader)
  const note = item.note === undefined ? [] : [language === 'zh' ? '：' : ': ', ...words(item.note)]
  const dated = item.asOf === undefined ? [] : phrase(AS_OF, language, { date: item.asOf })
  const first: Inline = item.readBefore === true ? [{ strong: READ_BEFORE[language] }, ...(language === 'zh' ? [] : [' '])] : []
  return [...first, ...shown, ...note, ...dated, ...attachment(item, reader)]
}

function file(path: string, { repository }: Reader): Inline {
  const code: Inline = [{ code: cleanLine(path) }]
  if (repository === undefined) return code
  const encoded = cleanLine(path).split('/').map(encodeURIComponent).join('/')
  return linked(repository + encoded, path)
}

/** Whoever has only a mailbox finds the file in the mail, or how to get it. */
function attachment({ path, readBefore }: AnnouncedMaterial, { language, attached }: Reader): Inline {
  if (path === undefined || attached === undefined || readBefore !== true) return []
  return phrase(attached.includes(path) ? ATTACHED : NOT_ATTACHED, language)
}

/** What to do beforehand, as it is written, and what to mind. */
export function preparationPart(snapshot: Snapshot, reader: Reader): readonly Block[] {
  const blocks: Block[] = []
  if (snapshot.preparation !== undefined && lines(snapshot.preparation).length > 0) {
    blocks.push(heading(LABELS.preparation, reader), { kind: 'markdown', source: snapshot.preparation })
  }
  const notes = snapshot.notes.map(words).filter((each) => each.length > 0)
  if (notes.length > 0) blocks.push(heading(LABELS.notes, reader), { kind: 'list', style: 'bullet', items: notes })
  return blocks
}

export function heading(label: Message, reader: Reader): Block {
  return { kind: 'heading', text: label[reader.language] }
}

const UNKNOWN_ZONE: Message = {
  en: 'The local time of {who} is not known. Please reply with your time zone.',
  zh: '{who}所在时区未知，请在回复时说明。',
}
const AS_OF: Message = { en: ' (data as of {date})', zh: '（数据截至 {date}）' }
const ATTACHED: Message = { en: ' (attached)', zh: '（见附件）' }
const NOT_ATTACHED: Message = { en: ' (too large to attach: reply to this mail to get it)', zh: '（文件过大，未附上，请回复本邮件索取）' }
const READ_BEFORE: Message = { en: 'Read before the meeting:', zh: '【会前必读】' }
