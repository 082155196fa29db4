import type { BodyLink } from './model.ts'
import type { Block } from './markdown/block.ts'

/** The links and pictures of a body. */
export function readLinks(_text: string, _root: Block): BodyLink[] {
  return []
}
