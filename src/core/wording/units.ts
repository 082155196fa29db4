import type { Language } from '../messages/message.ts'

/** A word, a Chinese character, a mark or a sign: what the features of a sentence are made of. */
export interface Unit {
  readonly text: string
  readonly kind: 'word' | 'han' | 'mark' | 'sign'
}

/** The units of a marked sentence, in order. White space only divides. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 32) at++
    else if (isHan(code)) units.push({ text: text.charAt(at++), kind: 'han' })
    else if (code >= 0xe000 && code < 0xe020) units.push({ text: text.charAt(at++), kind: 'mark' })
    else if (isLetter(code)) {
      const from = at++
      while (at < text.length && continues(text, at)) at++
      units.push({ text: text.slice(from, at), kind: 'word' })
    } else units.push({ text: text.charAt(at++), kind: 'sign' })
  }
  return units
}

/** The language that a sentence is worded in: one Chinese character says as much as two words of letters, which may be names. */
export function languageOfSentence(text: string): Language {
  let han = 0
  let words = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isHan(code)) han++
    // Letters, digits and what joins them are one word, whatever is long about it.
    const letter: boolean = isLetter(code) || (inWord && ((code >= 48 && code <= 57) || code === 45 || code === 95 || code === 46 || code === 47))
    if (letter && !inWord) words++
    inWord = letter
  }
  return han > 0 && han * 2 >= words ? 'zh' : 'en'
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x370 && code <= 0x52f)
}

/** Letters go on a word, and so do an apostrophe or hyphen between letters. */
function continues(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return isLetter(code) || ((code === 39 || code === 0x2019 || code === 45) && isLetter(text.charCodeAt(at + 1)))
}
