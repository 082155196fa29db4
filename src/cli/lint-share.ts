import { meetingCache } from '../adapters/cache/meetings.ts'
import { diskFiles } from '../adapters/disk/disk.ts'
import { gitHistory } from '../adapters/git/git.ts'
import { readShare, type Judged, type LintRequest } from '../app/lint.ts'
import { readMeeting, type ReadMeeting } from '../app/meetings.ts'
import type { Config } from '../core/config/model.ts'
import type { Instant } from '../core/arrangement/zone.ts'
import { parse } from '../core/meeting/parse.ts'
import type { Language } from '../core/messages/message.ts'
import type { MeetingFile } from '../core/rules/rule.ts'
import { show, type ShownFile } from '../formats/shown.ts'
import { basisOf, type Basis } from './lint-recall.ts'
import { BUILD } from './version.ts'

/** What is judged, and for whom: plain data, so that it can be given to another thread. */
export interface Job {
  /** Absolute, links resolved. */
  readonly root: string
  readonly now: Instant
  readonly named: readonly string[]
  readonly folders?: readonly string[]
  readonly cached: boolean
  /** The text of the configuration that this is judged by; absent where there is none. */
  readonly configText?: string
  readonly language: Language
  readonly quiet: boolean
  /** Whether the format needs the files' texts, and what a fix would write into them. */
  readonly texts: boolean
}

/** What was found in some files, in the reader's words. */
export interface Found {
  readonly files: readonly ShownFile[]
  readonly judged: number
  /** There is more than information. */
  readonly failed: boolean
  readonly basis: Basis
}

/** The files and the reader that a job is done with. `part` names the share, so that each has a cache of its own; none where there is one. */
export function requestOf({ root, now, named, folders, cached }: Job, config: Config, part = ''): { readonly request: LintRequest; readonly keep: () => void } {
  const cache = cached ? meetingCache(root, BUILD, parse, part) : undefined
  const request = {
    files: diskFiles(root), read: (files: LintRequest['files'], file: string) => readMeeting(files, file, cache?.parse), history: gitHistory(root), config, now, named,
    ...(folders === undefined ? {} : { folders }),
  }
  return { request, keep: () => cache?.keep() }
}

/** Reads some of the files, exchanges what they hold for what the others do, and judges them. */
export async function lintShare(
  job: Job, config: Config, paths: readonly string[], part: string,
  exchange: (own: readonly MeetingFile[]) => Promise<readonly MeetingFile[]>, onProgress?: (done: number) => void,
): Promise<Found> {
  const { request, keep } = requestOf(job, config, part)
  const share = await readShare({ ...request, ...(onProgress === undefined ? {} : { onProgress }) }, paths)
  const others = await exchange(part === '' ? [] : share.outlines())
  const found = foundIn(share.meetings, await share.judge(others), job)
  keep()
  return found
}

/** What is printed of a file; its text and what fixes would write into it are large, and few formats show them. */
function namesOnly({ file, problems }: ShownFile): ShownFile {
  return { file, text: '', problems: problems.map((each) => ({ ...each, fixes: each.fixes.map((fix) => ({ ...fix, edits: [] })) })) }
}

function foundIn(meetings: readonly ReadMeeting[], judged: Judged, { language, quiet, texts }: Job): Found {
  const linted = judged.files
  const files = show(linted, language, quiet)
  return {
    files: texts ? files : files.map(namesOnly), judged: linted.length,
    failed: linted.some(({ problems }) => problems.some((each) => each.severity !== 'info')),
    basis: basisOf(meetings, judged),
  }
}
