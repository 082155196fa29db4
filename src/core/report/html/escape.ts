import { cleanLine, shorten } from '../../render/clean.ts'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A title longer than this is no title; it would push everything else off the page. */
const LONGEST = 300

/** Text of a file made fit for HTML, inside an element or a quoted attribute; signs that nobody sees are left out, the end of a very long text too. */
export function escape(text: string): string {
  return shorten(cleanLine(text), LONGEST).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}
