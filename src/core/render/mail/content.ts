import { cleanLine } from '../clean.ts'
import type { Names, Notice } from '../notice/notice.ts'
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
  return { subject: cleanLine(notice.subject), text: renderText(notice, names), html: await renderHtml(notice, names) }
}
