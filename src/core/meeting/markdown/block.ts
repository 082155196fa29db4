import type { Range } from '../../text/range.ts'

/** What a block of Markdown is. `item` holds a list's item, `footnote` a footnote's definition; both hold blocks. */
export type BlockKind =
  | 'document' | 'quote' | 'list' | 'item' | 'footnote'
  | 'paragraph' | 'heading' | 'code' | 'html' | 'table' | 'rule' | 'definition'

/**
 * One block of a Markdown text. All blocks have one shape, which keeps reading fast; what does not apply to a kind
 * is empty. Ranges are of the original text.
 */
export interface Block {
  readonly kind: BlockKind
  /** From the first unit of the block (its mark included, its indentation not) to the last that is not white space. */
  readonly start: number
  readonly end: number
  /** Blocks inside: of document, quote, list (items only), item and footnote. */
  readonly children: readonly Block[]
  /**
   * Start and end of every line of text, in pairs, without marks of the containers and without white space around it:
   * of paragraph and heading; of a table the lines of its rows, the delimiter row left out.
   */
  readonly lines: readonly number[]
  /** 1 to 6 for a heading; 1 for an ordered list and its items, else 0. */
  readonly level: number
  /** A heading that CommonMark would not see: `#Title` (deviation 1 in README.md beside this file). */
  readonly loose: boolean
  /** Where the text after an item's marker (and box) begins. */
  readonly contentStart: number
  /** The three units of a task box at the beginning of an item. */
  readonly box?: Range
  readonly checked: boolean
}

/** A block while it is being read. */
export interface Node {
  kind: BlockKind
  start: number
  end: number
  children: Node[]
  lines: number[]
  level: number
  loose: boolean
  contentStart: number
  box?: Range
  checked: boolean
  /** List and item: the marker's unit. Fenced code: the fence's unit, 0 for indented code. */
  mark: number
  /** Item: columns of its indentation and marker. Fenced code: length of the fence. HTML: number of its kind, 1 to 7. */
  width: number
  /** Fenced code: columns before its fence. Paragraph: columns before its last line. */
  indent: number
}

const NONE: never[] = []

/** A fresh block. */
export function node(kind: BlockKind, start: number, holds: 'blocks' | 'lines' | 'nothing'): Node {
  return {
    kind,
    start,
    end: start,
    children: holds === 'blocks' ? [] : NONE,
    lines: holds === 'lines' ? [] : NONE,
    level: 0,
    loose: false,
    contentStart: start,
    checked: false,
    mark: 0,
    width: 0,
    indent: 0,
  }
}
