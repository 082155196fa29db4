import { whenOf } from '../../core/arrangement/when.ts'
import { takeSnapshot } from '../../core/process/desired.ts'
import { renderMarkdown } from '../../core/render/github/markdown.ts'
import { renderText } from '../../core/render/mail/text.ts'
import { namesFor } from '../../core/render/notice/notice.ts'
import { directoryOf } from '../../core/render/notice/reader.ts'
import { noticeOf } from '../../core/render/occasion.ts'
import type { Requests } from '../protocol.ts'
import type { Session } from '../session.ts'

/** The words of a meeting's invitation as its file stands now, addressed to nobody in particular; null where it has no time yet. */
export async function invitation(session: Session, { uri }: Requests['convoke/invitation']['params']): Promise<Requests['convoke/invitation']['result']> {
  const place = session.find(uri)
  if (place === undefined) return null
  await place.workspace.ready()
  const context = await place.workspace.context(place.file, session.language)
  const when = context === undefined ? undefined : whenOf(context.meeting, context.config)
  if (context === undefined || when === undefined) return null
  const { config, now } = context
  const snapshot = takeSnapshot(context, when, config, now)
  const directory = directoryOf(config)
  const notice = noticeOf({ kind: 'invitation', snapshot }, { language: snapshot.language, sink: 'mail' }, directory)
  return { markdown: `# ${renderMarkdown({ ...notice, blocks: [{ kind: 'paragraph', text: [notice.subject] }] })}\n\n${renderMarkdown(notice)}\n`, text: `${notice.subject}\n\n${renderText(notice, namesFor(directory.name, snapshot.language))}` }
}
