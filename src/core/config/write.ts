import { at } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'
import { lineEnd } from '../text/lines.ts'
import { quote } from '../yaml/problems.ts'
import { readYaml, type YamlMap } from '../yaml/read.ts'

/**
 * The edits of a configuration's text that set one value, named by its keys from the top; everything else, comments included,
 * stays as it is written. Undefined where a mapping on the way is not there, or is something else.
 */
export function writeSetting(text: string, path: readonly string[], value: string): TextEdit[] | undefined {
  let map: YamlMap | undefined = readYaml(text).root
  for (const key of path.slice(0, -1)) {
    const next: YamlMap['entries'][number]['value'] = map?.entries.find((each) => each.key === key)?.value
    map = next?.kind === 'map' ? next : undefined
  }
  const name = path[path.length - 1]
  if (map === undefined || name === undefined) return undefined
  const written = /^[\p{L}][\p{L}\p{N}/_.-]*$/u.test(value) ? value : quote(value)
  const entry = map.entries.find((each) => each.key === name)
  if (entry !== undefined) {
    const range = entry.value?.range ?? at(entry.keyRange.end + 1)
    return [{ range, text: range.start === range.end ? ` ${written}` : written }]
  }
  return [insertion(text, map, `${name}: ${written}`)]
}

function insertion(text: string, map: YamlMap, line: string): TextEdit {
  const { start, end } = map.range
  if (text.charAt(start) === '{') {
    let last = end - 1
    while (last > start + 1 && /[\s,]/.test(text.charAt(last - 1))) last--
    return { range: at(last), text: map.entries.length === 0 ? ` ${line} ` : `, ${line}` }
  }
  let column = 0
  for (let before = start; before > 0 && !/[\r\n\ufeff]/.test(text.charAt(before - 1)); before--) column++
  // Before the first key: what stands behind the last value (a comment, a block of text) cannot get in the way there.
  return { range: at(start), text: `${line}${lineEnd(text)}${' '.repeat(column)}` }
}

/**
 * The edits of a configuration's text that add keys to one of its mappings, which is made where it is not there. The values are YAML
 * already. Keys that stand there stay as they are; undefined where the place is taken by something that is no mapping.
 */
export function writeEntries(text: string, name: string, entries: readonly (readonly [string, string])[]): TextEdit[] | undefined {
  const read = readYaml(text)
  const end = lineEnd(text)
  const lines = (indent: string, but: ReadonlySet<string> = new Set()): string[] =>
    entries.filter(([key]) => !but.has(key)).map(([key, value]) => `${indent}${keyText(key)}: ${value}`)
  const entry = read.root?.entries.find((each) => each.key === name)
  if (entry === undefined) {
    if (!read.complete || text.charAt(read.root?.range.start ?? 0) === '{') return undefined
    const before = text === '' || /[\r\n]$/.test(text) ? '' : end
    return [{ range: at(text.length), text: `${before}${text.trim() === '' ? '' : end}${name}:${end}${lines('  ').join(end)}${end}` }]
  }
  const { value } = entry
  if (value === undefined || (value.kind === 'scalar' && value.text.trim() === '')) {
    const colon = text.indexOf(':', entry.keyRange.end) + 1
    return colon === 0 ? undefined : [{ range: at(colon), text: `${end}${lines('  ').join(end)}` }]
  }
  if (value.kind !== 'map') return undefined
  const added = lines('', new Set(value.entries.map((each) => each.key)))
  if (added.length === 0) return []
  return text.charAt(value.range.start) === '{' ? [insertion(text, value, added.join(', '))] : added.map((line) => insertion(text, value, line))
}

/**
 * The edits of a configuration's text that add values to one of its lists. The values are YAML already; `implied` are those that hold
 * where the list is not there, and stand in it then. A single value becomes a list. Undefined where the place is taken by something else.
 */
export function writeListItems(text: string, name: string, values: readonly string[], implied: readonly string[] = []): TextEdit[] | undefined {
  const { root, complete } = readYaml(text)
  const entry = root?.entries.find((each) => each.key === name)
  if (entry === undefined) {
    const line = `${name}: [${[...implied, ...values].join(', ')}]`
    if (root !== undefined) return [insertion(text, root, line)]
    return complete ? [{ range: at(text.length), text: `${text === '' || /[\r\n]$/.test(text) ? '' : lineEnd(text)}${line}${lineEnd(text)}` }] : undefined
  }
  const { value } = entry
  if (value === undefined || (value.kind === 'scalar' && value.text.trim() === '')) {
    const colon = text.indexOf(':', entry.keyRange.end) + 1
    return colon === 0 ? undefined : [{ range: at(colon), text: ` [${[...implied, ...values].join(', ')}]` }]
  }
  if (value.kind === 'scalar') return [{ range: value.range, text: `[${[text.slice(value.range.start, value.range.end), ...values].join(', ')}]` }]
  if (value.kind !== 'list') return undefined
  const { start, end } = value.range
  if (text.charAt(start) === '[') {
    let last = end - 1
    while (last > start + 1 && /[\s,]/.test(text.charAt(last - 1))) last--
    return [{ range: at(last), text: `${value.items.length === 0 ? '' : ', '}${values.join(', ')}` }]
  }
  // In front of the first one: a comment behind the last cannot get in the way there.
  let line = start
  while (line > 0 && !/[\r\n]/.test(text.charAt(line - 1))) line--
  const dash = /^[ \t]*-[ \t]+/.exec(text.slice(line))?.[0]
  return dash === undefined ? undefined : [{ range: at(line), text: values.map((each) => `${dash}${each}${lineEnd(text)}`).join('') }]
}

function keyText(key: string): string {
  return /^[\p{L}][\p{L}\p{N}_.-]*$/u.test(key) && !/^(?:true|false|null|yes|no|on|off)$/i.test(key) ? key : quote(key)
}
