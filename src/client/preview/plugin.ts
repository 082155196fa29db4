import * as vscode from 'vscode'
import { configuration, lastConfiguration } from '../configuration.ts'
import type { Session } from '../session.ts'
import type { MakeToken, Token } from './tokens.ts'

/** The part of markdown-it that the plugin uses. */
interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } }
}

interface State {
  readonly src: string
  readonly inlineMode: boolean
  readonly Token: MakeToken
  tokens: Token[]
}

interface Parts {
  readonly parse: typeof import('../../core/meeting/parse.ts').parse
  readonly previewOf: typeof import('../../core/preview/preview.ts').previewOf
  readonly withPreview: typeof import('./tokens.ts').withPreview
}

/** Which front matter is a meeting's: who is asked, or how long it takes, together with what or when. */
const LIKE_MEETING = /^\uFEFF?---[ \t]*\r?\n(?=[\s\S]*?^(?:organi[sz]er|required|duration|组织者|必须参加|时长)[ \t]*[:：])(?=[\s\S]*?^(?:title|purpose|start|date|主题|目的|开始时间|日期)[ \t]*[:：])/m

/**
 * What VS Code's Markdown preview is extended with. The preview asks at once, and what reads meetings is loaded only when a meeting is
 * looked at: the first one is drawn again as soon as that is there, and whenever the configuration has changed.
 */
export function previewPlugin(session: Session): (md: unknown) => unknown {
  let parts: Parts | undefined
  let isLoading = false
  const load = async (): Promise<void> => {
    if (isLoading) return
    isLoading = true
    const before = lastConfiguration()
    const [{ parse }, { previewOf }, { withPreview }, config] = await Promise.all([import('../../core/meeting/parse.ts'), import('../../core/preview/preview.ts'), import('./tokens.ts'), configuration()])
    const isNew = parts === undefined || before !== config
    parts = { parse, previewOf, withPreview }
    isLoading = false
    if (isNew) await vscode.commands.executeCommand('markdown.preview.refresh')
  }
  const failed = (error: unknown): void => {
    isLoading = false
    session.log.error(`preview: ${error instanceof Error ? error.message : String(error)}`)
  }
  session.overview.onDidChange(() => {
    if (parts !== undefined) load().catch(failed)
  })
  return (md) => {
    (md as MarkdownIt).core.ruler.push('convoke', (state) => {
      if (state.inlineMode || !LIKE_MEETING.test(state.src)) return
      const config = lastConfiguration()
      if (parts === undefined || config === undefined) {
        load().catch(failed)
        return
      }
      const { meeting } = parts.parse(state.src)
      state.tokens = parts.withPreview(state.tokens, parts.previewOf(meeting, state.src, config, Date.now()), state.Token)
    })
    return md
  }
}
