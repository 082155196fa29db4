import type { Instant } from '../core/arrangement/zone.ts'
import type { Files } from './files.ts'

/** Why nothing is known of how a repository was: there is none, nothing was committed, or parts of the history are elsewhere. */
export type NoPast = 'no-git' | 'no-commit' | 'shallow' | 'partial'

/** The commit at which a repository stood at an instant. */
export interface PastCommit {
  readonly instant: Instant
  readonly commit: string
}

/** The repository as it was. */
export interface Past {
  /**
   * For each of the instants the commit that was the newest then on the line that is checked out (merges count as what they
   * brought in); instants before the first commit are left out. Or why that is not known.
   */
  commitsAt(instants: readonly Instant[]): Promise<readonly PastCommit[] | NoPast>
  /**
   * The files as they lay in a commit, for looking at only; links are not followed. Those that match the globs are fetched
   * together. Undefined where a text that is asked for is not in this clone.
   */
  filesAt(commit: string, globs: readonly string[]): Promise<Files | undefined>
}
