import type { Range } from '../text/range.ts'
import type { YamlScalar } from './node.ts'

/** A plain scalar by YAML 1.2's core schema. */
export function plainScalar(text: string, range: Range): YamlScalar {
  return { kind: 'scalar', value: resolvePlain(text), text, range, quoted: false }
}

export function quotedScalar(text: string, range: Range): YamlScalar {
  return { kind: 'scalar', value: text, text, range, quoted: true }
}

/** Nothing, right after a colon. */
export function emptyScalar(offset: number): YamlScalar {
  return { kind: 'scalar', value: null, text: '', range: { start: offset, end: offset }, quoted: false }
}

function resolvePlain(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0)
  // Only these can begin something other than text: ~ + - . digits, and the letters of true, false, null.
  if (first > 57 && first !== 126 && !'tTfFnN'.includes(text.charAt(0))) return text
  switch (text) {
    case '': case '~': case 'null': case 'Null': case 'NULL':
      return null
    case 'true': case 'True': case 'TRUE':
      return true
    case 'false': case 'False': case 'FALSE':
      return false
  }
  if (/^[-+]?\d+$/.test(text) || /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text)
  if (/^0o[0-7]+$/.test(text) || /^0x[\da-fA-F]+$/.test(text)) return Number(text)
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) return NaN
  return text
}
