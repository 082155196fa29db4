import { isPlaceholder, saysNone } from '../meeting/content.ts'
import { ASSIGNED, assignedTo } from './assigned.ts'
import type { Found, Sureness } from './model.ts'
import type { Group, Line } from './outline.ts'
import { foundOn, type Source } from './source.ts'

/** The number and marks that open a point. */
export const NUMBER = /^[\s\0*•·-]*(?:\d{1,2}\s*[.、)），](?!\d)|\d{1,2}\s+-\s+|[一二三四五六七八九十]{1,2}、)?[\s\0]*/u
/** What stands in a template where nobody has written yet. */
export const TEMPLATE = /^(?:(?:负责人|责任人|汇报人|跟进人)\s*[:：]|列出|记录|在此|请在|这里|\.\.\.|…|<[^>]*>|\[(?:name|action|owner)\]|(?:name|owner|action): ?(?:text|…)?$|(?:item|task|action|who|name|todo|tbc)[.:：]?$|此任务已被删除)/iu
/** `Conclusion:`, `DECISION 2 (unanimous):`, `[AGREED]`, 【决议】. */
const CONCLUDES = /^[\s\0*_-]*(?:(?:(?:so,?|meeting|general|final|group|no objections\.)\s+)?(?:conclusions?|consensus(?: from meeting)?|resolutions?|resolved|decisions?|decided|agreed|agreements?|(?:会议|最终|一致)?(?:结论|决议|决定)|共识|议定)(?:\s*#?\d{1,3})?(?:\s*[(（][^()（）]{1,30}[)）])?\s*[:：]\s*|[[【]\s*(?:decisions?|agreed|resolved|conclusions?|resolutions?|决议|决定|结论|共识)\s*[\]】]\s*[:：]?\s*|(?:\*\*|__)?(?:DECISION|AGREED|RESOLVED|RESOLUTION)\s+[-–—]+\s+)/iu
const INNER_CONCLUSION = /[(（]\s*((?:结论|决议|conclusion|decision)\s*[:：][^)）]+)[)）]/iu
const WHO = '(?:we|everyone|everybody|group|attendees|participants|all(?: (?:those )?(?:present|in attendance))?|(?:those|members) (?:present|in attendance)|the (?:group|team|committee|council|board|tsc|tac|wg|meeting))'
const AGREED = new RegExp(
  '^[\\s\\0*_[<\\\\-]*(?:(?:we|it was|group|the (?:group|team|committee|wg|council)|all|everyone|discussed and|meeting|unanimously|have|has)\\s+)*(?:agreed|decided|resolved)\\s+(?:to|that|on|upon|we|not|against)\\b'
  + '|^[\\s\\0*_[<\\\\-]*(?:(?:general\\s+)?consensus|agreement|(?:broad|rough|clear|unanimous|general)\\s+(?:consensus|agreement)(?=\\s+to\\b))(?:\\s+(?:on|is|was|to|that|around|we|in the meeting|reached)\\b|,\\s)|^[\\s\\0*_-]*(?:all agreed|no objections?,\\s*approved)\\b'
  + '|^[\\s\\0*_-]*(?:\\d{1,2}[.、)）]\\s*)?(?:大家|与会者?|全体|会议|经讨论[,，]?|[\\p{L}]{2,8}委员)?(?:一致|全票通过)?(?:同意|决定)(?=[\\p{L}\\d])'
  + '|^[\\s\\0*_-]*(?:\\d{1,2}[.)]\\s*)?(?:agree\\s+(?:to|that|the)|postponed?\\s+to\\s+(?:the\\s+)?next)\\b|(?:评审|审核|表决)(?:一致)?通过[。.]?\\s*$'
  + '|^[\\s\\0*_-]*\\p{Lu}[\\p{L}.]{1,15}:\\s+(?:consensus|agreement)\\s+(?:to|that)\\b',
  'iu')
/** The same further on in a line that nobody is quoted in. */
const AGREED_WITHIN = new RegExp(`(?:^|[\\s,(.])(?:${WHO}\\s+(?:have |has )?(?:all |unanimously )?|it (?:was|is|has been) (?:unanimously )?)(?:agreed|decided|resolved) (?:to|that|on|upon|we|not)\\b|\\s[-–—]+\\s+(?:agreed|decided) (?:to|that|not)\\b|(?:^|\\s)(?:everybody|everyone|the (?:group|team|committee|council|board)) (?:is|are) in agreement\\b`, 'iu')
/** How a vote or a call for objections went. */
const VOTED = /\ball ayes\b|\bhearing (?:.{1,30} and )?no objections?,\s(?!this meeting)|^[\s\0*_]*approved(?:\s+to\s|[.!]?\s*$)|(?:^|[:：]\s)(?:group|everyone|everybody) agrees (?:this|that|to|on)\b/i
const APPROVED = /\b(?:(?:is|was|has been|are|were) (?:un\w+ )?(?:approved|adopted|accepted)(?: unanimously)?|motion (?:passe[sd]|carrie[sd]|(?:is |was )?approved)|vote pass(?:es|ed)|unanimously (?:approved|adopted|accepted|endorsed)|unanimous (?:approval|endorsement))\b/i
/** What is asked, wished, told of another day or said of any case is no decision of this meeting. */
const NOT_DECIDED = /\b(?:if|once|when|whether|until|unless|would|should|could|must|might|before|expected|required|hadn['’]t|haven['’]t|not (?:yet )?(?:agreed|decided)|what|who|last (?:week|meeting|month|time)|previously|earlier|already|action items?)\b|[?？]/i

/** What the meeting decided: sections of decisions, conclusions by their label, sentences that say so. */
export function readDecisionItems(source: Source): Found<string>[] {
  const found: Found<string>[] = []
  for (const group of source.groups) {
    if (group.meaning === 'decisions') {
      const base = Math.min(...group.lines.map((line) => line.level))
      // Below points numbered `1、`, those numbered `1）` are their details.
      const [first] = group.lines.flatMap((line) => markOf(line) ?? [])
      for (const line of group.lines) if ((first !== '、' || markOf(line) !== '）') && line.form !== 'row' && line.level === base && (line.form === 'item' || !line.goesOn || NUMBER.exec(line.piece.spaced)?.[0].trim() !== '' || group.level === 8)) add(found, line, 0, 'sure')
      continue
    }
    if (group.meaning === 'attendees' || group.meaning === 'absentees') continue
    group.lines.forEach((line, at) => readConclusion(group, line, at, found))
  }
  return found
}

/** The sign behind a line's number, in its wide form. */
function markOf(line: Line): string | undefined {
  return /^[\s\0*]*\d{1,2}\s*([、.)）])/u.exec(line.piece.spaced)?.[1]?.replace(')', '）')
}

