import type { Node } from './block.ts'
import { takeDefinitions } from './definitions.ts'

/** Finishes a block that no further line can enter: its end, its task box, and the definitions a paragraph begins with. */
export function closeNode(text: string, block: Node): void {
  const last = block.children[block.children.length - 1]
  if (last && last.end > block.end) block.end = last.end
  if (block.kind === 'item') readBox(text, block)
  else if (block.kind === 'list' || block.kind === 'quote' || block.kind === 'document' || block.kind === 'footnote') {
    settleParagraphs(text, block)
  }
  if (block.kind === 'item') settleParagraphs(text, block)
}

/** Takes the link definitions out of the paragraphs of a block; a paragraph of nothing else goes. */
function settleParagraphs(text: string, block: Node): void {
  const { children } = block
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    if (child?.kind !== 'paragraph' || text.charCodeAt(child.start) !== 91) continue
    const before: Node[] = []
    takeDefinitions(text, child, { children: before })
    if (before.length === 0) continue
    children.splice(index, child.lines.length === 0 ? 1 : 0, ...before)
    index += before.length - (child.lines.length === 0 ? 1 : 0)
  }
}

/** Finds the box of a task: `[ ]` or `[x]` at the beginning of an item's first paragraph, with text after it. */
function readBox(text: string, item: Node): void {
  const first = item.children[0]
  if (!first) return
  item.contentStart = first.start
  if (first.kind !== 'paragraph') return
  const at = first.start
  if (text.charCodeAt(at) !== 91 || text.charCodeAt(at + 2) !== 93) return
  const inner = text.charCodeAt(at + 1)
  const checked = inner === 120 || inner === 88
  if (!checked && inner !== 32 && inner !== 9) return
  const end = first.lines[1] ?? at
  let next = at + 3
  if (next < end) {
    const unit = text.charCodeAt(next)
    if (unit !== 32 && unit !== 9) return
    while (next < end && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9)) next++
  } else if (first.lines.length <= 2) return
  else next = first.lines[2] ?? end
  item.box = { start: at, end: at + 3 }
  item.checked = checked
  item.contentStart = next
}
