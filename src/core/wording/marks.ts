/**
 * Stand-ins for what is the same to a reader of wording whatever its digits are, one unit of the private use area each, so that a
 * sentence with them is still one string of characters.
 */
export const MARKS = {
  date: '\ue001', time: '\ue002', number: '\ue003', money: '\ue004', percent: '\ue005', reference: '\ue006', link: '\ue007', person: '\ue008',
  length: '\ue009', own: '\ue00a', code: '\ue00b', version: '\ue00c', name: '\ue00d',
} as const
/** What a mark stands for. */
export type MarkName = keyof typeof MARKS

const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const MONTHS = /jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec/
const DAY = '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?'

/** What has to stand in a sentence for a pattern to be worth trying. */
type Sign = 'digit' | 'month' | 'link' | 'owner' | 'at' | 'code' | 'start' | 'tail'

/** What each mark stands for, tried in this order; all linear: no nested repetition. */
const PATTERNS: readonly (readonly [MarkName | 'nothing', Sign, RegExp])[] = [
  ['link', 'link', /https?:\/\/[^\s)）】\]]+/g],
  // Who does it and by when is not what is done.
  ['nothing', 'owner', /(?:-{1,3}|—{1,2}|[；;（(【])\s*(?:owner|责任人|负责人)\s*[:：]?[^；;）)】]{0,40}[）)】]?$|[，,。；; ]\s*(?:owner|责任人|负责人)\s*[:：][^；;。]{0,40}$|【(?:completed|done|已完成)】/g],
  ['nothing', 'digit', /[⏰📅]\s*\d{4}-\d\d-\d\d(?:[ t]\d\d:\d\d)?/gu],
  // A time slot, a duration or people behind a matter are no part of it.
  ['nothing', 'tail', /(?:\s*(?:[-–—]+\s*)?(?:[\[(（【][^\[\]()（）【】]{0,30}\d\s?(?:m|min|mins|minutes?|分钟)\s*[\])）】]|[\[(（]\d{1,2}:\d\d\s?[-–—~]\s?\d{1,2}:\d\d[\])）]|[（(【]\p{Script=Han}{2,3}(?:[、，,/& ]{1,2}\p{Script=Han}{2,3}){0,4}[）)】]))+\s*$/gu],
  ['nothing', 'at', /(?:\s*(?:[-–—]+|by|with)?[\s,，、&]*@[\p{L}\p{N}_][\p{L}\p{N}_-]*)+\s*$/gu],
  ['nothing', 'start', /^\s*(?:议题|议程|topic|item)\s?(?:[一二三四五六七八九十]{1,2}|\d{1,2})\s*[:：、.,，]\s*/],
  ['nothing', 'start', /^\s*(?:\[[ x]\]|(?:\d{1,2}|[（(]\d{1,2}[）)])(?:[.、)）:：]|\s+-|\s(?=[^\d\s:：/.-]{2}))|[-*•])\s*/],
  ['person', 'at', /@[\p{L}\p{N}_][\p{L}\p{N}_-]*/gu],
  ['date', 'digit', /\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号])?|\d{1,2}\s?月\s?\d{1,2}\s?[日号]|\d{1,2}月(?:份)?|\d{4}年(?:度)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b(?:cw|week|wk)\.?\s?\d{1,2}\b|第?\d{1,2}周/g],
  ['date', 'month', new RegExp(`\\b(?:${DAY},?\\s+)?${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s*\\d{4})?|\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b\\.?(?:,?\\s*\\d{4})?|\\b${MONTH}\\s+\\d{4}\\b`, 'g')],
  ['time', 'digit', /\b\d{1,2}[:：]\d\d(?:\s?[ap]m)?(?:\s?[-–—~至到]\s?\d{1,2}[:：]\d\d)?(?:\s?[ap]m)?|\b\d{1,2}\s?[ap]m\b|\b(?:utc|gmt)(?:\s?[+-]\d{1,2}(?:[:：]?\d\d)?)?/g],
  ['length', 'digit', /\d+(?:\s?[-–~]\s?\d+)?\s?(?:min(?:ute)?s?|hours?|hrs?|小时|分钟)(?![a-z])/g],
  ['version', 'digit', /\bv?\d+\.\d+(?:\.\d+)*(?:-[a-z]+[.\d]*)?\b|\bv\d+\b/g],
  ['reference', 'digit', /\b[a-z][\w.-]*\/[\w.-]+#\d+|#\d+|\b(?:pr|rfc|cve|issue|po|ticket)[\s-]#?\d[\d-]*|\b[a-z]{2,}\d*-\d[\d-]*/g],
  ['money', 'digit', /[¥￥$€£]\s?\d[\d,.]*\s?[kmb]?|\d[\d,.]*\s?(?:万元|亿元|元|eur|usd|rmb|k€)/g],
  ['percent', 'digit', /\d+(?:\.\d+)?\s?[%％]/g],
  ['code', 'code', /`[^`]+`|\b[\w.-]+_[\w.-]+|\b[\w-]+\.(?:js|ts|json|md|ya?ml|py|rs|go|gn|toml|org|com)\b/g],
  ['number', 'digit', /\d[\d,]*(?:\.\d+)?/g],
]

/** A sentence is judged by so many of its first units; what it is about stands there. */
const LOOKED_AT = 400

/** Who brings a matter, before it: "[DPC] …", "(JK/LT) …", "JW: …"; capitals tell them from tags such as "[bug]". */
const INITIALS = /^\s*(?:[[(（【][A-Z]{2,4}(?:\s?[/,&]\s?[A-Z]{2,4})*[\])）】]\s*:?|[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*:(?=\s))\s*/
/** Marks of what is done. */
const STRUCK = /~~|[✅☑✔❌]\ufe0f?/g

/** A sentence as its wording is judged: full width made half, numbers and the like made marks, the rest in lower case. */
export function marked(sentence: string, own?: (text: string) => string): string {
  let text = sentence.length > LOOKED_AT ? sentence.slice(0, LOOKED_AT) : sentence
  if (/[^\x20-\x7e\u4e00-\u9fff]/.test(text)) text = text.normalize('NFKC')
  if (own !== undefined) text = own(text)
  text = named(text.replace(INITIALS, '').replace(STRUCK, '')).toLowerCase()
  const there = signsOf(text)
  for (const [name, sign, pattern] of PATTERNS) if (there[sign]) text = text.replace(pattern, name === 'nothing' ? ' ' : MARKS[name])
  return text.replace(/\s+/g, ' ').replace(/[ .。;,]+$/, '').trim()
}

/** A word with a capital inside: "WebSerial", "iCal". */
const INNER = /(?<![\w@/.#`-])[A-Za-z]*[a-z][A-Z][A-Za-z\d]+/g
/** Words with a capital that stand where none is due. */
const CAPITALS = /(?<=[a-z,] )[A-Z][a-z][A-Za-z\d]+(?: [A-Z][A-Za-z\d]+)*/g
/** A word without a capital that would have one in a title where every word has. */
const SMALL = / (?!(?:with|from|into|over|about|after|before|between) )[a-z]{4}/

/** A mark before each name that its capitals tell. Titles in which every word has a capital tell none but those with one inside. */
function named(text: string): string {
  // Among Chinese characters any word of letters is a name.
  if (!/[^ ][A-Z][A-Za-z]|[a-z,] [A-Z][a-z]/.test(text) || /[\u4e00-\u9fff]/.test(text)) return text
  const out = text.replace(INNER, (word) => MARKS.name + word)
  return SMALL.test(text) ? out.replace(CAPITALS, (words) => MARKS.name + words) : out
}

function signsOf(text: string): Record<Sign, boolean> {
  const signs = { digit: false, month: false, link: false, owner: false, at: false, code: false, start: true, tail: /[\])）】]\s*$/.test(text) }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 48 && unit <= 57) signs.digit = true
    else if (unit === 64) signs.at = true
    else if (unit === 95 || unit === 96 || unit === 46) signs.code = true
    else if (unit === 58) signs.link = text.startsWith('//', at + 1) || signs.link
    else if (unit === 0x8d23 || unit === 0x8d1f || unit === 0x3010) signs.owner = true
    else if (unit === 111) signs.owner ||= text.startsWith('owner', at)
  }
  signs.month = signs.digit && MONTHS.test(text)
  return signs
}
