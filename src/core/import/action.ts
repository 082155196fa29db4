import type { ActionItem } from '../meeting/model.ts'
import { readAction, readActionItems } from '../meeting/actions.ts'
import { readActionTable } from '../meeting/action-table.ts'
import { isPlaceholder, saysNone } from '../meeting/content.ts'
import type { Block } from '../meeting/markdown/block.ts'
import { ANNOUNCES, BRACKETED, CALLED_ON, DASHED, DOES, DOTTED, IN_CHARGE, LATER, MARKED_BEHIND, NEEDS, OPEN_OWNER, RESPONSIBLE, SAID, SAID_WITHIN, SHOUTED, TAKES_ON, TOOK, VERB, WILL } from './action-words.ts'
import { ASSIGNED, assignedTo, isDoer, isNoOwner, namesBehind } from './assigned.ts'
import { linesBelow, NUMBER, TEMPLATE } from './decision.ts'
import type { Found, FoundAction, Sureness } from './model.ts'
import { plainText } from '../meeting/markdown/plain.ts'
import { isName } from './name.ts'
import type { Group, Line } from './outline.ts'
import type { Source } from './source.ts'

/** What somebody shall do: sections of that name, lines that say so, boxes with an owner, assignments, open points with an owner. */
export function readActionList(source: Source, speakers: ReadonlySet<string>, topics: ReadonlySet<number>): Found<FoundAction>[] {
  const found: Found<FoundAction>[] = []
  for (const group of source.groups) {
    if (group.meaning === 'actions') ofSection(source, group, speakers, found)
    else if (group.meaning === 'open' && group.own) for (const line of group.lines) ofOpenPoint(source, line, found)
    else if (!['attendees', 'absentees'].includes(group.meaning ?? '') && !isReview(group)) {
      // A heading below open points is one itself.
      if (group.meaning === 'open' && group.heading !== undefined) ofOpenPoint(source, group.heading, found)
      group.lines.forEach((line, at) => ofLine(source, group, line, at, speakers, topics, found))
    }
  }
  const taken = new Set<number>()
  return found.filter(({ place }) => !taken.has(place.range.start) && taken.add(place.range.start))
}

/** `Review of action items`: what was to be done since the last meeting was given out there. */
function isReview(group: Group): boolean {
  const plain = group.heading?.piece.spaced ?? ''
  return group.own && group.meaning === 'aside' && /action/i.test(plain)
}

function ofSection({ text }: Source, group: Group, speakers: ReadonlySet<string>, found: Found<FoundAction>[]): void {
  const tables = new Set<Block>()
  const lists = group.lines.filter((line) => line.form === 'item')
  const base = Math.min(...lists.map((line) => line.level))
  const byOwner = lists.filter((line) => line.level === base).every((line) => ownerAbove(line) !== undefined) && lists.filter((line) => line.level === base).length > 1
  // What is only called next may be talk: it has to say what is done, or by whom.
  const isLater = LATER.test(group.heading?.piece.spaced ?? '')
  const isTalk = (line: Line): boolean => isLater && line.checked === undefined && !DOES.test(line.piece.spaced) && !isAssigned(line) && !/[@＠]\p{L}/u.test(line.piece.spaced)
  for (const line of group.lines) {
    if (line.form === 'row') {
      if (!tables.has(line.block)) for (const item of readActionTable(text, line.block)) push(found, item, 'sure')
      tables.add(line.block)
    } else if (line.form === 'item' && line.level === base && !isTalk(line)) {
      const of = ownerAbove(line)
      if (of !== undefined && (byOwner || /^\s*[@＠]/.test(line.piece.spaced) || speakers.has(of.toLowerCase()) || speakers.has(of.split(' ')[0]?.toLowerCase() ?? ''))) {
        for (const below of linesBelow(group, group.lines.indexOf(line))) for (const item of readActionItems(text, below.block)) push(found, item, 'sure', below, item.owners.length === 0 ? [of] : undefined)
        continue
      }
      const doer = line.label?.meaning === undefined && isDoer(line.label?.words) ? line.label?.words.replace(/^[@＠]/, '') : undefined
      for (const item of readActionItems(text, line.block)) push(found, item, 'sure', line, item.owners.length === 0 && doer !== undefined ? [doer] : undefined)
    } else if (line.form === 'text' && !line.goesOn && (NUMBER.exec(line.piece.spaced)?.[0].trim() !== '' || SAID.test(line.piece.spaced))) push(found, readAction(text, line.range, line.range), 'sure', line)
    else if (line.form === 'text' && lists.length === 0 && isAssigned(line)) {
      const item = readAction(text, line.range, line.range)
      const doer = line.label?.meaning === undefined && isDoer(line.label?.words) ? line.label?.words : undefined
      push(found, item, 'sure', line, item.owners.length === 0 && doer !== undefined ? [doer] : undefined)
    }
  }
}

