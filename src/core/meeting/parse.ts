import { BOM } from '../text/lines.ts'
import { readParts } from './body.ts'
import { readFrontMatter } from './front-matter/read.ts'
import { languageOf } from './language.ts'
import { readLinks } from './links.ts'
import type { Block } from './markdown/block.ts'
import { readBlocks } from './markdown/blocks.ts'
import type { Parsed } from './model.ts'
import { readSections } from './sections.ts'
import { readSuppressions } from './suppressions.ts'

/**
 * Reads a meeting file: its front matter and its body. Never fails and never throws: what cannot be read is absent from
 * the meeting, and a problem says why. All ranges are of `text` as given, a byte order mark included.
 */
export function parse(text: string): Parsed {
  const front = readFrontMatter(text)
  const from = Math.max(front.bodyStart, text.charCodeAt(0) === BOM ? 1 : 0)
  const root = readBlocks(text, from)
  const sections = readSections(text, root)
  const { zhKeys, enKeys } = front
  return {
    meeting: {
      language: languageOf(text, { sections, zhKeys, enKeys }),
      ...(front.frontMatter ? { frontMatter: front.frontMatter } : {}),
      fields: front.fields,
      sections: sections.map((each) => each.section),
      ...readParts(text, root, sections),
      links: readLinks(text, root),
      suppressions: [...front.suppressions, ...readSuppressions(text, from)],
      bodyStart: front.bodyStart,
      length: text.length,
    },
    problems: front.problems,
  }
}

/** The blocks of a body, for who reads more out of them than `parse` does. */
export function blocksOf(text: string, from: number): Block {
  return readBlocks(text, Math.max(from, text.charCodeAt(0) === BOM ? 1 : 0))
}
