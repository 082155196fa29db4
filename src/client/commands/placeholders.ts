/**
 * A text with `‹…›` or `〈…〉` placeholders as a snippet in VS Code's syntax: a stop at each of them, the same words one stop, so that
 * they are filled in together. Everything else stays as it is.
 */
export function snippetOf(text: string): string {
  const stops = new Map<string, number>()
  const parts = text.split(/(‹[^›\n]*›|〈[^〉\n]*〉)/)
  return parts.map((part, at) => {
    if (at % 2 === 0) return escaped(part)
    const word = part.slice(1, -1).toLowerCase()
    const known = stops.get(word)
    const stop = known ?? stops.size + 1
    stops.set(word, stop)
    return `\${${stop}:${escaped(part)}}`
  }).join('')
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
