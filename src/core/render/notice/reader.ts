import type { Config } from '../../config/model.ts'
import type { Language } from '../../messages/message.ts'
import type { Snapshot } from '../../process/snapshot.ts'

/** Who reads a notice and where, as far as that changes its words. */
export interface Reader {
  readonly language: Language
  /** The issue is everybody's, a mail is one person's, a chat post a group's. */
  readonly sink: 'issue' | 'mail' | 'chat'
  /** The receiver of a mail. */
  readonly person?: string
  /** Paths of the materials that are attached to the mail; absent where nothing could be attached (an issue, a post). */
  readonly attached?: readonly string[]
  /** URL that a path in the repository can be appended to, where its readers can open it; ends with a slash. */
  readonly repository?: string
}

/** What is known of people, by key. */
export interface Directory {
  /** How a person is addressed; the key itself, without its sign, where no name is known. */
  readonly name: (key: string) => string
  /** Their zone, where known. */
  readonly zone: (key: string) => string | undefined
  /** Their GitHub login, where known. */
  readonly login: (key: string) => string | undefined
  readonly language: (key: string) => Language | undefined
}

/** The directory of a configuration, secret addresses merged or not: no address is read from it. */
export function directoryOf(config: Config): Directory {
  return {
    name: (key) => config.people.get(key)?.name ?? bareName(key),
    zone: (key) => {
      const person = config.people.get(key)
      return person?.timezone ?? (person === undefined || person.outside ? undefined : config.timezone)
    },
    login: (key) => (key.startsWith('@') ? key.slice(1) : config.people.get(key)?.github),
    language: (key) => config.people.get(key)?.language,
  }
}

/** A login goes without its sign. The key of a bare address says nothing to anybody, so its hash is left out. */
function bareName(key: string): string {
  if (key.startsWith('mail:')) return ''
  return key.startsWith('@') ? key.slice(1) : key
}

/** Everybody who is asked to come, by key, each once: organizer, required, optional. */
export function everybody(snapshot: Snapshot): readonly string[] {
  return [...new Set([snapshot.organizer, ...snapshot.required, ...snapshot.optional.map((each) => each.key)])]
}

export type Role = 'organizer' | 'required' | 'optional'

/** What a meeting asks of a person. */
export function roleOf(snapshot: Snapshot, key: string | undefined): Role | undefined {
  if (key === undefined) return undefined
  if (snapshot.organizer === key) return 'organizer'
  if (snapshot.required.includes(key)) return 'required'
  return snapshot.optional.some((each) => each.key === key) ? 'optional' : undefined
}
