import type { Snapshot } from '../../process/snapshot.ts'
import { renderText } from '../mail/text.ts'
import type { Notice } from '../notice/notice.ts'
import { agendaPart, aims, materialsPart, preparationPart, where } from '../notice/parts.ts'
import type { Directory, Reader } from '../notice/reader.ts'

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
