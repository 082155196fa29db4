import type { Language } from '../messages/message.ts'

/** A place in a text. */
export interface Slip {
  readonly from: number
  readonly to: number
}

/** E1: at most so many words of a sentence, and so many units of a Chinese one. */
export const LONGEST = { words: 40, characters: 80 } as const

/** Sentences of a plain text, without the white space around them. A dot inside a number, name or abbreviation ends none. */
export function sentencesOf(text: string): Slip[] {
  const found: Slip[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !endsSentence(text, at, text.charCodeAt(at))) continue
    let start = from
    while (start < at && isSpace(text.charCodeAt(start))) start++
    if (start < at) found.push({ from: start, to: Math.min(at + 1, text.length) })
    from = at + 1
  }
  return found
}

/** How long a sentence is, and whether that is too long. Chinese characters are counted one by one, words of letters as one each. */
export function lengthOf(sentence: string): { readonly language: Language; readonly count: number; readonly tooLong: boolean } {
  const bare = sentence.replace(/https?:\/\/\S+/g, '')
  const han = (bare.match(/\p{Script=Han}/gu) ?? []).length
  const words = (bare.match(/[\p{Script=Latin}\p{N}]+(?:['’.-][\p{Script=Latin}\p{N}]+)*/gu) ?? []).length
  if (han * 2 > words) return { language: 'zh', count: han + words, tooLong: han + words > LONGEST.characters }
  return { language: 'en', count: words + han, tooLong: words + han > LONGEST.words }
}

/** Negatives stacked upon each other, which a reader has to unwind. */
export function stackedNegatives(sentence: string): Slip[] {
  const found: Slip[] = []
  // Each is looked for only where what it begins with stands at all.
  if (/\b(?:not?|never|cannot|without)\b|n['’]t\b/i.test(sentence)) collect(NEGATIVES_EN, sentence, found)
  if (/[不没无非]/.test(sentence)) collect(NEGATIVES_ZH, sentence, found)
  return found.filter(({ from, to }) => !IDIOM.test(sentence.slice(from, to)))
}

/** Said so often that nobody has to unwind it: “don't forget”, “no reason we can't”. */
const IDIOM = /^(?:(?:do(?:es)? not|don['’]t|never|must not|mustn['’]t) (?:forget|neglect|omit)|no reason\b.*)$/i

/** True for a list of names without much between them: there is nothing to divide. */
export function isEnumeration(sentence: string, count: number): boolean {
  return (sentence.match(/[,，、;；]|\s\/\s/g) ?? []).length * 4 >= count
}

/** Signs that a formal text does without: emoji, slang, jokes, shouting (E2). */
export function informalities(text: string): (Slip & { readonly form: 'emoji' | 'slang' | 'joke' | 'shouting' })[] {
  const found: (Slip & { readonly form: 'emoji' | 'slang' | 'joke' | 'shouting' })[] = []
  for (const [form, sign, pattern] of INFORMAL) {
    if (!sign.test(text)) continue
    const slips: Slip[] = []
    collect(pattern, text, slips)
    for (const slip of slips) if (!found.some((other) => slip.from < other.to && other.from < slip.to)) found.push({ form, ...slip })
  }
  return found.sort((a, b) => a.from - b.from)
}

/** Every match of a global pattern. */
function collect(pattern: RegExp, text: string, found: Slip[]): void {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push({ from: match.index, to: match.index + match[0].length })
}

function endsSentence(text: string, at: number, unit: number): boolean {
  // Most units are letters and spaces.
  if (unit > 63 && unit < 0x3002) return false
  if (unit === 10 || unit === 33 || unit === 63 || unit === 0x3002 || unit === 0xff01 || unit === 0xff1b || unit === 0xff1f) return true
  if (unit === 59) return text.charCodeAt(at + 1) === 32
  if (unit !== 46 || (at + 1 < text.length && !isSpace(text.charCodeAt(at + 1)))) return false
  // "e.g. so", "No. 3", "J. Smith" go on.
  return !/(?:^|[\s(])(?:[a-z]|[a-z]\.[a-z]|no|nr|mr|mrs|ms|dr|st|vs|etc|incl|approx|max|min|fig|vol)$/i.test(text.slice(Math.max(0, at - 8), at))
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || (unit > 127 && /\s/.test(String.fromCharCode(unit)))
}

const NEGATIVES_EN = new RegExp([
  '\\b(?:not|never|cannot|\\w+n[\'’]t)\\s+(?:(?:be|been|is|are|to|do|have|at all|always|simply|entirely|completely|going)\\s+){0,2}(?:un(?:likely|usual|common|important|reasonable|necessary|clear|aware|known|able|successful|happy|expected|acceptable|avoidable)|impossible|improbable|insignificant|without|never|not|dis(?:agree|allow|approve|regard)\\w*|fail|lack|forget|neglect|omit|refuse|deny)\\b',
  '\\b(?:no|none|nobody|nothing)\\s+(?:\\w+\\s+){0,3}(?:(?:is|are|was|were|can|could|will|would|should|has|have|do|does|did|must|may)\\s+not|cannot|(?:is|are|was|were|ca|could|wo|would|should|has|have|do|does|did|must)n[\'’]t|never|fails?\\s+to|lacks?)\\b',
  '\\b(?:without|never)\\s+(?:\\w+\\s+){0,2}(?:not|never|without|failing|neglecting|forgetting)\\b',
].join('|'), 'gi')
const NEGATIVES_ZH = /(?:不得|不能|不可|不可能|不会|不是|不应|不该|不无|并非|绝非|无不|无非不|莫不|未必|未尝|不妨)(?:完全|都|全)?(?:不(?![同足良便少断仅管过错久如论妨利满])|没有?|无)|没有.{1,8}(?:不(?![同足良便少断仅管过错久如论妨利满])|没有)|不得不|非.{1,6}不可|不.{0,3}没有(?!.{0,2}[吗么])|不排除.{0,6}不(?![同足良便少断仅管过错久如论妨利满])|无不|不无/g

/** What has to stand in a text for a pattern to be worth trying: the patterns know all alphabets, and are slow. */
const JOKE_SIGN = /haha|hehe|lol|lmao|rofl|kidding|jk|j\u212a|[:;8]-?[)(DPp]|\^_\^|[哈呵嘿嘻]{2}|玩笑|狗头|滑稽|[(（][笑逃]|小狗|\u017f/i
const EMOJI_SIGN = /[\ufe0f\u231a-\u2b55\ud83c-\ud83e]/
const SHOUTING_SIGN = /[!！?？]{2}|[A-Z]{5}|DO NOT|READ THIS|[\u00b5-\u1fff\u2c00-\u2dff\ua640-\uabff\uff21-\uff3a\ud800-\udbff]/
const SLANG_SIGN = /\b(?:gonna|wanna|gotta|kinda|sorta|gimme|lemme|dunno|ain['’]t|y['’]all|yeah|yep|nope|hey|dude|bro|guys|folks|awesome|super|crap|damn|darn|wtf|omg|btw|tbh|imho|thx|pls|plz|gr8|no[- ]brainer|bigwig|kick|screw|mess|freak|hang|get our|eat our|stuff)|\u017f|\u212a|搞|牛[逼b叉掰]|给力|小伙伴|老铁|亲们|宝子|家人们|yyds|绝绝子|666|打call|冲鸭|奥利给|摸鱼|躺平|内卷|划水|吐槽|撸|干翻|干掉|拍脑袋|大佬|美女|帅哥|亲爱的|么么哒|木有|神马|肿么|酱紫|靠谱|坑|扯皮|[甩背炸]锅|懵|嗨|[噢哟呗嘛咯啦]/i

const INFORMAL: readonly (readonly ['emoji' | 'slang' | 'joke' | 'shouting', RegExp, RegExp])[] = [
  ['joke', JOKE_SIGN, /\b(?:ha){2,}\b|\bhehe+\b|\blol\b|\blmao\b|\brofl\b|\bjust kidding\b|\bjk\b|(?<!\S)[:;8]-?[)(DPp](?!\w)|\^_\^|[哈呵嘿嘻]{2,}|开个?玩笑|狗头|手动滑稽|[(（](?:笑|逃|滑稽|手动狗头)[)）]|不来的(?:是)?小狗/giu],
  ['emoji', EMOJI_SIGN, /\p{Emoji_Presentation}(?:\u200d\p{Extended_Pictographic}\ufe0f?)*|\p{Extended_Pictographic}\ufe0f/gu],
  ['shouting', SHOUTING_SIGN, /[!！]{2,}|[!！][?？]+|[?？][!！]+|[?？]{2,}|(?<![\p{L}\p{N}])(?=[\p{Lu} ,]{0,60}\p{Lu}{5})\p{Lu}{2,}(?:[ ,]+\p{Lu}{2,}){2,}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:URGENT|IMPORTANT|ATTENTION|MANDATORY|WARNING|PLEASE|ALWAYS|NEVER|EVERYONE|EVERYBODY|DO NOT|READ THIS|DEADLINE)(?![\p{L}\p{N}])/gu],
  ['slang', SLANG_SIGN, /\b(?:gonna|wanna|gotta|kinda|sorta|gimme|lemme|dunno|ain['’]t|y['’]all|yeah|yep|nope|hey|dude|bro|guys|folks|awesome|super cool|crap|damn|darn|wtf|omg|btw|tbh|imho|thx|pls|plz|gr8|no[- ]brainer|bigwigs?|kick(?:ing)? ass|screw(?:ed|ing)? up|mess(?:ed|ing)? up|freak(?:ed|ing)? out|hang out|get our act together|eat our lunch|stuff)\b|搞定|搞掂|搞起|搞事|牛[逼bB叉掰]|给力|小伙伴|老铁|亲们|宝子|家人们|[yY][yY][dD][sS]|绝绝子|666+|打[cC][aA][lL][lL]|冲鸭|奥利给|摸鱼|躺平|内卷|划水|吐槽|撸(?:起|串|代码)|干翻|干掉|搞死|拍脑袋|大佬|美女|帅哥|亲爱的|么么哒|木有|神马|肿么|酱紫|有木有|靠谱|坑爹|坑人|扯皮|甩锅|背锅|懵[逼圈]|炸锅|瞎搞|乱搞|嗨起来|噢耶|哟|呗|(?<!喇)嘛|咯|啦/giu],
]
