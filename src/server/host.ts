import type { Instant } from '../core/arrangement/zone.ts'
import type { Forge } from '../app/forge.ts'
import type { Files } from '../ports/files.ts'
import type { History } from '../ports/history.ts'

/** What the server needs of the place it runs in: Node, or a browser's worker. */
export interface Host {
  readonly now: () => Instant
  /** A clock that only goes forward, milliseconds from any beginning: for measuring. */
  readonly tick: () => number
  /** Lets whatever waits have its turn: messages are read and answered between slices of long work. */
  readonly pause: () => Promise<void>
  /** Calls again and again; the result ends it. */
  readonly every: (milliseconds: number, call: () => void) => () => void
  readonly after: (milliseconds: number, call: () => void) => () => void
  /** The folder at a URI; undefined where this host cannot read such a place. In one that is not trusted no program is run, Git included. */
  readonly open: (uri: string, isTrusted?: boolean) => Place | undefined
}

/** One folder as the host reaches it. */
export interface Place {
  readonly files: Files
  readonly history: History
  /** Paths of the files that people may link to: not those that are ignored, and not more than an editor can show. */
  readonly paths: () => Promise<readonly string[]>
  /** Where the repository lives on the web, as `https://host/owner/name`; undefined where nothing tells. */
  readonly repositoryUrl: () => Promise<string | undefined>
  /** What was sent and answered so far, where the repository keeps it; only looked at, never written. */
  readonly forge: () => Promise<Forge>
}
