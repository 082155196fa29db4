import type { BodyLink } from './model.ts'
import type { Block } from './markdown/block.ts'
import { linkSigns, scanLinks, type LinkSigns } from './markdown/inline-links.ts'
import { rowCells } from './markdown/table.ts'

/**
 * The links and pictures of a body in the order of the text: inline ones, those in angle brackets, bare URLs, and the
 * definitions of reference links (where the URL stands). Nothing in code, comments or HTML is one.
 */
export function readLinks(text: string, root: Block): BodyLink[] {
  const links: BodyLink[] = []
  collect(linkSigns(text, root.start), root.children, links)
  return links
}

function collect(signs: LinkSigns, blocks: readonly Block[], links: BodyLink[]): void {
  for (const block of blocks) {
    if (block.kind === 'table') collectRows(signs, block.lines, links)
    else if (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'definition') {
      scanLinks(signs, block.lines, block.kind === 'definition', links)
    } else if (block.children.length > 0) collect(signs, block.children, links)
  }
}

function collectRows(signs: LinkSigns, lines: readonly number[], links: BodyLink[]): void {
  for (let row = 0; row < lines.length; row += 2) {
    const cells = rowCells(signs.text, lines[row] ?? 0, lines[row + 1] ?? 0)
    for (let cell = 0; cell < cells.length; cell += 2) {
      scanLinks(signs, [cells[cell] ?? 0, cells[cell + 1] ?? 0], false, links)
    }
  }
}
