/*
 * npm run bench:editor: the bundled language server as an editor uses it, in a workspace of 2,000 meetings. How long from a key to the
 * diagnostics over LSP, in a file of 6 KB and in a meeting written from nothing at 10 keys a second; how long the server's event
 * loop was held at most; its processor time, which says more than the clock on a busy machine; its memory. Arguments: --files N (2000), --keys N (1000), --rate N keys a second (10).
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { createProtocolConnection, ProgressType, StreamMessageReader, StreamMessageWriter, type DocumentDiagnosticReport, type ProtocolConnection } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { layCorpus, makeBodies } from './corpus.ts'
import { quantile } from './measure.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '2000' }, keys: { type: 'string', default: '1000' }, rate: { type: 'string', default: '10' } } })
const SERVER = 'dist/server/server.js'
const HEAD = '---\nid: typed\ntitle: Split of the budget over four channels\npurpose: Decide the split\noutcome: A signed table\nstart: 2026-12-03 14:00\nduration: 90m\norganizer: p1\nrequired: [p2]\nroom: r1\n---\n\n'

interface Server {
  readonly child: ChildProcessWithoutNullStreams
  readonly connection: ProtocolConnection
  /** What the server's process tells since it was asked last. */
  readonly probe: () => Promise<{ readonly longest: number; readonly computed: number; readonly memory: number }>
}

async function main(): Promise<void> {
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`)
  console.log(`${SERVER}: ${(statSync(SERVER).size / 1e6).toFixed(2)} MB minified, ${(gzipSync(readFileSync(SERVER), { level: 9 }).length / 1e6).toFixed(2)} MB zipped\n`)
  const folder = mkdtempSync(join(tmpdir(), 'convoke-bench-'))
  const server = start()
  try {
    const { files, bytes } = layCorpus(folder, makeBodies(), Number(values.files))
    console.log(`${files} meetings, ${(bytes / 1e6).toFixed(1)} MB`)
    const begun = process.hrtime.bigint()
    await server.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: null, workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }], initializationOptions: { now: '2026-11-24T09:00:00Z' },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: {} } },
    })
    await server.connection.sendNotification('initialized', {})
    await tell(server, 'started')
    const file = new Typing(server.connection, pathToFileURL(join(folder, 'meetings/typed.md')).href, HEAD + (makeBodies().find((each) => each.length > 5800 && each.length < 6400) ?? ''))
    await file.diagnostics()
    await tell(server, `read all, first diagnostics after ${(Number(process.hrtime.bigint() - begun) / 1e6).toFixed(0)} ms`)
    const judged = process.hrtime.bigint()
    let told = 0
    // In parts, as clients ask for it.
    const parts = server.connection.onProgress(new ProgressType<{ items: unknown[] }>(), 'all', ({ items }) => void (told += items.length))
    told += (await server.connection.sendRequest<{ items: unknown[] }>('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'all' })).items.length
    parts.dispose()
    await tell(server, `judged all (${told} files with something to tell) in ${(Number(process.hrtime.bigint() - judged) / 1e6).toFixed(0)} ms`)
    await keys(server, file, `a key in a file of ${(file.length / 1024).toFixed(1)} KB`, (key) => [200 + ((key * 37) % (file.length - 300)), 'abc d- e\n'.charAt(key % 9)], 0)
    const fresh = new Typing(server.connection, pathToFileURL(join(folder, 'meetings/fresh.md')).href, '')
    const text = `${HEAD.replace('id: typed', 'id: fresh')}${makeBodies()[3] ?? ''}`.slice(0, Number(values.keys))
    await keys(server, fresh, `a meeting written from nothing at ${values.rate} keys a second`, (key) => [fresh.length, text.charAt(key)], 1000 / Number(values.rate))
    if (fresh.text !== text) throw new Error('a key was lost')
  } finally {
    server.child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function keys(server: Server, file: Typing, name: string, next: (key: number) => [at: number, sign: string], pace: number): Promise<void> {
  const times: number[] = []
  await server.probe()
  for (let key = 0; key < Number(values.keys); key++) {
    const begun = process.hrtime.bigint()
    file.insert(...next(key))
    await file.diagnostics()
    const took = Number(process.hrtime.bigint() - begun) / 1e6
    // The first keys meet code that the engine has not compiled yet; at a typing person's pace they count like all others.
    if (pace > 0 || key >= Number(values.keys) / 10) times.push(took)
    if (pace > took) await new Promise((done) => setTimeout(done, pace - took))
  }
  await tell(server, `${name}, to its diagnostics: p50 ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms, longest ${Math.max(...times).toFixed(1)} ms`)
}

async function tell(server: Server, what: string): Promise<void> {
  const { longest, computed, memory } = await server.probe()
  console.log(`${what}; processor ${computed.toFixed(0)} ms, event loop held ${longest.toFixed(1)} ms at most; ${memory.toFixed(0)} MB resident`)
}

/** A file that somebody types into. */
class Typing {
  private document: TextDocument
  private readonly connection: ProtocolConnection
  private previous: string | undefined

  constructor(connection: ProtocolConnection, uri: string, text: string) {
    this.connection = connection
    this.document = TextDocument.create(uri, 'markdown', 1, text)
    void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
  }

  get length(): number {
    return this.text.length
  }

  get text(): string {
    return this.document.getText()
  }

  insert(at: number, text: string): void {
    const position = this.document.positionAt(at)
    const contentChanges = [{ range: { start: position, end: position }, text }]
    this.document = TextDocument.update(this.document, contentChanges, this.document.version + 1)
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.document.uri, version: this.document.version }, contentChanges })
  }

  async diagnostics(): Promise<void> {
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: this.document.uri }, previousResultId: this.previous })
    this.previous = report.resultId
  }
}

function start(): Server {
  const child = spawn(process.execPath, ['--require', './scripts/bench/probe.cjs', SERVER, '--stdio'])
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
  connection.listen()
  const waiting: ((line: string) => void)[] = []
  child.stderr.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n').filter((each) => each !== '')) {
      if (line.startsWith('{')) waiting.shift()?.(line)
      else process.stderr.write(`${line}\n`)
    }
  })
  return {
    child, connection,
    probe: () => new Promise((done) => {
      waiting.push((line) => done(JSON.parse(line) as { longest: number; computed: number; memory: number }))
      child.kill('SIGUSR2')
    }),
  }
}

await main()
