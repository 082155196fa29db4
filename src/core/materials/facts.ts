import type { Instant } from '../arrangement/zone.ts'

/**
 * What the edge found out about files of the repository, as data. The core asks for paths (relative to the repository's
 * root, `/` between parts, no `.` or `..`), the edge answers; what it could not find out is `unknown`, never "missing".
 */
export interface FileFact {
  readonly state: 'file' | 'folder' | 'missing' | 'unknown'
  /** Last commit; `unknown` without git, in a shallow clone, and for a file that was never committed. */
  readonly committed?: Instant | 'unknown'
  readonly deck?: Deck | Unreadable
  readonly sheet?: Sheet | Unreadable
  /** Other files in the same folder with the same stem. */
  readonly neighbours?: readonly string[]
  /** For a missing file: the path in the same folder whose name is nearest to the one asked for. */
  readonly meant?: string
}

/** A file that is there but is not what its name says, or is too large: rules stay silent about what is in it. */
export interface Unreadable {
  readonly unreadable: string
}

export interface Deck {
  readonly slides: readonly Slide[]
}

export interface Slide {
  /** One-based, as a viewer counts. */
  readonly number: number
  readonly title?: string
  /** Bullet points, nested ones included. */
  readonly points: number
  readonly pictures: number
}

export interface Sheet {
  readonly charts: number
}

/** Facts by path. A path that was not asked for is absent. */
export type Facts = ReadonlyMap<string, FileFact>

/** What is wanted of one path. */
export interface FactRequest {
  readonly path: string
  readonly commit: boolean
  readonly deck: boolean
  readonly sheet: boolean
}