/** A point of a list that is nothing but a name, above what that person shall do. */
function ownerAbove(line: Line): string | undefined {
  const name = /^[\s\0*_]*[@＠]?([^@＠:：]+?)[\s\0*_]*[:：]?[\s\0*_]*$/u.exec(line.piece.spaced)?.[1]
  const nested = line.block.children.some((each) => each.kind === 'list')
  return nested && line.checked === undefined && name !== undefined && isDoer(name) && name.split(' ').length <= 2 && !isNoOwner(name) ? name : undefined
}

/** A line without a list's mark that begins with who shall do it, or ends so. */
function isAssigned(line: Line): boolean {
  const plain = line.piece.spaced
  const owner = ASSIGNED.exec(plain)?.[1]
  const labelled = line.label !== undefined && line.label.meaning === undefined && isDoer(line.label.words) && /\p{L}/u.test(plain.slice(line.label.rest))
  return labelled || (owner !== undefined && isDoer(owner) && !isNoOwner(owner.split(' ').pop() ?? '')) || plain.search(RESPONSIBLE) > 0 || plain.search(IN_CHARGE) > 0 || /^\s*[@＠]\p{L}/u.test(plain)
}

/** A table whose head names action items, wherever it stands. */
function ofTable(text: string, line: Line, found: Found<FoundAction>[]): void {
  const isAction = line.head === true && (line.cells ?? []).some((cell) => /^(?:action(?: items?)?s?|行动项|待办(?:事项)?|遗留(?:问题|任务))$/i.test(plainText(text.slice(cell.start, cell.end))))
  if (isAction) for (const item of readActionTable(text, line.block)) push(found, item, 'sure')
}

