import * as vscode from 'vscode'
import { meetingOf } from '../active-editor.ts'
import type { Session } from '../session.ts'
import { repliesHint, showReplies } from './replies.ts'

const SCHEME = 'convoke-plan'

interface PlanPreview {
  readonly provider: vscode.Disposable
  readonly show: (session: Session, argument?: unknown) => Promise<void>
  readonly replies: (session: Session, argument?: unknown) => Promise<void>
}

/** What merging sends, as a read-only Markdown document shown in the preview; it follows the files while it is open. */
export function planPreview(session: Session): PlanPreview {
  const changed = new vscode.EventEmitter<vscode.Uri>()
  const shown = new Set<string>()
  /** Replies as they were read last, by the meeting's address. */
  const replies = new Map<string, string>()
  const content: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent({ query }) {
      const { markdown } = await session.ask('convoke/plan', query === '' ? {} : { uri: query })
      return query === '' ? markdown : `${markdown}${replies.get(query) ?? await repliesHint(session, query)}`
    },
  }
  const follow = session.overview.onDidChange(() => {
    for (const each of shown) changed.fire(vscode.Uri.parse(each))
  })
  const closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString()))
  const show = async (argument: unknown): Promise<void> => {
    const target = argument instanceof vscode.Uri ? argument.toString() : typeof argument === 'string' ? argument : addressOf(argument) ?? vscode.window.activeTextEditor?.document.uri.toString()
    const meeting = meetingOf(session, target)
    const name = meeting === undefined ? vscode.l10n.t('What merging sends') : vscode.l10n.t('What merging sends: {0}', meeting.title.replace(/[/\\?#]/g, ' '))
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md`, query: meeting?.uri ?? '' })
    shown.add(uri.toString())
    changed.fire(uri)
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri)
  }
  return {
    provider: vscode.Disposable.from(changed, follow, closed, vscode.workspace.registerTextDocumentContentProvider(SCHEME, content)),
    show: (_, argument) => show(argument),
    replies: (own, argument) => showReplies(own, argument, async (uri, markdown) => {
      replies.set(uri, markdown)
      await show(uri)
    }),
  }
}

function addressOf(argument: unknown): string | undefined {
  return typeof argument === 'object' && argument !== null && 'meeting' in argument ? (argument.meeting as { readonly uri: string }).uri : undefined
}
