import type { ActionItem } from '../meeting/model.ts'
import { readAction, readActionItems } from '../meeting/actions.ts'
import { readActionTable } from '../meeting/action-table.ts'
import { isPlaceholder, saysNone } from '../meeting/content.ts'
import type { Block } from '../meeting/markdown/block.ts'
import type { Found, FoundAction, Sureness } from './model.ts'
import { plainText } from '../meeting/markdown/plain.ts'
import { isName } from './name.ts'
import type { Group, Line } from './outline.ts'
import { foundOn, type Source } from './source.ts'

const NUMBER = /^[\s\0*•·-]*(?:\d{1,2}\s*[.、)），](?!\d)|[一二三四五六七八九十]{1,2}、)?[\s\0]*/u
/** What stands in a template where nobody has written yet. */
const TEMPLATE = /^(?:列出|记录|在此|请在|这里|\.\.\.|…|<[^>]*>|\[(?:name|action|owner)\]|(?:name|owner|action): ?(?:text|…)?$|(?:item|task|action|who|name)$)/iu
const CONCLUDES = /^[\s\0*_-]*(?:conclusions?|consensus(?: from meeting)?|resolutions?|resolved|decisions?|decided|(?:会议)?(?:结论|决议|决定)|共识)\s*[:：]\s*/iu
const INNER_CONCLUSION = /[(（]\s*((?:结论|决议|conclusion|decision)\s*[:：][^)）]+)[)）]/iu
const AGREED = /^[\s\0*_-]*(?:(?:we|it was|the (?:group|team|committee|wg)|all|everyone)\s+)?(?:agreed|decided|resolved)\s+(?:to|that|on)\b|^[\s\0*_-]*(?:consensus|agreement)\s+(?:on|is|was|to|that|around)\b/iu
const APPROVED = /\b(?:(?:is|was|has been|are|were) (?:un\w+ )?(?:approved|adopted|accepted)(?: unanimously)?|motion (?:passe[sd]|carrie[sd]|(?:is |was )?approved)|vote pass(?:es|ed))\b/i

/** What the meeting decided: sections of decisions, conclusions by their label, sentences that say so. */
export function readDecisionItems(source: Source): Found<string>[] {
  const found: Found<string>[] = []
  for (const group of source.groups) {
    if (group.own && group.meaning === 'decisions') {
      const base = Math.min(...group.lines.map((line) => line.level))
      for (const line of group.lines) if (line.form !== 'row' && line.level === base && (line.form === 'item' || !line.goesOn || NUMBER.exec(line.piece.spaced)?.[0].trim() !== '' || group.level === 8)) add(found, line, 0, 'sure')
      continue
    }
    if (group.meaning === 'attendees' || group.meaning === 'absentees') continue
    group.lines.forEach((line, at) => readConclusion(group, line, at, found))
  }
  return found
}

function readConclusion(group: Group, line: Line, at: number, found: Found<string>[]): void {
  const plain = line.piece.spaced
  const label = CONCLUDES.exec(plain)
  if (label) {
    if (/[\p{L}\p{N}]/u.test(plain.slice(label[0].length))) add(found, line, label[0].search(/\S/), 'sure')
    else for (const below of linesBelow(group, at)) if (below.form === 'item') add(found, below, 0, 'sure')
    return
  }
  const inner = INNER_CONCLUSION.exec(plain)
  if (inner) {
    const from = inner.index + inner[0].indexOf(inner[1] ?? '')
    found.push(foundOn(line, (inner[1] ?? '').trim(), from, from + (inner[1] ?? '').length))
  } else if (AGREED.test(plain)) add(found, line, 0, 'likely')
  else {
    const approved = APPROVED.exec(plain)
    if (!approved) return
    const to = approved.index + approved[0].length
    const before = Math.max(...['.', ';', '。', '；', '!'].map((sign) => plain.lastIndexOf(sign, approved.index))) + 1
    const said = plain.slice(before, to)
    if (!/minutes|agenda|order of (?:the )?meeting/i.test(said)) found.push(foundOn(line, said.trim(), before + said.search(/\S/), to, 'likely'))
  }
}