function readConclusion(group: Group, line: Line, at: number, found: Found<string>[]): void {
  const plain = line.piece.spaced
  const label = CONCLUDES.exec(plain)
  if (label) {
    if (/[\p{L}\p{N}]/u.test(plain.slice(label[0].length))) add(found, line, label[0].search(/\S/), 'sure')
    // `Josh to leave a comment` is an action, wherever it stands.
    else for (const below of linesBelow(group, at)) if (below.form === 'item' && assignedTo(ASSIGNED.exec(below.piece.spaced)).length === 0) add(found, below, 0, 'sure')
    return
  }
  if (line.form === 'row') {
    ofCells(line, found)
    return
  }
  const inner = INNER_CONCLUSION.exec(plain)
  if (inner) {
    const from = inner.index + inner[0].indexOf(inner[1] ?? '')
    found.push(foundOn(line, (inner[1] ?? '').trim(), from, from + (inner[1] ?? '').length))
  } else if (AGREED.test(plain) || (VOTED.test(plain) && !/\b(?:agenda|minutes)\b/i.test(plain)) || (line.label === undefined && AGREED_WITHIN.test(plain) && !NOT_DECIDED.test(plain))) add(found, line, 0, 'likely')
  else {
    const approved = APPROVED.exec(plain)
    if (!approved) return
    const to = approved.index + approved[0].length
    const before = Math.max(...['.', ';', '。', '；', '!'].map((sign) => plain.lastIndexOf(sign, approved.index))) + 1
    const said = plain.slice(before, to)
    // “is accepted to be reviewed”, “accepted but” tell of something else than a vote.
    const goesOn = /^\s+(?:but|to|before|by|what|with|and did|strictly)\b|^\s*[?？]/i.test(plain.slice(to))
    if (!goesOn && !NOT_DECIDED.test(said) && !/minutes|agenda|order of (?:the )?meeting/i.test(said)) found.push(foundOn(line, said.trim(), before + said.search(/\S/), to, 'likely'))
  }
}

/** `结论：<br> 1、… <br> 2、…` in a cell of a table: each point up to the next label. */
function ofCells(line: Line, found: Found<string>[]): void {
  for (const cell of line.cells ?? []) {
    const from = cell.start - line.range.start
    const plain = line.piece.spaced.slice(from, cell.end - line.range.start)
    const label = /(?:会议)?(?:结论|决议)\s*[:：]/u.exec(plain)
    if (!label) continue
    const start = label.index + label[0].length
    const rest = plain.slice(start).replace(/(?:遗留问题|行动项|待办)[\s\S]*$/u, '')
    // A break's tag is masked, so points are told by their numbers.
    for (const point of rest.matchAll(/\d{1,2}\s*[、.．)）](?!\d)\s*((?:(?!\s\d{1,2}\s*[、．)）])[\s\S])+)/gu)) {
      const at = from + start + point.index + point[0].indexOf(point[1] ?? '')
      const value = (point[1] ?? '').replace(/\s+/g, ' ').replace(/[;；\s]+$/u, '').trim()
      if (value !== '' && !saysNone(value)) found.push(foundOn(line, value, at, at + (point[1] ?? '').trimEnd().length))
    }
  }
}

/** The lines nested below a line of a list, one level deeper. */
export function linesBelow(group: Group, at: number): Line[] {
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
  if (value === '' || isPlaceholder(value) || saysNone(value) || TEMPLATE.test(value) || (/[:：]$/.test(value) && !/^(?:同意|批准|通过|agreed?\b|approved?\b)/iu.test(value)) || /[?？]$|^[-–—]+$/.test(value)) return
  found.push(foundOn(line, value, start, plain.trimEnd().length, sureness))
}

