import { node, type Node } from './block.ts'

/**
 * Takes the link reference definitions (`[label]: url "title"`) from the beginning of a paragraph and puts a block for
 * each into `parent`, before the paragraph where that is its last child. The paragraph keeps the other lines.
 */
export function takeDefinitions(text: string, paragraph: Node, parent: { children: Node[] }): void {
  const { lines } = paragraph
  let line = 0
  while (line < lines.length) {
    const used = definitionLines(text, lines, line)
    if (used === 0) break
    const start = lines[line] ?? 0
    const block = node('definition', start, 'lines')
    for (let at = line; at < line + used; at++) block.lines.push(lines[at] ?? 0)
    block.end = lines[line + used - 1] ?? start
    const last = parent.children[parent.children.length - 1]
    if (last === paragraph) parent.children.splice(parent.children.length - 1, 0, block)
    else parent.children.push(block)
    line += used
  }
  if (line === 0) return
  lines.splice(0, line)
  paragraph.start = lines[0] ?? paragraph.end
}

/** How many entries of `lines` (two a line) the definition that begins at a line takes, 0 where there is none. */
function definitionLines(text: string, lines: readonly number[], from: number): number {
  if (text.charCodeAt(lines[from] ?? 0) !== 91) return 0
  // A definition with its title on more than four lines is beyond what anybody writes; the bound keeps reading linear.
  const to = Math.min(lines.length, from + 10)
  for (let count = to - from; count >= 2; count -= 2) {
    let joined = ''
    for (let at = from; at < from + count; at += 2) {
      joined += (at > from ? '\n' : '') + text.slice(lines[at] ?? 0, lines[at + 1] ?? 0)
    }
    if (DEFINITION.test(joined)) return count
  }
  return 0
}

const DEFINITION = new RegExp(
  '^\\[(?=[^\\]]*[^\\s\\]])(?:[^\\[\\]\\\\]|\\\\[^])+\\]:[ \\t]*\\n?[ \\t]*(?:<(?:[^<>\\\\\\n]|\\\\.)*>|[^\\s<]\\S*)'
  + '(?:(?:[ \\t]+|[ \\t]*\\n[ \\t]*)'
  + '(?:"(?:[^"\\\\]|\\\\[^])*"|\'(?:[^\'\\\\]|\\\\[^])*\'|\\((?:[^()\\\\]|\\\\[^])*\\)))?[ \\t]*$',
)
