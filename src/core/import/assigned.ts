import { isName } from './name.ts'

/** `Ann to send the draft`, `[2021-04-06]: Ann to …`, `@ann to …`: nothing but an assignment. */
export const ASSIGNED = /^[\s\0*_-]*(?:(?:→|=>|->|➡\ufe0f?)\s*)?(?:\[\d{4}-\d{2}-\d{2}\]\s*[:：]?\s*|next\s+steps?\s*[:：,-]?\s*)?([@＠]?[\p{L}][\p{L}\d_.-]{0,25}(?:\s\p{Lu}[\p{L}-]{1,20})?)((?:\s*(?:,|\/|&|\+|,?\s(?:and|plus)\s)\s*[@＠]?[\p{L}][\p{L}\d_.-]{0,25}(?:\s\p{Lu}[\p{L}-]{1,20})?){0,4})\s+to\s+(?!be\b|do\b(?=$)|the\b|a\b|this\b)[\p{Ll}FCP]/u
/** Words before “to” that are nobody's name. */
export const NO_OWNER = /(?:ed|ing|tion|ment|ness)$|^(?:how|nothing|need|needs|want|wants|try|plan|plans|next|time|issue|issues|prs?|proposal|proposals|question|way|ways|should|like|hope|able|ready|links?|move|agree|due|thanks|welcome|back|access|add|up|prior|similar|return|continue|easy|hard|important|good|better|best|nice|reason|request|support|aim|goal|idea|work|approach|option|push|talk|discuss|everyone|anyone|someone|we|they|he|she|it|you|people|where|what|when|whether|who|not|also|then|but|and|or|is|was|start|go|get|come|use|used|close|open|send|change|changes|update|updates|response|reply|according|meeting|help|volunteers?|rfcs?|rust|node|step|steps|motion|desire|intent|decision|item|items|blog|api|docs?|free|happy|hope|defer|defers|ability|inability|opportunity|reasons?|propose|still|glad|willing|unable|likely|chance|permission|attempt|effort|outreach|mechanism|evaluate|consensus|agreement|task|prepare|line|ok|capacity|ask|asks|option|options|steps?|team|group)$/i

/** `Ann: …` at the beginning of an action item. */
export function isDoer(words: string | undefined): boolean {
  return words !== undefined && isName(words.replace(/^[@＠]/, '')) && words.split(' ').length <= 3 && /^[@＠]?[\p{Lu}\p{Script=Han}]/u.test(words) && words.length <= 25
}

/** Everybody whom an assignment names; nobody where one of them is no name. */
export function assignedTo(match: RegExpExecArray | null): string[] {
  const names = `${match?.[1] ?? ''}${match?.[2] ?? ''}`.split(/\s*(?:[,/&+]|\s(?:and|plus)\s)\s*/).map((each) => each.replace(/^[@＠]/, '').trim()).filter((each) => each !== '')
  return names.some((name) => NO_OWNER.test(name.split(' ').pop() ?? '')) ? [] : names
}

/** `… -- Zhao Boxuan`: names behind dashes. */
export function namesBehind(value: string): string[] {
  const names = (/\s(?:-{1,3}|[–—→])\s*([\p{L}][\p{L} ,/&、]{1,60})$|\s*[(（[]([\p{Lu}\p{Script=Han}][\p{L} ,/&、]{1,40})[)）\]]$/u.exec(value)?.slice(1).join('') ?? '').split(/\s*[,/&、]\s*/).filter((each) => each !== '')
  return names.every((name) => isName(name) && name.split(' ').length <= 3 && /^[\p{Lu}\p{Script=Han}]/u.test(name)) ? names : []
}
