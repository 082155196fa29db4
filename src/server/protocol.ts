/**
 * What the client asks of the server beside LSP itself, and what the server asks of the client where it has no file system of its
 * own (in a browser). All data is plain JSON; files are named by their path below the repository's root.
 *
 * The server is one file, `dist/server/server.js`: forked on Node (it reads `--node-ipc` or `--stdio` from its arguments), or started as a
 * worker in a browser. Only there it sends `FileRequests`.
 */

/** `initializationOptions` of the server; all may be left out. */
export interface InitializationOptions {
  /** The reader's language; without it the client's locale decides. */
  readonly language?: 'en' | 'zh'
  /** Judges as of this instant instead of the clock's: milliseconds since 1970 or ISO 8601 with a zone. For tests. */
  readonly now?: number | string
  /** The client's command that asks for proposals again, run after a key whose values are known. */
  readonly suggestCommand?: string
  /** The client has the commands `convoke.plan`, `convoke.join`, …: code lenses name them, with the file's URI or a link as their argument. */
  readonly commands?: boolean
}

/** One person as a view shows them; never an address or number. */
export interface PersonSummary {
  readonly key: string
  readonly name: string
}

/** One meeting file for views, status bar and live mode. */
export interface MeetingSummary {
  readonly file: string
  readonly uri: string
  readonly id?: string
  readonly title: string
  readonly language: 'en' | 'zh'
  readonly status: 'planned' | 'draft' | 'cancelled'
  /** Instants in milliseconds since 1970; absent where the file does not say. */
  readonly start?: number
  readonly end?: number
  readonly zone?: string
  readonly link?: string
  readonly backupLink?: string
  readonly room?: string
  readonly isSeries: boolean
  /** The meeting is over and its minutes lack a part (D1). */
  readonly waitsForMinutes: boolean
  readonly attendees: readonly PersonSummary[]
  readonly problems: { readonly errors: number; readonly warnings: number }
}

/** One action item of the repository. */
export interface ActionSummary {
  readonly file: string
  readonly uri: string
  readonly meeting: string
  readonly text: string
  readonly owner?: PersonSummary
  /** `YYYY-MM-DD`. */
  readonly due?: string
  readonly done: boolean
  readonly overdue: boolean
  readonly issue?: number
  /** Zero-based line of the item, to open it. */
  readonly line: number
}

export interface Overview {
  readonly meetings: readonly MeetingSummary[]
  readonly actions: readonly ActionSummary[]
  /** What is wrong with `.convoke.yml`, said once: `line` and `character` are zero-based. */
  readonly configuration: readonly { readonly message: string; readonly line: number; readonly character: number }[]
}

/** Client → server. The names of requests, with what goes in and comes out. */
export interface Requests {
  /** Everything that the views show. */
  'convoke/overview': { params: { readonly now?: number }; result: Overview }
  /** What merging the repository as it stands in the editor would send, as Markdown in the reader's language; with JSON for tools. */
  'convoke/plan': { params: { readonly uri?: string }; result: { readonly markdown: string; readonly effects: number } }
  /** The invitation of one meeting as Markdown and as plain text, for the clipboard. */
  'convoke/invitation': { params: { readonly uri: string }; result: { readonly markdown: string; readonly text: string } | null }
  /** The next file of a series, with the open action items carried over; null where the series has ended. */
  'convoke/nextOccurrence': { params: { readonly uri: string }; result: { readonly path: string; readonly text: string } | { readonly refused: string } }
  /** Free slots that suit everybody named, best first: wall times `YYYY-MM-DDTHH:MM` in `zone`; `duration` in minutes, `uri` a meeting that is moved. */
  'convoke/slots': {
    params: { readonly people: readonly string[]; readonly room?: string; readonly duration: number; readonly from?: string; readonly zone?: string; readonly uri?: string }
    result: { readonly zone: string; readonly slots: readonly { readonly wall: string; readonly label: string; readonly suitsEverybody: boolean }[] }
  }
  /** People, groups, rooms and zone of the configuration, for pickers. */
  'convoke/directory': {
    /** A file of the folder that is meant; without it, the first one. */
    params: { readonly uri?: string }
    result: {
      readonly people: readonly (PersonSummary & { readonly outside: boolean; readonly filter: string })[]
      readonly groups: readonly string[]
      readonly rooms: readonly { readonly key: string; readonly name: string; readonly capacity?: number }[]
      readonly timezone?: string
      readonly root: string
    }
  }
  /** How far the repository's meetings keep to the procedure, as a page of HTML without script; null without a repository. */
  'convoke/report': { params: Record<string, never>; result: { readonly html: string } | null }
  /** Live mode: the meeting's frame for the clock (agenda with minutes) and its people. */
  'convoke/live': { params: { readonly uri: string }; result: LiveMeeting | { readonly refused: string } }
}

/** What live mode needs of a meeting. */
export interface LiveMeeting extends MeetingSummary {
  readonly agenda: readonly { readonly title: string; readonly minutes?: number; readonly owner?: string; readonly line: number }[]
  readonly organizer?: PersonSummary
  /** Number of the invitation issue, where the file or the forge knows it. */
  readonly issue?: number
}

/** Server → client, where the server runs in a browser: the files of the workspace folder whose URI is `root`; paths are below it. */
export interface FileRequests {
  'convoke/files.list': { params: { readonly root: string; readonly globs: readonly string[] }; result: readonly string[] }
  'convoke/files.read': {
    params: { readonly root: string; readonly path: string; readonly limit: number }
    result: { readonly base64: string } | { readonly unread: 'missing' | 'unreadable' | 'too-large' }
  }
  'convoke/files.stat': { params: { readonly root: string; readonly path: string }; result: { readonly kind: 'file' | 'folder' | 'other'; readonly size: number; readonly changed: number } | null }
  'convoke/files.names': { params: { readonly root: string; readonly folder: string }; result: readonly string[] }
}

/** Server → client: something that views show has changed. */
export const OVERVIEW_CHANGED = 'convoke/overviewChanged'
