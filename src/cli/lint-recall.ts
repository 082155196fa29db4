import { createHash } from 'node:crypto'
import { keepRun, recallRun } from '../adapters/cache/last-run.ts'
import { diskFiles } from '../adapters/disk/disk.ts'
import { gitHistory } from '../adapters/git/git.ts'
import { gatherFacts } from '../app/facts.ts'
import type { Judged } from '../app/lint.ts'
import { LARGEST, listMeetings } from '../app/listing.ts'
import type { ReadMeeting } from '../app/meetings.ts'
import type { Span } from '../core/arrangement/present.ts'
import type { Instant } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import type { FactRequest, Facts } from '../core/materials/facts.ts'
import type { Files } from '../ports/files.ts'
import type { Found, Job } from './lint-share.ts'
import { BUILD } from './version.ts'

/** What was found rests on: the texts, what was seen of other files, and the time. */
export interface Basis {
  readonly holds: Span
  /** Each file with the hash of its text, or why it could not be read. */
  readonly texts: readonly (readonly [file: string, hash: string])[]
  readonly seen: readonly { readonly wanted: readonly FactRequest[]; readonly facts: string }[]
}

/** How a run was asked. */
export type Asked = Omit<Job, 'now'>

/** What of the configuration is needed to know a run again, so that the whole of it need not be read. */
type Known = Pick<Config, 'meetings' | 'timezone'>

/** The basis of what was found in some files. */
export function basisOf(read: readonly Pick<ReadMeeting, 'file' | 'text' | 'syntax'>[], { holds, wanted, facts }: Judged): Basis {
  return {
    holds, texts: read.map(({ file, text, syntax }) => [file, text === undefined ? unreadMark(syntax[0]?.code) : hashOf(text)]),
    seen: wanted.length === 0 ? [] : [{ wanted, facts: digestOf(facts) }],
  }
}

/** The basis of what several threads found. */
export function joinBases(bases: readonly Basis[]): Basis {
  return {
    holds: { from: Math.max(...bases.map(({ holds }) => holds.from)), until: Math.min(...bases.map(({ holds }) => holds.until)) },
    texts: bases.flatMap(({ texts }) => texts), seen: bases.flatMap(({ seen }) => seen),
  }
}

/**
 * What the last run found, where it was asked the same and all that it rests on is still as it was; undefined where anything is not.
 * Nothing is believed of dates of files: every text is read and every fact gathered anew, only reading and judging them is spared.
 */
export async function recall(asked: Asked, nowIn: (timezone: string | undefined) => Promise<Instant>): Promise<Found | undefined> {
  const last = recallRun(asked.root, keyOf(asked))
  if (last === undefined) return undefined
  const files = diskFiles(asked.root)
  const history = gitHistory(asked.root)
  try {
    const { meetings, timezone, holds, texts, seen } = JSON.parse(last.basis) as Basis & Known
    const now = await nowIn(timezone)
    if (now < holds.from || now >= holds.until) return undefined
    const paths = await listMeetings(files, meetings, asked.named)
    if (texts.length !== paths.length) return undefined
    for (const [at, [file, hash]] of texts.entries()) if (paths[at] !== file || await markOf(files, file, hash) !== hash) return undefined
    for (const { wanted, facts } of seen) if (digestOf(await gatherFacts(wanted, files, history)) !== facts) return undefined
    return { ...JSON.parse(last.found) as Omit<Found, 'basis'>, basis: { holds, texts, seen } }
  } catch {
    // What cannot be read is no run to go by.
    return undefined
  }
}

/** Keeps what was found for the next run. */
export function remember(asked: Asked, { meetings, timezone }: Config, { basis, ...found }: Found): void {
  const known: Basis & Known = { meetings, ...(timezone === undefined ? {} : { timezone }), ...basis }
  keepRun(asked.root, keyOf(asked), { basis: JSON.stringify(known), found: JSON.stringify(found) })
}

/** What holds ends with the day, so the day is told by the span. */
function keyOf({ root, named, folders, language, quiet, texts, configText }: Asked): string {
  return createHash('sha256').update(JSON.stringify([BUILD, root, named, folders ?? null, language, quiet, texts, configText ?? null])).digest('hex')
}

/** A text's hash is that of its bytes, so that they need not be made a text to be known again. */
async function markOf(files: Files, file: string, expected: string): Promise<string | undefined> {
  if (!expected.startsWith('!')) {
    const bytes = await files.readBytes(file, LARGEST)
    return bytes === undefined ? undefined : hashOf(bytes)
  }
  const read = await files.readText(file, LARGEST)
  return 'unread' in read ? unreadMark(read.unread) : undefined
}

function unreadMark(why: string | undefined): string {
  return `!${why ?? ''}`
}

function hashOf(text: string | Uint8Array): string {
  return createHash('sha1').update(text).digest('base64')
}

function digestOf(facts: Facts): string {
  return hashOf(JSON.stringify([...facts].sort(([a], [b]) => (a < b ? -1 : 1))))
}
