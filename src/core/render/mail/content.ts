import { cleanLine } from '../clean.ts'
import { namesFor, type Names, type Notice } from '../notice/notice.ts'
import { htmlView, renderHtml } from './html.ts'
import { renderText } from './text.ts'

/** What a mail says, in both forms. */
export interface MailContent {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * A team's own templates. Each form is undefined where there is none for the kind of notice, or where it cannot be used: then the
 * built-in one is.
 */
export interface MailTemplates {
  html(kind: string, view: object): string | undefined
  text(kind: string, view: object): string | undefined
}

/** A notice as a mail; `own`: the team's templates, and the occasion's kind by which one is chosen. */
export async function mailContent(notice: Notice, names: Names, own?: { readonly templates: MailTemplates; readonly kind: string }): Promise<MailContent> {
  const known = namesFor(names, notice.language)
  const [subject, text] = [cleanLine(notice.subject), renderText(notice, known)]
  if (own === undefined) return { subject, text, html: await renderHtml(notice, known) }
  const { templates, kind } = own
  const view = { ...await htmlView(notice, known), kind, text: text.trimEnd() }
  return { subject, text: templates.text(kind, view) ?? text, html: templates.html(kind, view) ?? await renderHtml(notice, known) }
}
