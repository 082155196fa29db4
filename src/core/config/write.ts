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
