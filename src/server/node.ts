import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diskFiles } from '../adapters/disk/disk.ts'
import { nodeDisk, type Disk } from '../adapters/folder/durable.ts'
import { folderIssues } from '../adapters/folder/issues.ts'
import { folderLedger } from '../adapters/folder/ledger.ts'
import { folderInbox } from '../adapters/folder/replies.ts'
import { gitHistory } from '../adapters/git/git.ts'
import { gitLedger } from '../adapters/git/ledger.ts'
import { listPaths } from '../adapters/git/paths.ts'
import { remoteUrl } from '../adapters/git/remote.ts'
import type { Forge } from '../app/forge.ts'
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import type { Language } from '../core/messages/message.ts'
import type { History } from '../ports/history.ts'
import { emptyForge } from './empty-forge.ts'
import type { Host, Place } from './host.ts'
import { serve } from './server.ts'

/** Serves the client that started this process, in the way that its arguments name. */
export function serveProcess(): void {
  serve(createConnection(ProposedFeatures.all), nodeHost(), 'en')
}

/** Serves a client on two streams until it says that it is done (0), or is gone without a word (1). */
export function serveStreams(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, env: Readonly<Record<string, string | undefined>>, language: Language): Promise<number> {
  return new Promise((done) => {
    const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(input), new StreamMessageWriter(output))
    let isShut = false
    connection.onShutdown(() => void (isShut = true))
    input.on('close', () => done(isShut ? 0 : 1))
    serve(connection, nodeHost(env), language)
  })
}

/** Node as the place that the server runs in: files of the disk, history of git. */
export function nodeHost(env: Readonly<Record<string, string | undefined>> = process.env): Host {
  const fixed = Date.parse(env['CONVOKE_NOW'] ?? '')
  return {
    now: () => (Number.isNaN(fixed) ? Date.now() : fixed),
    tick: () => performance.now(),
    pause: () => new Promise((done) => void setImmediate(done)),
    every: (milliseconds, call) => {
      const timer = setInterval(call, milliseconds).unref()
      return () => clearInterval(timer)
    },
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds)
      return () => clearTimeout(timer)
    },
    open: openFolder,
  }
}

function openFolder(uri: string, isTrusted = true): Place | undefined {
  if (!uri.startsWith('file:')) return undefined
  let root: string
  try {
    root = realpathSync(fileURLToPath(uri))
  } catch {
    return undefined
  }
  if (!isTrusted) {
    // Git runs what a repository's configuration names.
    const files = diskFiles(root)
    return { files, history: NO_HISTORY, forge: () => Promise.resolve(openFolderForge(root) ?? emptyForge), paths: async () => (await files.list(['**/*'])).slice(0, MOST_PATHS), repositoryUrl: () => Promise.resolve(undefined) }
  }
  return { files: diskFiles(root), history: gitHistory(root), forge: () => openForge(root), paths: () => listPaths(root), repositoryUrl: () => remoteUrl(root) }
}

/** What was sent so far, as the repository's own folder or its branch has it. */
async function openForge(root: string): Promise<Forge> {
  const folder = openFolderForge(root)
  if (folder !== undefined) return folder
  const ledger = await gitLedger(root)
  return ledger === undefined ? emptyForge : { ...emptyForge, ledger }
}

function openFolderForge(root: string): Forge | undefined {
  const folder = join(root, '.convoke')
  return existsSync(folder)
    ? { ...emptyForge, issues: folderIssues(folder, READ_ONLY), inboxes: [folderInbox(folder, READ_ONLY)], ledger: folderLedger(folder, READ_ONLY) }
    : undefined
}

/** So many files are offered for links at most. */
const MOST_PATHS = 5000

const NO_HISTORY: History = { lastCommits: () => Promise.resolve(new Map()), changedSince: () => Promise.resolve(undefined) }

const refuse = (): never => {
  throw new Error('the editor writes nothing to the forge')
}
const READ_ONLY: Disk = { ...nodeDisk, replace: refuse, create: refuse, remove: refuse }
