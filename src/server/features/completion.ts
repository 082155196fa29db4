import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, type CancellationToken, type CompletionItem, type CompletionList, type CompletionParams } from 'vscode-languageserver'
import { completions } from '../../core/language/completion/complete.ts'
import type { Completion, CompletionKind } from '../../core/language/shapes.ts'
import { fromPosition, toTextEdit, type Target } from '../convert.ts'
import { at, type Session } from '../session.ts'

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property, value: CompletionItemKind.Value, person: CompletionItemKind.Reference, group: CompletionItemKind.Class, room: CompletionItemKind.Module,
  time: CompletionItemKind.Event, zone: CompletionItemKind.Constant, file: CompletionItemKind.File, heading: CompletionItemKind.Struct, snippet: CompletionItemKind.Snippet,
}

/** Proposals at the cursor. */
export async function complete(session: Session, { textDocument, position, context: asked }: CompletionParams, token: CancellationToken): Promise<CompletionList> {
  const place = await at(session, textDocument.uri, token, true)
  if (place === undefined) return { isIncomplete: false, items: [] }
  const { context, target } = place
  const trigger = asked?.triggerKind === CompletionTriggerKind.TriggerCharacter ? asked.triggerCharacter : undefined
  const { items, incomplete } = completions(context, fromPosition(target.lines, position), trigger)
  return { isIncomplete: incomplete, items: items.map((each) => toItem(each, target, session)) }
}

function toItem(item: Completion, target: Target, { support, suggestCommand }: Session): CompletionItem {
  const { label, kind, detail, documentation, edit, isSnippet, filter, sort, continues } = item
  const text = isSnippet && !support.snippets ? { ...edit, text: withoutStops(edit.text) } : edit
  return {
    label, kind: KINDS[kind], filterText: filter, sortText: sort, textEdit: toTextEdit(target.lines, text),
    insertTextFormat: isSnippet && support.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(detail === undefined ? {} : { detail }), ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    ...(continues === true && suggestCommand !== undefined ? { command: { title: '', command: suggestCommand } } : {}),
  }
}

/** A snippet for a client that knows none: each stop's own text stays, its number goes. */
function withoutStops(snippet: string): string {
  let text = snippet
  // From the inside outwards, since stops lie in stops.
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(/\$\{\d+(?::((?:[^{}$\\]|\\.)*))?\}/g, (_whole, own: string | undefined) => own ?? '').replace(/\$\{\d+\|((?:[^,|\\]|\\.)*)[^}]*\|\}/g, '$1')
  }
  return text.replace(/\$\d+/g, '').replace(/\\([$}\\,|])/g, '$1')
}
