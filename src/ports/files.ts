/** Why a file could not be given as text. */
export type Unread = 'missing' | 'outside' | 'unreadable' | 'too-large' | 'binary' | 'not-utf8'

/** What is known of a file without reading it. */
export interface Stat {
  readonly kind: 'file' | 'folder' | 'other'
  /** Bytes. */
  readonly size: number
  /** Last change, milliseconds since 1970. */
  readonly changed: number
}

/** The files of one repository. Paths are relative to its root, with `/` between parts; nothing outside the root is ever reached. */
export interface Files {
  /** Files whose path matches one of the globs, sorted by code units. Links are followed only inside the root, loops are left out. */
  list(globs: readonly string[]): Promise<readonly string[]>
  stat(path: string): Promise<Stat | undefined>
  /** The text with its byte order mark, or why there is none. Larger than `limit` bytes is `too-large`. */
  readText(path: string, limit: number): Promise<{ readonly text: string } | { readonly unread: Unread }>
  readBytes(path: string, limit: number): Promise<Uint8Array | undefined>
  /** Names in a folder; empty where there is none. */
  names(folder: string): Promise<readonly string[]>
  /** Replaces a file whole: it has the old content or the new, never a part; its mode stays. */
  write(path: string, text: string): Promise<void>
}
