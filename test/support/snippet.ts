/** What a person types at the stops of a snippet; where nothing is said for a stop, its default stays. */
export type Typed = Readonly<Record<number, string>>

/** The text that a snippet of VS Code leaves when somebody types at its stops, on a given day. */
export function expandSnippet(body: string, typed: Typed, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const variables: Readonly<Record<string, string>> = { CURRENT_YEAR: year, CURRENT_MONTH: month, CURRENT_DATE: date }
  const values = new Map<number, string>(Object.entries(typed).map(([stop, text]) => [Number(stop), text]))
  let at = 0
  const until = (end: string): string => {
    let out = ''
    while (at < body.length && body[at] !== end) out += piece()
    at++
    return out
  }
  const piece = (): string => {
    const char = body[at++] ?? ''
    if (char === '\\') return body[at++] ?? ''
    if (char !== '$') return char
    const name = /^(?:\d+|[A-Z_]+)/.exec(body.slice(at))?.[0]
    if (name !== undefined) {
      at += name.length
      return known(name, '')
    }
    if (body[at] !== '{') return char
    const inner = /^\{(\d+|[A-Z_]+)/.exec(body.slice(at))?.[1] ?? ''
    at += inner.length + 1
    const sign = body[at++]
    if (sign === '}') return known(inner, '')
    if (sign === '|') {
      const choices = /^((?:\\.|[^|\\])*)\|\}/.exec(body.slice(at))
      at += choices?.[0].length ?? 0
      return known(inner, (choices?.[1] ?? '').split(/(?<!\\),/)[0] ?? '')
    }
    return known(inner, until('}'))
  }
  const known = (name: string, standard: string): string => {
    if (!/^\d/.test(name)) {
      const value = variables[name]
      if (value === undefined) throw new Error(`no variable ${name}`)
      return value
    }
    const value = values.get(Number(name)) ?? standard
    values.set(Number(name), value)
    return value
  }
  return until('\0')
}
