import { LARGEST } from '../app/listing.ts'
import { unreadProblem } from '../app/meetings.ts'
import { requestFacts } from '../core/materials/requests.ts'
import type { FactRequest } from '../core/materials/facts.ts'
import type { SyntaxProblem } from '../core/meeting/model.ts'
import { parse } from '../core/meeting/parse.ts'
import type { MeetingFile } from '../core/rules/rule.ts'
import { indexLines, type LineIndex } from '../core/text/lines.ts'
import type { Files } from '../ports/files.ts'
import type { OpenText } from './documents.ts'

/** A meeting file as the index holds it. Texts that are not open are not kept: they are read again where they are wanted. */
export interface Entry extends MeetingFile {
  readonly syntax: readonly SyntaxProblem[]
  readonly lines: LineIndex
  readonly open?: OpenText
  /** The file is there and could not be read; `syntax` says why. */
  readonly isUnread: boolean
  /** What its rules want to know of other files. */
  readonly wants: readonly FactRequest[]
  /** All that another file's verdict may look at, drawn together: where it stays the same, no other verdict changes. */
  readonly face: string
  /** Tells this text from others. */
  readonly mark: string
}

/** The entry of an open text. */
export function openEntry(file: string, open: OpenText): Entry {
  return { ...readEntryText(file, open.text), lines: open.lines, open }
}

/** The entry of a file on the disk, the known one where the text is the same; undefined where there is none (any more). */
export async function diskEntry(file: string, files: Files, known?: Entry): Promise<Entry | undefined> {
  const read = await files.readText(file, LARGEST)
  if ('text' in read) return known !== undefined && known.open === undefined && !known.isUnread && known.mark === markOf(read.text) ? known : readEntryText(file, read.text)
  // A link that leads nowhere is listed as a file, and is told of; a file that has gone is not.
  if (read.unread === 'missing' && !(await files.names(folderOf(file))).includes(file.slice(file.lastIndexOf('/') + 1))) return undefined
  return { ...readEntryText(file, ''), syntax: [unreadProblem(read.unread)], isUnread: true }
}

function readEntryText(file: string, text: string): Entry {
  const { meeting, problems } = parse(text)
  return { file, meeting, syntax: problems, lines: indexLines(text), isUnread: false, wants: requestFacts(meeting, file), face: JSON.stringify(meeting.fields), mark: markOf(text) }
}

/** A text's length with its hash (FNV-1a over UTF-16 units): enough to see that a file was changed, and nothing that is kept. */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return `${text.length} ${hash >>> 0}`
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
