import type { Instant } from '../core/arrangement/zone.ts'

/** The repository's history. */
export interface History {
  /**
   * When each of the paths was last committed; a path is absent where that is not known: no git, never committed, changed since,
   * or a shallow clone, whose dates are those of the clone's edge.
   */
  lastCommits(paths: readonly string[]): Promise<ReadonlyMap<string, Instant>>
  /**
   * The commit that is checked out, and the paths that differ between it and an earlier one: changed, added, removed. `paths` is
   * absent where the earlier commit is not known; undefined without git.
   */
  changedSince(commit: string | undefined): Promise<{ readonly commit: string; readonly paths?: readonly string[] } | undefined>
}
