import { SymbolKind, type CancellationToken, type DefinitionParams, type Location, type ReferenceParams, type WorkspaceSymbol as LspWorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver'
import { definitionsOf, referencesOf } from '../../core/language/references.ts'
import type { FilePlace, OutlineNode } from '../../core/language/shapes.ts'
import { workspaceSymbols } from '../../core/language/workspace-symbols.ts'
import { toRange } from '../convert.ts'
import { ifWanted, type Session } from '../session.ts'
import type { Workspace } from '../workspace.ts'
import { subjectOf } from './subject.ts'

/** How the parts of a meeting are shown in outlines. */
export const SYMBOL_KINDS: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  meeting: SymbolKind.Event, field: SymbolKind.Property, section: SymbolKind.Namespace, 'agenda-item': SymbolKind.Field, 'action-item': SymbolKind.Method, decision: SymbolKind.Constant,
}

/** Where the person, room or meeting under the cursor is written down. */
export async function definition(session: Session, { textDocument, position }: DefinitionParams, token: CancellationToken): Promise<Location[]> {
  const found = await subjectOf(session, textDocument.uri, position, token)
  return found?.subject === undefined ? [] : locations(definitionsOf(found.subject, found.repository), found.workspace)
}

/** Everywhere the person, room or meeting under the cursor is named. */
export async function references(session: Session, { textDocument, position, context }: ReferenceParams, token: CancellationToken): Promise<Location[]> {
  const found = await subjectOf(session, textDocument.uri, position, token, true)
  return found?.subject === undefined ? [] : locations(referencesOf(found.subject, found.repository, context.includeDeclaration), found.workspace)
}

/** Meetings and their items by words, of all folders. */
export async function symbols(session: Session, { query }: WorkspaceSymbolParams, token: CancellationToken): Promise<LspWorkspaceSymbol[]> {
  const found: LspWorkspaceSymbol[] = []
  for (const workspace of session.workspaces()) {
    await workspace.ready()
    ifWanted(token)
    for (const { file, range, name, kind, container } of workspaceSymbols(workspace.files, query)) {
      const [location] = locations([{ file, range }], workspace)
      if (location !== undefined) found.push({ name, kind: SYMBOL_KINDS[kind], location, ...(container === undefined ? {} : { containerName: container }) })
    }
  }
  return found
}

function locations(places: readonly FilePlace[], workspace: Workspace): Location[] {
  return places.flatMap(({ file, range }) => {
    const target = workspace.targetOf(file)
    return target === undefined ? [] : [{ uri: target.uri, range: toRange(target.lines, range) }]
  })
}
