import { BEFORE_TO } from '../text/before-to.ts'
import { isName } from './name.ts'

/** `Ann to send the draft`, `[2021-04-06]: Ann to …`, `@ann to …`: nothing but an assignment. */
export const ASSIGNED = /^[\s\0*_[-]*(?:(?:→|=>|->|➡\ufe0f?)\s*)?(?:\[\d{4}-\d{2}-\d{2}\]\s*[:：]?\s*|next\s+steps?\s*[:：,-]?\s*)?([@＠]?[\p{L}][\p{L}\d_.-]{0,25}(?:\s\p{Lu}[\p{L}-]{1,20})?)((?:\s*(?:,|\/|&|\+|,?\s(?:and|plus)\s)\s*[@＠]?[\p{L}][\p{L}\d_.-]{0,25}(?:\s\p{Lu}[\p{L}-]{1,20})?){0,4})\s+to\s+(?!be\b|do\b(?=$)|the\b|a\b|this\b)[\p{Ll}FCP]/u
/** True for a word that may stand before “to” and is nobody's name. */
export function isNoOwner(word: string): boolean {
  return (/(?:ed|.{3}ing|tion|ment|ness)$/i.test(word) && !NAMES.test(word)) || BEFORE_TO.has(word.toLowerCase())
}

/** Names that end like a participle. */
const NAMES = /^(?:ahmed|al-?saeed|alfred|clement|fred|hamed|jared|khaled|manfred|moh?am+ed|ned|reed|saeed|siegfried|sterling|ted|waleed|wilfred|winifred|xiaoming|zhiming)$/i

/** `Ann: …` at the beginning of an action item. */
export function isDoer(words: string | undefined): boolean {
  return words !== undefined && isName(words.replace(/^[@＠]/, '')) && words.split(' ').length <= 3 && /^[@＠]?[\p{Lu}\p{Script=Han}]/u.test(words) && words.length <= 25
}

/** Everybody whom an assignment names; nobody where one of them is no name. */
export function assignedTo(match: RegExpExecArray | null): string[] {
  const names = `${match?.[1] ?? ''}${match?.[2] ?? ''}`.split(/\s*(?:[,/&+]|\s(?:and|plus)\s)\s*/).map((each) => each.replace(/^[@＠]/, '').trim()).filter((each) => each !== '')
  return names.some((name) => isNoOwner(name.split(' ').pop() ?? '')) ? [] : names
}

/** `… -- Zhao Boxuan`: names behind dashes. */
export function namesBehind(value: string): string[] {
  const names = (/\s(?:-{1,3}|[–—→])\s*([\p{L}][\p{L} ,/&、]{1,60})$|\s*[(（[]([\p{Lu}\p{Script=Han}][\p{L} ,/&、]{1,40})[)）\]]$/u.exec(value)?.slice(1).join('') ?? '').split(/\s*[,/&、]\s*/).filter((each) => each !== '')
  return names.every((name) => isName(name) && name.split(' ').length <= 3 && /^[\p{Lu}\p{Script=Han}]/u.test(name)) ? names : []
}