/** The lines nested below a line of a list, one level deeper. */
function linesBelow(group: Group, at: number): Line[] {
  const own = group.lines[at]
  const found: Line[] = []
  for (const line of group.lines.slice(at + 1)) {
    if (own === undefined || line.form !== 'item' && !line.goesOn || line.form === 'item' && line.level <= own.level) break
    if (line.form === 'item' && line.level === own.level + 1) found.push(line)
  }
  return found
}

function add(found: Found<string>[], line: Line, from: number, sureness: Sureness): void {
  const plain = line.piece.spaced
  const start = from + (NUMBER.exec(plain.slice(from))?.[0].length ?? 0)
  const value = plain.slice(start).replace(/[\s\0]+/g, ' ').trim()
  if (value === '' || isPlaceholder(value) || saysNone(value) || TEMPLATE.test(value) || /[:：]$/.test(value) || /[?？]$|^[-–—]+$/.test(value)) return
  found.push(foundOn(line, value, start, plain.trimEnd().length, sureness))
}

const SAID = /^[\s\0*_[\]-]*(?:(?:action(?:\s+items?)?s?|ai|todo|to-do|待办(?:事项)?|行动项)(?:\]|\s*\([^()]{1,40}\)|\s+(?:for|on)\s+[\p{Lu}@][\p{L}\d_-]+|\s+(?!scribe|review|list|owner)[\p{L}@][\p{L}\d_-]+)?\s*[:：]\s*|(?:ai|action|todo)\]\s*|(?:ai|todo)\s+(?=@\p{L})|next\s+actions?\s*(?:[:：,]|is\s+(?:to\s+)?)\s*|(?:\p{Lu}[\p{L}]*:\s*)?action\s+item\s+(?:is\s+)?for\s+(?=\p{L}))/iu
/** `Ann took an action to …`, `(Wes has action)`: said in passing, but said. */
const TOOK = /([\p{L}][\p{L}\d_-]*)\s+(?:also\s+)?(?:took|takes|has|will\s+take)\s+(?:an?\s+|the\s+)?action(?:\s+items?)?\s+(?:to\s+(?=\p{L})|for\s+this)|\((\p{L}[\p{L}-]*)\s+(?:has|took)\s+(?:the\s+|an\s+)?action(?:\s+for\s+this)?\)/iu
/** A line of a list that only announces the nested ones. */
const ANNOUNCES = /^[\s\0*_]*(?:actions?|action\s+items?|todos?|next\s+(?:steps|actions)|行动项|待办(?:事项)?)[\s\0*_]*[:：]?[\s\0*_]*$/iu
/** `Ann to send the draft`, `[2021-04-06]: Ann to …`, `@ann to …`: nothing but an assignment. */
const ASSIGNED = /^[\s\0*_-]*(?:\[\d{4}-\d{2}-\d{2}\]\s*[:：]?\s*|next\s+steps?\s*[:：,-]?\s*)?([@＠]?[\p{L}][\p{L}\d_.-]{0,25}(?:\s\p{Lu}[\p{L}-]{1,20})?)\s+to\s+(?!be\b|do\b(?=$)|the\b|a\b|this\b)[\p{Ll}FCP]/u
const NO_OWNER = /(?:ed|ing|tion|ment|ness)$|^(?:how|nothing|need|needs|want|wants|try|plan|plans|next|time|issue|issues|prs?|proposal|proposals|question|way|ways|should|like|hope|able|ready|links?|move|agree|due|thanks|welcome|back|access|add|up|prior|similar|return|continue|easy|hard|important|good|better|best|nice|reason|request|support|aim|goal|idea|work|approach|option|push|talk|discuss|everyone|anyone|someone|we|they|he|she|it|you|people|where|what|when|whether|who|not|also|then|but|and|or|is|was|start|go|get|come|use|used|close|open|send|change|changes|update|updates|response|reply|according|meeting|help|volunteers?|rfcs?|rust|node|step|steps|motion|desire|intent|decision|item|items|blog|api|docs?|free|happy|hope|defer|defers|ability|inability|opportunity|reasons?|propose|still|glad|willing|unable|likely|chance|permission|attempt|effort|capacity|ask|asks|option|options|steps?|team|group)$/i

