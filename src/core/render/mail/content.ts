import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine } from '../clean.ts'
import type { Notice } from '../notice/notice.ts'
import { agendaPart, aims, materialsPart, preparationPart, where } from '../notice/parts.ts'
import type { Directory, Reader } from '../notice/reader.ts'
import { renderHtml, type Names } from './html.ts'
import { renderText } from './text.ts'

/** What a mail says, in both forms. */
export interface MailContent {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A notice as a mail. */
export async function mailContent(notice: Notice, names: Names): Promise<MailContent> {
  return { subject: cleanLine(notice.subject), text: renderText(notice, names), html: await renderHtml(notice, names) }
}

/**
 * The description of a calendar entry: what one has to know without the mail. Time and people stand in the entry itself; the
 * links stand here too, since many calendars show nothing else (FACTS 3.1).
 */
export function calendarDescription(snapshot: Snapshot, reader: Reader, directory: Directory): string {
  const notice: Notice = {
    language: reader.language,
    important: false,
    subject: '',
    blocks: [
      { kind: 'facts', rows: [...aims(snapshot, reader), ...where(snapshot, reader)] },
      ...preparationPart(snapshot, reader), ...agendaPart(snapshot, reader), ...materialsPart(snapshot, reader),
    ],
  }
  return renderText(notice, directory.name)
}
