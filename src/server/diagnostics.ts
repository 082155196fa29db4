import {
  DocumentDiagnosticReportKind, type CancellationToken, type Diagnostic, type DocumentDiagnosticReport, type ResultProgressReporter, type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport, type WorkspaceDiagnosticReportPartialResult, type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { render } from '../core/messages/render.ts'
import { CONFIG_FILE } from './configuration.ts'
import { toDiagnostic, toRange } from './convert.ts'
import { ifWanted, type Session } from './session.ts'
import { slices } from './slices.ts'
import type { Workspace } from './workspace.ts'

type Progress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>

/** Reports that are still to be sent, and whether any of all told something new. */
interface Collected {
  readonly reports: WorkspaceDocumentDiagnosticReport[]
  readonly news: boolean
}

/** Diagnostics as they were told, under the name that a client gives back to ask whether they still hold. */
interface Told {
  readonly id: string
  /** The diagnostics as JSON. */
  readonly text: string
}

/** Changes are told to clients that wait for them this much later, so that a burst of keys is told once; milliseconds. */
const PUSH_AFTER = 30
/** Files that were closed or deleted are told of once more this much later; milliseconds. */
const AGAIN_AFTER = 1000

/** What is wrong, for clients that ask (with result ids, file by file or for the whole repository) and for those that wait to be told. */
export class Diagnostics {
  private readonly session: Session
  private readonly told = new Map<string, Told>()
  private readonly pushed = new Map<string, string>()
  private readonly waiting = new Set<() => void>()
  /** Files that were closed or deleted, and are to be told of once more. */
  private readonly owed = new Set<string>()
  private next = 0
  private isEnded = false
  private pushing: (() => void) | undefined

  constructor(session: Session) {
    this.session = session
  }

  /** The diagnostics of one file; `unchanged` where they are those that the client holds under `previous`. */
  async ofDocument(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const place = this.session.find(uri)
    if (place === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
    await place.workspace.ready()
    ifWanted(token)
    const { id, items } = await this.tellOf(place.workspace, place.file)
    return id === previous ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id } : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] }
  }

  /**
   * The diagnostics of every repository, in slices, as they are found. Only files with something to tell, or of which the client
   * holds something, are named. Where nothing is new since the client asked last, the answer waits until something is.
   */
  async ofWorkspace(params: WorkspaceDiagnosticParams, token: CancellationToken, progress: Progress | undefined): Promise<WorkspaceDiagnosticReport> {
    const previous = new Map(params.previousResultIds.map((each) => [each.uri, each.value]))
    for (;;) {
      const changed = this.change(token)
      const items = await this.collect(previous, token, progress)
      if (items.news || previous.size === 0 || token.isCancellationRequested || this.isEnded) return { items: items.reports }
      await changed
      ifWanted(token)
    }
  }

  /** Something may have changed: clients that asked for the whole are answered, those that wait to be told are told. */
  changed(): void {
    for (const each of this.waiting) each()
    this.waiting.clear()
    if (this.session.support.pullsDiagnostics || this.pushing !== undefined) return
    this.pushing = this.session.host.after(PUSH_AFTER, () => {
      this.pushing = undefined
      void this.push()
    })
  }

  /**
   * Files were closed or deleted: whoever waits to be told of them is told that there is nothing to tell. A client that asks does so once more
   * as it closes a file, and until it has the answer it passes over what it is told of the whole: a file that is moved away in that
   * moment would keep its complaints at its old place. So it is told again.
   */
  closed(uris: readonly string[]): void {
    if (this.session.support.pullsDiagnostics) {
      this.session.host.after(AGAIN_AFTER, () => {
        for (const each of uris) this.owed.add(each)
        this.changed()
      })
    } else for (const uri of uris) if (this.pushed.delete(uri)) void this.session.connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  /** The client has said that it ends: whoever waits is answered, and nobody is told any more. */
  end(): void {
    for (const each of this.waiting) each()
    this.pushing?.()
    this.pushing = (): void => undefined
    this.isEnded = true
  }

  private async collect(previous: ReadonlyMap<string, string>, token: CancellationToken, progress: Progress | undefined): Promise<Collected> {
    const { breathe } = slices(this.session.host)
    let reports: WorkspaceDocumentDiagnosticReport[] = []
    const left = new Set(previous.keys())
    let news = false
    for (const workspace of this.session.workspaces()) {
      await workspace.ready()
      for (const file of [CONFIG_FILE, ...workspace.files.map((each) => each.file)]) {
        const { id, items } = await this.tellOf(workspace, file)
        const open = workspace.texts.get(file)
        const uri = open?.uri ?? workspace.root.uriOf(file)
        const version = open?.version ?? null
        left.delete(uri)
        if (previous.get(uri) === id) reports.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: id })
        else if (items.length > 0 || previous.has(uri)) {
          news = true
          reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId: id, items: [...items] })
        }
        const wait = breathe()
        if (wait === undefined) continue
        await wait
        ifWanted(token)
        if (progress !== undefined && reports.length > 0) {
          progress.report({ items: reports })
          reports = []
        }
      }
    }
    // Files that are no meetings any more.
    for (const uri of left) reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] })
    const closed = await this.ofClosed()
    return { reports: [...reports, ...closed], news: news || left.size > 0 || closed.length > 0 }
  }

  /** What is to be told once more of files that were closed or deleted. */
  private async ofClosed(): Promise<readonly WorkspaceDocumentDiagnosticReport[]> {
    const reports: WorkspaceDocumentDiagnosticReport[] = []
    for (const uri of this.owed) {
      this.owed.delete(uri)
      const place = this.session.find(uri)
      if (place === undefined || place.workspace.texts.has(place.file) || !this.told.has(place.workspace.root.uriOf(place.file))) continue
      const { id, items } = await this.tellOf(place.workspace, place.file)
      reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: id, items: [...items] })
    }
    return reports
  }

  private change(token: CancellationToken): Promise<void> {
    return new Promise((done) => {
      this.waiting.add(done)
      token.onCancellationRequested(() => done())
    })
  }

  private async push(): Promise<void> {
    for (const workspace of this.session.workspaces()) {
      await workspace.ready()
      for (const file of new Set([CONFIG_FILE, ...workspace.texts.keys()])) {
        const { id, items } = await this.tellOf(workspace, file)
        const open = workspace.texts.get(file)
        const uri = open?.uri ?? workspace.root.uriOf(file)
        if (this.pushed.get(uri) === id || (items.length === 0 && !this.pushed.has(uri))) continue
        this.pushed.set(uri, id)
        void this.session.connection.sendDiagnostics({ uri, diagnostics: [...items], ...(open === undefined ? {} : { version: open.version }) })
      }
    }
  }

  private async tellOf(workspace: Workspace, file: string): Promise<{ readonly id: string; readonly items: readonly Diagnostic[] }> {
    const items = file === CONFIG_FILE ? this.ofConfiguration(workspace) : await this.ofMeeting(workspace, file)
    const uri = workspace.root.uriOf(file)
    const text = JSON.stringify(items)
    const known = this.told.get(uri)
    if (known?.text === text) return { id: known.id, items }
    const id = String(++this.next)
    this.told.set(uri, { id, text })
    return { id, items }
  }

  private async ofMeeting(workspace: Workspace, file: string): Promise<Diagnostic[]> {
    const problems = await workspace.problems(file) ?? []
    const lines = workspace.targetOf(file)?.lines
    if (lines === undefined) return []
    return problems.map((each) => toDiagnostic(each, lines, this.session.language, (other) => workspace.targetOf(other)))
  }

  private ofConfiguration({ settings: { lines, problems } }: Workspace): Diagnostic[] {
    return problems.map(({ message, data, range }) => ({ range: toRange(lines, range), severity: 1, source: 'convoke', code: 'configuration', message: render(message, data, this.session.language) }))
  }
}
