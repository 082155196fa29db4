import {
  FoldingRangeKind, SemanticTokensBuilder, type CancellationToken, type CodeLens, type CodeLensParams, type DocumentLink as LspDocumentLink, type DocumentLinkParams, type DocumentSymbol,
  type DocumentSymbolParams, type FoldingRange as LspFoldingRange, type FoldingRangeParams, type Hover as LspHover, type HoverParams, type InlayHint as LspInlayHint, type InlayHintParams,
  type SemanticTokens, type SemanticTokensParams,
} from 'vscode-languageserver'
import { documentLinks } from '../../core/language/document-links.ts'
import { foldingRanges } from '../../core/language/folding.ts'
import { hover } from '../../core/language/hover/hover.ts'
import { inlayHints } from '../../core/language/inlay-hints.ts'
import { lenses } from '../../core/language/lenses.ts'
import { semanticTokens } from '../../core/language/semantic-tokens.ts'
import { TOKEN_TYPES, type OutlineNode } from '../../core/language/shapes.ts'
import { documentSymbols } from '../../core/language/symbols.ts'
import { positionAt, type LineIndex } from '../../core/text/lines.ts'
import { fromPosition, fromRange, toRange } from '../convert.ts'
import { at, type Session } from '../session.ts'
import { SYMBOL_KINDS } from './places.ts'

/** What is told of the text under the cursor. */
export async function hovering(session: Session, { textDocument, position }: HoverParams, token: CancellationToken): Promise<LspHover | null> {
  const place = await at(session, textDocument.uri, token)
  if (place === undefined) return null
  const problems = await place.workspace.problems(place.file)
  const found = hover(place.context, fromPosition(place.target.lines, position), problems)
  return found === undefined ? null : { range: toRange(place.target.lines, found.range), contents: { kind: 'markdown', value: found.contents } }
}

/** What is computed from the text, to be shown in it. */
export async function hints(session: Session, { textDocument, range }: InlayHintParams, token: CancellationToken): Promise<LspInlayHint[]> {
  const place = await at(session, textDocument.uri, token)
  if (place === undefined) return []
  const { context, target: { lines } } = place
  return inlayHints(context, fromRange(lines, range)).map(({ offset, label, tooltip, before }) => ({
    position: positionAt(lines, offset), label, ...(before ? { paddingRight: true } : { paddingLeft: true }), ...(tooltip === undefined ? {} : { tooltip: { kind: 'markdown', value: tooltip } }),
  }))
}

export async function outline(session: Session, { textDocument }: DocumentSymbolParams, token: CancellationToken): Promise<DocumentSymbol[]> {
  const place = await at(session, textDocument.uri, token)
  return place === undefined ? [] : documentSymbols(place.context).map((each) => toSymbol(each, place.target.lines))
}

function toSymbol({ name, detail, kind, range, selection, children }: OutlineNode, lines: LineIndex): DocumentSymbol {
  return {
    name, kind: SYMBOL_KINDS[kind], range: toRange(lines, range), selectionRange: toRange(lines, selection), ...(detail === undefined ? {} : { detail }),
    children: children.map((each) => toSymbol(each, lines)),
  }
}

export async function folding(session: Session, { textDocument }: FoldingRangeParams, token: CancellationToken): Promise<LspFoldingRange[]> {
  const place = await at(session, textDocument.uri, token)
  if (place === undefined) return []
  return foldingRanges(place.context).map(({ range, kind }) => {
    const { start, end } = toRange(place.target.lines, range)
    return { startLine: start.line, endLine: end.line, kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region }
  })
}

export async function links(session: Session, { textDocument }: DocumentLinkParams, token: CancellationToken): Promise<LspDocumentLink[]> {
  const place = await at(session, textDocument.uri, token)
  if (place === undefined) return []
  return documentLinks(place.context).map(({ range, target, tooltip }) => ({
    range: toRange(place.target.lines, range), target: 'url' in target ? target.url : place.workspace.root.uriOf(target.path), ...(tooltip === undefined ? {} : { tooltip }),
  }))
}

/** Commands above the file, for clients that have them. */
export async function lensesOf(session: Session, { textDocument }: CodeLensParams, token: CancellationToken): Promise<CodeLens[]> {
  const place = await at(session, textDocument.uri, token)
  if (place === undefined) return []
  return lenses(place.context).map(({ range, title, command, arguments: given }) => ({
    range: toRange(place.target.lines, range),
    command: { title, command: `convoke.${command}`, arguments: given.map((each) => (each === place.file ? textDocument.uri : each)) },
  }))
}

export async function tokens(session: Session, { textDocument }: SemanticTokensParams, token: CancellationToken): Promise<SemanticTokens> {
  const place = await at(session, textDocument.uri, token)
  const builder = new SemanticTokensBuilder()
  for (const { range, type } of place === undefined ? [] : semanticTokens(place.context)) {
    const { line, character } = positionAt(place?.target.lines ?? { starts: [0], length: 0 }, range.start)
    builder.push(line, character, range.end - range.start, TOKEN_TYPES.indexOf(type), 0)
  }
  return builder.build()
}