function ofLine(source: Source, group: Group, line: Line, at: number, speakers: ReadonlySet<string>, topics: ReadonlySet<number>, found: Found<FoundAction>[]): void {
  const { text } = source
  const plain = line.piece.spaced
  if (line.form === 'row') ofTable(text, line, found)
  if (line.form === 'row' || line.form === 'heading') return
  const said = SAID.exec(plain) ?? SHOUTED.exec(plain)
  if (said || (ANNOUNCES.test(plain) && !topics.has(line.block.start))) {
    if (said && /[\p{L}\p{N}]/u.test(plain.slice(said[0].length))) push(found, afterMark(text, line, said[0].length), 'sure', line)
    else for (const below of linesBelow(group, at)) {
      // What is only called next may be talk: it has to say what is done, or by whom.
      if (said || !LATER.test(plain) || DOES.test(below.piece.spaced) || WILL.test(below.piece.spaced) || isAssigned(below)) for (const item of readActionItems(text, below.block)) {
        const doer = item.owners.length === 0 ? WILL.exec(below.piece.spaced)?.[1] : undefined
        push(found, item, LATER.test(plain) ? 'likely' : 'sure', below, doer === undefined ? undefined : [doer])
      }
    }
    return
  }
  if (plain.search(RESPONSIBLE) > 0 || (group.meaning !== 'agenda' && !topics.has(line.block.start) && plain.search(IN_CHARGE) > 0)) {
    push(found, readAction(text, line.range, line.range), 'sure', line)
    return
  }
  const marked = MARKED_BEHIND.exec(plain)
  if (marked) {
    const range = { start: line.range.start, end: line.range.start + marked.index }
    push(found, readAction(text, range, range), 'sure', undefined, [marked[1] ?? ''])
    return
  }
  // `Ann: To write it down`: whoever takes it on is the one who speaks.
  const doer = line.label !== undefined && speakers.has(line.label.words.toLowerCase()) && VERB.test(plain.slice(line.label.rest)) && isAct(plain.slice(line.label.rest)) ? line.label : undefined
  if (doer !== undefined) {
    const range = { start: line.range.start + doer.rest, end: line.range.end }
    push(found, readAction(text, range, range), 'sure', undefined, [doer.words])
    return
  }
  const dashed = OPEN_OWNER.exec(plain)?.[1]?.split('/') ?? []
  if (dashed.length > 0 && group.meaning !== 'agenda' && !topics.has(line.block.start) && (group.meaning === 'open' || dashed.every((name) => speakers.has(name)))) {
    ofOpenPoint(source, line, found)
    return
  }
  if (line.checked === undefined && group.meaning !== 'agenda' && !topics.has(line.block.start) && CALLED_ON.test(plain)) {
    // 同意发布，脚本需要改好 @某某: the approval is no part of what is to be done.
    const approved = /^.{0,20}(?:同意|决定)[^，,；;]*[，,；;]\s*(?:(?:另外|同时)[，,]?)?\s*/u.exec(plain)?.[0].length ?? 0
    const range = { start: line.range.start + approved, end: line.range.end }
    push(found, readAction(text, range, range), 'likely', approved === 0 ? line : undefined)
    return
  }
  const dotted = group.meaning === 'agenda' || topics.has(line.block.start) ? null : DOTTED.exec(plain)
  if (dotted) {
    const range = { start: line.range.start, end: line.range.start + plain.search(/\s\.{2,3}\s*\p{Lu}[^.]*\.?\s*$/u) }
    push(found, readAction(text, range, range), 'likely', undefined, [dotted[1] ?? ''])
    return
  }
  const within = SAID_WITHIN.exec(plain)
  if (within) {
    const range = { start: line.range.start + within.index + within[0].length, end: line.range.end }
    push(found, readAction(text, range, range), 'sure', undefined, assignedTo(ASSIGNED.exec(plain.slice(within.index + within[0].length))))
    return
  }
  const takes = TAKES_ON.exec(plain)?.[1]
  if (takes !== undefined && speakers.has(takes)) {
    push(found, readAction(text, line.range, line.range), 'likely', line, [takes])
    return
  }
  const took = /action/i.test(plain) ? TOOK.exec(plain) : null
  if (took) {
    const whole = took[2] !== undefined
    const start = line.range.start + (whole ? 0 : took.index + took[0].length)
    // `James: I'll take an action to …`: whoever speaks.
    const said = /^i$/i.test(took[1] ?? '') && line.label !== undefined && isDoer(line.label.words) ? line.label.words : took[1]
    const owner = (took[2] ?? said ?? '').replace(/^(?:we|i|they|he|she|who|also|it)$/i, '')
    push(found, readAction(text, { start, end: line.range.end }, { start, end: line.range.end }), 'likely', undefined, owner === '' ? [] : [owner])
    return
  }
  // A box with somebody beside it; in an agenda of boxes the initials stand before the topic.
  if (line.checked !== undefined && line.form === 'item' && /\S\s*[@＠]\p{L}/u.test(plain) && group.meaning !== 'agenda' && !topics.has(line.block.start)) {
    for (const item of readActionItems(text, line.block)) if (item.owners.length > 0) push(found, item, 'likely', line)
    return
  }
  // … or with somebody behind a dash or in brackets who was there.
  const behind = line.checked === undefined || line.form !== 'item' || group.meaning === 'agenda' || topics.has(line.block.start) ? [] : namesBehind(plain.trimEnd()).filter((name) => speakers.has(name.toLowerCase()))
  if (behind.length > 0) {
    push(found, readAction(text, line.range, line.range), 'likely', line, behind)
    return
  }
  ofAssignment(source, line, speakers, found)
}

/** An action without the mark that opens it, in whatever dress it stands there. */
function afterMark(text: string, line: Line, length: number): ActionItem {
  const item = readAction(text, line.range, line.range)
  const rest = { start: line.range.start + length, end: line.range.end }
  return item.text.range.start < rest.start && length > 0 ? { ...readAction(text, rest, rest), range: item.range } : item
}