/** What somebody shall do: sections of that name, lines that say so, boxes with an owner, assignments, open points with an owner. */
export function readActionList(source: Source, speakers: ReadonlySet<string>, topics: ReadonlySet<number>): Found<FoundAction>[] {
  const found: Found<FoundAction>[] = []
  for (const group of source.groups) {
    if (group.meaning === 'actions') ofSection(source, group, found)
    else if (group.meaning === 'open' && group.own) for (const line of group.lines) ofOpenPoint(source, line, found)
    else if (!['attendees', 'absentees'].includes(group.meaning ?? '')) group.lines.forEach((line, at) => ofLine(source, group, line, at, speakers, topics, found))
  }
  const taken = new Set<number>()
  return found.filter(({ place }) => !taken.has(place.range.start) && taken.add(place.range.start))
}

function ofSection({ text }: Source, group: Group, found: Found<FoundAction>[]): void {
  const tables = new Set<Block>()
  const lists = group.lines.filter((line) => line.form === 'item')
  const base = Math.min(...lists.map((line) => line.level))
  for (const line of group.lines) {
    if (line.form === 'row') {
      if (!tables.has(line.block)) for (const item of readActionTable(text, line.block)) push(found, item, 'sure')
      tables.add(line.block)
    } else if (line.form === 'item' && line.level === base) for (const item of readActionItems(text, line.block)) push(found, item, 'sure', line)
    else if (line.form === 'text' && !line.goesOn && (NUMBER.exec(line.piece.spaced)?.[0].trim() !== '' || SAID.test(line.piece.spaced))) push(found, readAction(text, line.range, line.range), 'sure', line)
    else if (line.form === 'text' && lists.length === 0 && /^\s*\d{1,2}[.、)）]/.test(line.piece.spaced)) push(found, readAction(text, line.range, line.range), 'sure', line)
  }
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
  const said = SAID.exec(plain)
  if (said || ANNOUNCES.test(plain)) {
    if (said && /[\p{L}\p{N}]/u.test(plain.slice(said[0].length))) push(found, readAction(text, line.range, line.range), 'sure', line)
    else for (const below of linesBelow(group, at)) for (const item of readActionItems(text, below.block)) push(found, item, 'sure', below)
    return
  }
  if (plain.search(RESPONSIBLE) > 0) {
    push(found, readAction(text, line.range, line.range), 'sure', line)
    return
  }
  const took = /action/i.test(plain) ? TOOK.exec(plain) : null
  if (took) {
    const whole = took[2] !== undefined
    const start = line.range.start + (whole ? 0 : took.index + took[0].length)
    const owner = (took[2] ?? took[1] ?? '').replace(/^(?:we|i|they|he|she|who|also|it)$/i, '')
    push(found, readAction(text, { start, end: line.range.end }, { start, end: line.range.end }), 'likely', undefined, owner === '' ? [] : [owner])
    return
  }
  // A box with somebody beside it; in an agenda of boxes the initials stand before the topic.
  if (line.checked !== undefined && line.form === 'item' && /\S\s*[@＠]\p{L}/u.test(plain) && group.meaning !== 'agenda' && !topics.has(line.block.start)) {
    for (const item of readActionItems(text, line.block)) if (item.owners.length > 0) push(found, item, 'likely', line)
    return
  }
  ofAssignment(source, line, speakers, found)
}

const RESPONSIBLE = /(?:责任人|跟进人|经办人)\s*[:：]\s*[\p{L}@]|-{1,3}\s*owners?\s*[:：]\s*[\p{L}@]/iu
const VERB = /^to\s+(?:reach|send|write|prepare|create|open|close|update|follow|check|ask|talk|share|add|review|discuss|file|draft|contact|schedule|organi[sz]e|set|leave|put|look|investigate|document|propose|register|announce|provide|work|merge|post|email|e-mail|submit|finish|report|coordinate|invite|find|help|bring|land|publish|run|test|fix|take|give|present|confirm|clarify|summari[sz]e|reply|respond|comment|ping|sync|join|lead|drive|fcp|make|get|start)\b/i

