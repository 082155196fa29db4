import { cleanLine } from '../../render/clean.ts'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text of a file made fit for HTML, inside an element or a quoted attribute; signs that nobody sees are left out. */
export function escape(text: string): string {
  return cleanLine(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}
