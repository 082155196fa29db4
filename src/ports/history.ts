import type { Instant } from '../core/arrangement/zone.ts'

/** The repository's history. */
export interface History {
  /**
   * When each of the paths was last committed; a path is absent where that is not known: no git, never committed, changed since,
   * or a shallow clone, whose dates are those of the clone's edge.
   */
  lastCommits(paths: readonly string[]): Promise<ReadonlyMap<string, Instant>>
}
