import { cleanLine } from '../clean.ts'
import { namesFor, type Names, type Notice } from '../notice/notice.ts'
import { renderHtml } from './html.ts'
import { renderText } from './text.ts'

/** What a mail says, in both forms. */
export interface MailContent {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A notice as a mail. */
export async function mailContent(notice: Notice, names: Names): Promise<MailContent> {
  const known = namesFor(names, notice.language)
  return { subject: cleanLine(notice.subject), text: renderText(notice, known), html: await renderHtml(notice, known) }
}