function ofAssignment({ text }: Source, line: Line, speakers: ReadonlySet<string>, found: Found<FoundAction>[]): void {
  // `Sam: Michael to …`: somebody says it; `Put off — Niko to …`: it comes of what was said.
  const dash = /^.{3,120}?(?:\s[—–]|[;.,])\s+(?=@?\p{Lu}\p{Ll}+ to \p{Ll})/u.exec(line.piece.spaced)?.[0].length
  const prefix = dash ?? (line.label !== undefined && speakers.has(line.label.words.toLowerCase()) ? line.label.rest : 0)
  const match = ASSIGNED.exec(line.piece.spaced.slice(prefix))
  const owner = match?.[1]
  if (match === null || owner === undefined || /[?？][\s\0]*(?:#\d+)?[\s\0]*$/.test(line.piece.spaced)) return
  const bare = owner.replace(/^[@＠]/, '')
  const known = speakers.has(bare.toLowerCase()) || speakers.has(bare.split(' ')[0]?.toLowerCase() ?? '')
  const all = assignedTo(match)
  if (all.length === 0) return
  const named = owner !== bare || (known && all.every((name) => /^\p{Lu}/u.test(name) || speakers.has(name.toLowerCase()))) || (/^\p{Lu}\p{Ll}+/u.test(bare) && all.every((name) => /^\p{Lu}/u.test(name)) && VERB.test(line.piece.spaced.slice(prefix + match[0].indexOf(owner) + owner.length + (match[2] ?? '').length).trimStart()) && (prefix === 0 || dash !== undefined) && !isNoOwner(bare.split(' ')[0] ?? '') && !new RegExp(`(?<![\\p{L}])${bare.toLowerCase().split(' ')[0] ?? ''}(?![\\p{L}]| to )`, 'u').test(text))
  // The day before it is the one it was given on.
  const closing = /^[\s\0*_]*\[/.test(line.piece.spaced) ? /\s*\]\s*$/.exec(line.piece.spaced)?.[0].length ?? 0 : 0
  const range = { start: line.range.start + prefix + match[0].indexOf(owner), end: line.range.end - closing }
  if (named) push(found, readAction(text, range, range), known || owner !== bare ? 'sure' : 'likely', line, prefix > 0 ? all : undefined)
}

/** An open point counts where somebody is named for it, behind dashes. */
function ofOpenPoint({ text }: Source, line: Line, found: Found<FoundAction>[]): void {
  const match = OPEN_OWNER.exec(line.piece.spaced)
  const item = readAction(text, line.range, line.range)
  if (match === null) {
    const behind = BRACKETED.exec(line.piece.spaced)
    if (behind !== null && item.owners.length === 0) {
      const range = { start: line.range.start, end: line.range.start + behind.index }
      push(found, readAction(text, range, range), 'likely', undefined, (behind[1] ?? '').split(/[、,，/]/))
      return
    }
    const needs = NEEDS.exec(line.piece.spaced)?.[1]?.split(/[与和、]/) ?? []
    if (needs.length > 0 && needs.every((each) => text.split(each).length > 2)) push(found, item, 'likely', line, needs)
    else if (item.owners.length > 0) push(found, item, 'likely', line)
    return
  }
  push(found, { ...item, text: { ...item.text, value: line.piece.spaced.slice(0, match.index).trim() } }, 'likely', line, (match[1] ?? '').split('/'))
}

function push(found: Found<FoundAction>[], item: ActionItem, sureness: Sureness, line?: Line, named?: readonly string[]): void {
  const plain = line?.piece.spaced ?? ''
  const assigned = assignedTo(ASSIGNED.exec(plain.replace(SAID, '').replace(SHOUTED, '')))
  const took = TOOK.exec(plain)?.[2]
  const speaker = /^[\s\0*_-]*(\p{Lu}[\p{L}]*):\s*action\s+item\s+to\s/iu.exec(plain)?.[1]
  const bracket = /^[\s\0*_[-]*(?:action(?:\s+item)?|ai|todo)\s*\(([\p{L}][^()]{0,30})\)/iu.exec(plain)?.[1]
  const to = /^[\s\0*_[-]*(?:ai|action(?:\s+item)?)\s+(?:to|for|on)\s+@?(\p{L}[\p{L}\d_-]+)\s+[-–—]/iu.exec(plain)?.[1]
  const responsible = DASHED.exec(plain)?.[1]?.split(/[、，,/]/) ?? []
  const value = item.text.value.replace(NUMBER, '').replace(DASHED, '').trim()
  if (value === '' || isPlaceholder(value) || saysNone(value) || TEMPLATE.test(value) || /^(?:none|no |n\/a)/i.test(value) && value.length < 25) return
  const own = named ?? (item.owners.length === 0 && speaker !== undefined ? [speaker] : item.owners.map((each) => each.value))
  const places = [own, bracket !== undefined && isName(bracket) ? [bracket] : [], assigned, took === undefined ? [] : [took], responsible, to === undefined ? [] : [to], namesBehind(value)]
  const owners = places.find((each) => each.length > 0) ?? []
  found.push({ value: { text: value, owners, done: item.done, ...(item.due ? { due: item.due.value } : {}) }, sureness, place: { in: 'text', range: item.text.range } })
}

/** One short clause: “To clarify: if they think that …” only opens what somebody says. */
function isAct(plain: string): boolean {
  return plain.length <= 120 && !/[,:：，?？;；]|\.\s+\S/u.test(plain)
}
