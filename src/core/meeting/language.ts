import type { Language } from '../messages/message.ts'
import type { NamedSection } from './sections.ts'

/** What speaks for a file's language. */
export interface Signs {
  readonly sections: readonly NamedSection[]
  /** How many front-matter keys are written in Chinese, and how many in English. */
  readonly zhKeys: number
  readonly enKeys: number
}

/**
 * The language a file is written in. Known headings decide; then Chinese keys, which nobody writes in an English file.
 * English keys alone say nothing, as Chinese teams use them too: then the letters decide.
 */
export function languageOf(text: string, signs: Signs): Language {
  let zh = 0
  let en = 0
  for (const { named, chinese } of signs.sections) {
    if (named === undefined) continue
    if (chinese) zh++
    else en++
  }
  if (zh !== en) return zh > en ? 'zh' : 'en'
  if (signs.zhKeys > signs.enKeys) return 'zh'
  return mostlyChinese(text) ? 'zh' : 'en'
}

/** Letters looked at; enough to tell, and cheap in a long file. */
const SAMPLE = 3000

/** One Chinese character says about as much as four Latin letters. */
function mostlyChinese(text: string): boolean {
  let chinese = 0
  let latin = 0
  const end = Math.min(text.length, SAMPLE)
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x3400 && unit <= 0x9fff) chinese++
    else if ((unit | 32) >= 97 && (unit | 32) <= 122) latin++
  }
  return chinese * 4 > latin
}
