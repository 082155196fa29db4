import { render } from '../messages/render.ts'
import type { Meeting, Section } from '../meeting/model.ts'
import { at, contains, type Range } from '../text/range.ts'
import { stemOf } from '../materials/paths.ts'
import type { LanguageContext } from './context.ts'
import type { OutlineNode } from './shapes.ts'

type Leaf = Omit<OutlineNode, 'children'>

/** The outline: the front matter with its keys under the meeting's title, then the sections with their items. */
export function documentSymbols(context: LanguageContext): OutlineNode[] {
  const { meeting, text, file } = context
  const roots: OutlineNode[] = []
  const front = meeting.frontMatter
  if (front !== undefined) {
    const fields = front.entries.map(({ written, keyRange, valueRange }): OutlineNode => {
      const range = { start: keyRange.start, end: Math.max(keyRange.end, valueRange.end) }
      return { name: named(written), detail: oneLine(text.slice(valueRange.start, valueRange.end)), kind: 'field', range, selection: keyRange, children: [] }
    })
    const title = meeting.fields.title
    const selection = title !== undefined && contains(front.range, title.range) ? title.range : front.fence
    roots.push({ name: named(title?.value ?? stemOf(file)), detail: detailOf(meeting), kind: 'meeting', range: front.range, selection, children: fields.filter((each) => contains(front.range, each.range)) })
  }
  return [...roots, ...nest(meeting.sections, leavesOf(context))]
}

/** Sections within sections, each with the items that stand in it and in none of its own sections. */
function nest(sections: readonly Section[], leaves: readonly Leaf[]): OutlineNode[] {
  const [first, ...rest] = sections
  if (first === undefined) return []
  const range = { start: first.headingRange.start, end: Math.max(first.content.end, first.headingRange.end) }
  const inner = rest.filter((each) => each.headingRange.start < range.end)
  const after = rest.filter((each) => each.headingRange.start >= range.end)
  const own = leaves.filter((leaf) => contains(range, leaf.range) && !inner.some((each) => each.content.start <= leaf.range.start && leaf.range.start < each.content.end))
  const children = [...own.map((leaf): OutlineNode => ({ ...leaf, children: [] })), ...nest(inner, leaves)].sort((a, b) => a.range.start - b.range.start)
  return [{ name: named(first.heading.value), kind: 'section', range, selection: first.headingRange, children }, ...nest(after, leaves)]
}

function leavesOf({ meeting, language }: LanguageContext): Leaf[] {
  const leaves: Leaf[] = (meeting.agenda?.items ?? []).map((item) => {
    const detail = [item.minutes === undefined ? '' : render(MINUTES, { length: { minutes: item.minutes.value } }, language), ...item.owners.map(shownOwner)].filter((each) => each !== '').join(' · ')
    return leaf('agenda-item', item.title.value, item.range, detail)
  })
  for (const item of [...meeting.minutes?.actions?.items ?? [], ...meeting.looseActions?.items ?? []]) {
    leaves.push(leaf('action-item', `${item.done ? '✓ ' : ''}${item.text.value}`, item.range, [...item.owners.map(shownOwner), item.due?.value ?? ''].filter((each) => each !== '').join(' · ')))
  }
  for (const decision of meeting.minutes?.decisions?.items ?? []) leaves.push(leaf('decision', decision.value, decision.range, ''))
  return leaves
}

const MINUTES = { en: '{length}', zh: '{length}' }

function leaf(kind: OutlineNode['kind'], name: string, range: Range, detail: string): Leaf {
  return { name: named(name), ...(detail === '' ? {} : { detail }), kind, range, selection: range.end > range.start ? range : at(range.start) }
}

/** Who owns an item, by key; a bare address is not shown. */
function shownOwner({ value, form }: { readonly value: string; readonly form: string }): string {
  return form === 'mail' ? '' : value
}

function detailOf({ fields }: Meeting): string {
  return fields.start?.value.replace('T', ' ') ?? fields.startDay?.value ?? ''
}

/** Clients refuse a symbol without a name. */
function named(name: string): string {
  const line = oneLine(name)
  return line === '' ? '…' : line
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