function ofAssignment({ text }: Source, line: Line, speakers: ReadonlySet<string>, found: Found<FoundAction>[]): void {
  // `Sam: Michael to …`: somebody says it.
  const prefix = line.label !== undefined && speakers.has(line.label.words.toLowerCase()) ? line.label.rest : 0
  const match = ASSIGNED.exec(line.piece.spaced.slice(prefix))
  const owner = match?.[1]
  if (match === null || owner === undefined) return
  const bare = owner.replace(/^[@＠]/, '')
  const known = speakers.has(bare.toLowerCase()) || speakers.has(bare.split(' ')[0]?.toLowerCase() ?? '')
  const named = owner !== bare || known || (/^\p{Lu}\p{Ll}+/u.test(bare) && VERB.test(line.piece.spaced.slice(prefix + match[0].indexOf(owner) + owner.length).trimStart()) && prefix === 0 && !NO_OWNER.test(bare.split(' ')[0] ?? '') && !new RegExp(`(?<![\\p{L}])${bare.toLowerCase().split(' ')[0] ?? ''}(?![\\p{L}])`, 'u').test(text))
  // The day before it is the one it was given on.
  const range = { start: line.range.start + prefix + match[0].indexOf(owner), end: line.range.end }
  if (named) push(found, readAction(text, range, range), known || owner !== bare ? 'sure' : 'likely', line)
}

/** An open point counts where somebody is named for it, behind dashes. */
function ofOpenPoint({ text }: Source, line: Line, found: Found<FoundAction>[]): void {
  const match = /\s*-{2,}\s*(?:[\p{L}]+\s+)?((?:\p{Script=Han}{2,4})(?:\/\p{Script=Han}{2,4})*)\s*$/u.exec(line.piece.spaced)
  const item = readAction(text, line.range, line.range)
  if (match === null) {
    if (item.owners.length > 0) push(found, item, 'likely', line)
    return
  }
  push(found, { ...item, text: { ...item.text, value: line.piece.spaced.slice(0, match.index).trim() } }, 'likely', line, (match[1] ?? '').split('/'))
}

function push(found: Found<FoundAction>[], item: ActionItem, sureness: Sureness, line?: Line, named?: readonly string[]): void {
  const plain = line?.piece.spaced ?? ''
  const assigned = ASSIGNED.exec(plain.replace(SAID, ''))?.[1]?.replace(/^[@＠]/, '')
  const bracket = /^[\s\0*_[-]*(?:action(?:\s+item)?|ai|todo)\s*\(([\p{L}][^()]{0,30})\)/iu.exec(plain)?.[1]
  const value = item.text.value.replace(NUMBER, '')
  if (value === '' || isPlaceholder(value) || saysNone(value) || TEMPLATE.test(value) || /^(?:none|no |n\/a)/i.test(value) && value.length < 25) return
  const own = named ?? item.owners.map((each) => each.value)
  const behind = own.length > 0 ? [] : namesBehind(value)
  const owners = own.length > 0 ? own : behind.length > 0 ? behind : bracket !== undefined && isName(bracket) ? [bracket] : assigned === undefined ? [] : [assigned]
  found.push({ value: { text: value, owners, done: item.done, ...(item.due ? { due: item.due.value } : {}) }, sureness, place: { in: 'text', range: item.text.range } })
}

/** `… -- Zhao Boxuan`: names behind dashes. */
function namesBehind(value: string): string[] {
  const names = (/\s-{1,3}\s*([\p{L}][\p{L} ,/&、]{1,60})$/u.exec(value)?.[1] ?? '').split(/\s*[,/&、]\s*/).filter((each) => each !== '')
  return names.every((name) => isName(name) && name.split(' ').length <= 3 && /^[\p{Lu}\p{Script=Han}]/u.test(name)) ? names : []
}
