import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { TextDocument, type TextDocumentContentChangeEvent, type TextEdit } from 'vscode-languageserver-textdocument'
import {
  createConnection, createProtocolConnection, FileChangeType, ProposedFeatures, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type CodeAction, type CompletionList, type Diagnostic,
  type DocumentDiagnosticReport, type InitializeResult, type ProtocolConnection, type WorkspaceDiagnosticReport, type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { Host } from '../../src/server/host.ts'
import { nodeHost } from '../../src/server/node.ts'
import type { InitializationOptions, Requests } from '../../src/server/protocol.ts'
import { serve } from '../../src/server/server.ts'
import { lay } from './folder.ts'
import { CURSOR } from './language.ts'

/*
 * The door of the language server's tests: an editor that speaks JSON-RPC over two streams with a real server, on a real folder.
 */

export const NOW = '2026-11-24T09:00:00Z'

export const CONFIG = `timezone: Europe/Berlin
people:
  anna: { name: Anna Schmidt, email: anna@example.org, github: anna-s }
  li-lei: { name: 李雷, email: li@example.org, github: lilei, timezone: Asia/Shanghai }
rooms:
  aula: { name: Aula, capacity: 40 }
  closet: { name: Closet, capacity: 2 }
`

/** A meeting without a problem, or with what a test puts in its place. */
export function meeting(fields: Readonly<Record<string, string>> = {}, body = '## Agenda\n\n1. Compare the two offers for the pump (20m)\n2. Choose the supplier of the pump (25m)\n'): string {
  const all: Record<string, string> = {
    id: 'pump', title: 'Which pump the north plant buys', purpose: 'Choose between the two pumps that were offered', outcome: 'A signed order form for one of the two pumps',
    start: '2026-12-03 14:00', duration: '45m', organizer: 'anna', required: '[li-lei]', room: 'aula', rsvp_by: '2026-12-02 12:00', ...fields,
  }
  return `---\n${Object.entries(all).filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${value}\n`).join('')}---\n\n${body}`
}

/** What a client of today says it can do; `null` takes a part away. */
export const CAPABILITIES: ClientCapabilities = {
  textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } }, codeAction: {} },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] }, diagnostics: { refreshSupport: true }, workspaceFolders: true },
}

export interface Setting {
  readonly capabilities?: ClientCapabilities
  readonly options?: InitializationOptions & { readonly [name: string]: unknown }
  readonly locale?: string
  /** Further folders of the workspace, below the first one's parent. */
  readonly folders?: readonly string[]
  readonly host?: Partial<Host>
}

/** An editor with a server, in a folder with these files. */
export class Editor {
  readonly root: string
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  readonly published = new Map<string, readonly Diagnostic[]>()
  readonly logged: string[] = []
  refreshed = 0
  private readonly documents = new Map<string, TextDocument>()

  constructor(root: string, connection: ProtocolConnection, initialized: InitializeResult) {
    this.root = root
    this.connection = connection
    this.initialized = initialized
  }

  uri(file: string): string {
    return pathToFileURL(join(this.root, file)).href
  }

  /** Opens a file with a text; a cursor mark in it is taken out. */
  open(file: string, marked: string): { line: number; character: number } {
    const at = marked.indexOf(CURSOR)
    const text = marked.replace(CURSOR, '')
    const document = TextDocument.create(this.uri(file), 'markdown', 1, text)
    this.documents.set(file, document)
    void this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri(file), languageId: 'markdown', version: 1, text } })
    return document.positionAt(Math.max(0, at))
  }

  /** Replaces the first `from` of an open file by `to`, as a client sends it: as a change of that span alone. */
  type(file: string, from: string, to: string): void {
    const document = this.document(file)
    const at = document.getText().indexOf(from)
    assert.ok(at !== -1, `“${from}” is not in ${file}`)
    this.change(file, [{ range: { start: document.positionAt(at), end: document.positionAt(at + from.length) }, text: to }])
  }

  change(file: string, contentChanges: TextDocumentContentChangeEvent[]): void {
    const document = TextDocument.update(this.document(file), contentChanges, this.document(file).version + 1)
    this.documents.set(file, document)
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri(file), version: document.version }, contentChanges })
  }

  close(file: string): void {
    this.documents.delete(file)
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(file) } })
  }

  text(file: string): string {
    return this.document(file).getText()
  }

  document(file: string): TextDocument {
    const document = this.documents.get(file)
    assert.ok(document !== undefined, `${file} is not open`)
    return document
  }

  position(file: string, of: string, from = 0): { line: number; character: number } {
    const document = this.document(file)
    const at = document.getText().indexOf(of, from)
    assert.ok(at !== -1, `“${of}” is not in ${file}`)
    return document.positionAt(at)
  }

  report(file: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.uri(file) }, previousResultId })
  }

  async diagnostics(file: string): Promise<readonly Diagnostic[]> {
    const report = await this.report(file)
    assert.equal(report.kind, 'full')
    return 'items' in report ? report.items : []
  }

  /** The rules of what is wrong with a file. */
  async rules(file: string): Promise<readonly string[]> {
    return (await this.diagnostics(file)).map((each) => String(each.code))
  }

  workspace(previous: readonly { readonly uri: string; readonly value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.connection.sendRequest('workspace/diagnostic', { previousResultIds: previous })
  }

  async actions(file: string, of: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const start = this.position(file, of)
    return await this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri: this.uri(file) }, range: { start, end: start }, context: { diagnostics: [], ...(only === undefined ? {} : { only }) } })
  }

  async completions(file: string, position: { line: number; character: number }): Promise<CompletionList> {
    return await this.connection.sendRequest('textDocument/completion', { textDocument: { uri: this.uri(file) }, position })
  }

  ask<Name extends keyof Requests>(name: Name, params: Requests[Name]['params']): Promise<Requests[Name]['result']> {
    return this.connection.sendRequest(name, params)
  }

  /** Tells that files on the disk were made, changed (`null` removes) or removed, after doing so. */
  disk(files: Readonly<Record<string, string | Uint8Array | null>>): void {
    for (const [file, text] of Object.entries(files)) {
      if (text === null) rmSync(join(this.root, file), { recursive: true, force: true })
      else lay(this.root, { [file]: text })
    }
    const changes = Object.entries(files).map(([file, text]) => ({ uri: this.uri(file), type: text === null ? FileChangeType.Deleted : FileChangeType.Changed }))
    void this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
  }

  /** Carries an edit out as a client does: on open files, each at the version that it was computed for. */
  apply(edit: WorkspaceEdit | undefined): void {
    for (const change of edit?.documentChanges ?? []) {
      if (!('textDocument' in change)) continue
      const [file, document] = [...this.documents].find(([, each]) => each.uri === change.textDocument.uri) ?? assert.fail(`${change.textDocument.uri} is not open`)
      assert.equal(change.textDocument.version, document.version)
      const edits = change.edits as TextEdit[]
      const text = TextDocument.applyEdits(document, edits)
      const next = TextDocument.create(document.uri, 'markdown', document.version + 1, text)
      this.documents.set(file, next)
      void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: document.uri, version: next.version }, contentChanges: [{ text }] })
    }
  }
}

/** Starts a server for a folder with these files, lets a test use it as an editor does, and ends both. */
export async function withEditor(files: Readonly<Record<string, string | Uint8Array>>, test: (editor: Editor) => void | Promise<void>, setting: Setting = {}): Promise<void> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'convoke-editor-')))
  lay(root, files)
  const [up, down] = [new PassThrough(), new PassThrough()]
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down))
  serve(server, { ...nodeHost({}), ...setting.host }, 'en')
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  connection.listen()
  try {
    const folders = [root, ...(setting.folders ?? []).map((each) => join(root, each))].map((path) => ({ uri: pathToFileURL(path).href, name: path }))
    const initialized: InitializeResult = await connection.sendRequest('initialize', {
      processId: null, rootUri: null, workspaceFolders: folders, capabilities: setting.capabilities ?? CAPABILITIES, initializationOptions: { now: NOW, ...setting.options },
      ...(setting.locale === undefined ? {} : { locale: setting.locale }),
    })
    const editor = new Editor(root, connection, initialized)
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => void editor.published.set(uri, diagnostics))
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      editor.logged.push(message)
    })
    connection.onRequest('workspace/diagnostic/refresh', () => {
      editor.refreshed++
      return null
    })
    await connection.sendNotification('initialized', {})
    await test(editor)
    await connection.sendRequest('shutdown')
    assert.deepEqual(editor.logged, [])
  } finally {
    connection.dispose()
    server.dispose()
    rmSync(root, { recursive: true, force: true })
  }
}
