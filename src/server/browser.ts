import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/browser'
import type { Files, Unread } from '../ports/files.ts'
import type { History } from '../ports/history.ts'
import { emptyForge } from './empty-forge.ts'
import type { Host } from './host.ts'
import type { FileRequests } from './protocol.ts'
import { serve } from './server.ts'

/** The worker's own port to the client; the DOM's types are not at hand here. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0]

/** Serves the client that started this worker. */
export function serveWorker(): void {
  const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self))
  serve(connection, workerHost(connection), 'en')
}

/** A worker as the place that the server runs in: files are the client's, and nothing tells of the history. */
export function workerHost(connection: Connection): Host {
  return {
    now: () => Date.now(),
    tick: () => performance.now(),
    // A timer, since a worker has nothing that comes sooner and still lets messages in.
    pause: () => new Promise((done) => void setTimeout(done, 0)),
    every: (milliseconds, call) => {
      const timer = setInterval(call, milliseconds)
      return () => clearInterval(timer)
    },
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds)
      return () => clearTimeout(timer)
    },
    open: (uri) => {
      const files = clientFiles(connection, uri)
      return { files, history: NO_HISTORY, forge: () => Promise.resolve(emptyForge), paths: async () => (await files.list(['**/*'])).slice(0, MOST_PATHS), repositoryUrl: () => Promise.resolve(webUrl(uri)) }
    },
  }
}

/** So many files are offered for links at most. */
const MOST_PATHS = 5000

/** `vscode-vfs://github/owner/name`, as vscode.dev and github.dev name a repository. */
function webUrl(uri: string): string | undefined {
  const [, owner, name] = /^vscode-vfs:\/\/github(?:%2B[^/]*|\+[^/]*)?\/([\w.-]+)\/([\w.-]+)\/?$/i.exec(uri) ?? []
  return owner === undefined || name === undefined ? undefined : `https://github.com/${owner}/${name}`
}

const NO_HISTORY: History = { lastCommits: () => Promise.resolve(new Map()), changedSince: () => Promise.resolve(undefined) }

/** The files of a folder as the client reads them. What it answers is told apart here, so that both sides judge bytes alike. */
function clientFiles(connection: Connection, root: string): Files {
  const ask = <Name extends keyof FileRequests>(name: Name, params: Omit<FileRequests[Name]['params'], 'root'>): Promise<FileRequests[Name]['result']> => connection.sendRequest(name, { root, ...params })
  const read = async (path: string, limit: number): Promise<Uint8Array | Unread> => {
    const answer = await ask('convoke/files.read', { path, limit })
    return 'unread' in answer ? answer.unread : fromBase64(answer.base64)
  }
  return {
    list: async (globs) => [...await ask('convoke/files.list', { globs })].sort(),
    stat: async (path) => await ask('convoke/files.stat', { path }) ?? undefined,
    names: async (folder) => [...await ask('convoke/files.names', { folder })].sort(),
    readText: async (path, limit) => {
      const bytes = await read(path, limit)
      return typeof bytes === 'string' ? { unread: bytes } : decode(bytes)
    },
    readBytes: async (path, limit) => {
      const bytes = await read(path, limit)
      return typeof bytes === 'string' ? undefined : bytes
    },
    write: () => Promise.reject(new Error('the server writes no files')),
  }
}

function decode(bytes: Uint8Array): { readonly text: string } | { readonly unread: Unread } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.includes('\0') ? { unread: 'binary' } : { text }
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { unread: bytes.includes(0) && !isUtf16 ? 'binary' : 'not-utf8' }
  }
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
