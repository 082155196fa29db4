import type { Language, Message } from '../../messages/message.ts'
import { renderValue } from '../../messages/render.ts'
import type { AnnouncedItem, AnnouncedMaterial, Snapshot } from '../../process/snapshot.ts'
import { cleanLine } from '../clean.ts'
import { LABELS, NOTHING } from './labels.ts'
import { bracketed, persons, words, type Change, type Inline } from './notice.ts'
import { linked, material, ownersOf } from './parts.ts'
import { everybody, type Reader } from './reader.ts'
import { showSpan, spanOf } from './time.ts'

/** What an invited person has to know of a change, what it was beside what it is, in the order of an invitation (B6). */
export function differences(before: Snapshot, after: Snapshot, reader: Reader): readonly Change[] {
  const { language } = reader
  const rows: Change[] = []
  const add = (label: Message, old: Inline, now: Inline): void => {
    if (JSON.stringify(old) === JSON.stringify(now)) return
    rows.push({ label: label[language], before: orNone(old, language), after: orNone(now, language) })
  }
  add(LABELS.title, words(before.title), words(after.title))
  const when = (snapshot: Snapshot): Inline => [showSpan(spanOf(snapshot), snapshot.zone, language)]
  const length = (snapshot: Snapshot): Inline => [renderValue({ minutes: snapshot.duration }, language)]
  add(LABELS.when, when(before), when(after))
  add(LABELS.duration, length(before), length(after))
  add(LABELS.room, words(before.room?.name ?? ''), words(after.room?.name ?? ''))
  add(LABELS.directions, words(before.room?.directions ?? ''), words(after.room?.directions ?? ''))
  add(LABELS.signIn, words(before.room?.signIn ?? ''), words(after.room?.signIn ?? ''))
  add(LABELS.link, urlOf(before.link), urlOf(after.link))
  add(LABELS.backupLink, urlOf(before.backupLink), urlOf(after.backupLink))
  add(LABELS.organizer, persons([before.organizer], language), persons([after.organizer], language))
  add(LABELS.required, persons(before.required, language), persons(after.required, language))
  add(LABELS.optional, optionalOf(before, language), optionalOf(after, language))
  add(LABELS.remote, persons(before.remote, language), persons(after.remote, language))
  rows.push(...agendaChanges(before, after, language))
  rows.push(...materialChanges(before.materials, after.materials, reader))
  add(LABELS.notes, joined(before.notes, language), joined(after.notes, language))
  return rows
}

function orNone(inline: Inline, language: Language): Inline {
  return inline.length === 0 ? [NOTHING[language]] : inline
}

function urlOf(url: string | undefined): Inline {
  return url === undefined ? [] : linked(url)
}

function optionalOf(snapshot: Snapshot, language: Language): Inline {
  return persons(snapshot.optional.map((each) => each.key), language)
}

function joined(texts: readonly string[], language: Language): Inline {
  return words(texts.map(cleanLine).join(language === 'zh' ? '；' : '; '))
}

/** Item by item, matched by title; where only the order is another one, the two orders. */
function agendaChanges(from: Snapshot, to: Snapshot, language: Language): Change[] {
  const before = from.agenda
  const after = to.agenda
  const known = [...everybody(from), ...everybody(to)]
  const itemWords = (item: AnnouncedItem): Inline => itemInline(item, known, language)
  const label = LABELS.agenda[language]
  const rows: Change[] = []
  const left = [...before]
  for (const item of after) {
    const at = left.findIndex((each) => cleanLine(each.title) === cleanLine(item.title))
    const [old] = at === -1 ? [] : left.splice(at, 1)
    const was = old === undefined ? [] : itemWords(old)
    const is = itemWords(item)
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    rows.push({ label: was.length === 0 ? label + ADDED[language] : label, before: was, after: is })
  }
  for (const item of left) rows.push({ label: label + REMOVED[language], before: itemWords(item), after: [] })
  const order = (items: readonly AnnouncedItem[]): Inline => [items.map((item) => cleanLine(item.title)).join(' → ')]
  if (rows.length > 0 || JSON.stringify(order(before)) === JSON.stringify(order(after))) return rows
  return [{ label, before: order(before), after: order(after) }]
}

function itemInline(item: AnnouncedItem, known: readonly string[], language: Language): Inline {
  const length: Inline = item.minutes === undefined ? [] : [renderValue({ minutes: item.minutes }, language)]
  const owners = ownersOf(item, known, language)
  const comma = length.length > 0 && owners.length > 0 ? [language === 'zh' ? '，' : ', '] : []
  return [...words(item.title), ...bracketed([...length, ...comma, ...owners], language)]
}

function materialChanges(before: readonly AnnouncedMaterial[], after: readonly AnnouncedMaterial[], reader: Reader): Change[] {
  const { language } = reader
  const label = LABELS.materials[language]
  const nameOf = (item: AnnouncedMaterial): string => item.path ?? item.url ?? ''
  const rows: Change[] = []
  for (const item of after) {
    const old = before.find((each) => nameOf(each) === nameOf(item))
    const was = old === undefined ? [] : material(old, reader)
    const is = material(item, reader)
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    rows.push({ label: was.length === 0 ? label + ADDED[language] : label, before: was, after: is })
  }
  for (const item of before) {
    if (after.some((each) => nameOf(each) === nameOf(item))) continue
    rows.push({ label: label + REMOVED[language], before: material(item, reader), after: [] })
  }
  return rows
}

const ADDED: Message = { en: ' (new)', zh: '（新增）' }
const REMOVED: Message = { en: ' (dropped)', zh: '（取消）' }
