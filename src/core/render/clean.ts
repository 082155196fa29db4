/*
 * What people write is cleaned once, at the door of every sink: signs that nobody sees can end a line, hide text or turn its
 * direction, and each sink would have to fear them. Escaping for the sink itself comes after this.
 */

/** Several lines of text with `\n` line ends, without invisible signs. Lone surrogates become U+FFFD. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
  return lines.replace(UNSEEN, '').replace(/\p{Surrogate}/gu, '\ufffd').trim()
}

/** The same on one line, white space drawn together. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ')
}

/** A text of at most so many UTF-16 units; what is cut off is marked by an ellipsis, no character is split. */
export function shorten(text: string, units: number): string {
  if (text.length <= units) return text
  const end = /[\ud800-\udbff]/.test(text.charAt(units - 2)) ? units - 2 : units - 1
  return `${text.slice(0, Math.max(end, 0))}…`
}

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return length
}

/**
 * An absolute URL that may be linked to, percent-encoded where it is not ASCII; undefined for any other scheme than
 * https, http, mailto and tel, and for what is no URL.
 */
export function safeUrl(url: string): string | undefined {
  const written = cleanLine(url)
  if (!/^(?:https?:\/\/[^/\s]|mailto:[^\s]|tel:[+\d])/i.test(written)) return undefined
  if (/[\s<>"\\^`{|}]/.test(written)) return undefined
  return written.replace(/[^\x21-\x7e]+/g, (signs) => encodeURIComponent(signs))
}

// Controls but tab and line feed; zero-width space, marks and overrides of direction, the byte order mark, tag letters.
// The joiners U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
const UNSEEN = new RegExp(
  '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb'
  + '\\u{e0000}-\\u{e007f}]', 'gu')
