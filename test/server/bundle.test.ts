import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { MessageChannel } from 'node:worker_threads'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import { CONFIG, meeting, NOW } from '../support/lsp.ts'

const BUNDLE = 'dist/server/server.js'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly path?: string; readonly globs?: readonly string[] }
  readonly result?: { readonly items?: readonly { readonly code: string }[] }
}

describe('server: the one file', () => {
  it('is small, and holds no mail, no GitHub and no mailbox', () => {
    const text = readFileSync(BUNDLE, 'utf8')
    assert.ok(statSync(BUNDLE).size < 1.6e6)
    for (const part of ['nodemailer', 'octokit', 'imapflow', 'X-Mailer', 'api.github.com']) assert.ok(!text.includes(part), part)
  })
  it('asks for nothing of Node in a browser', async () => {
    const { metafile } = await build({ entryPoints: ['src/server/browser.ts'], bundle: true, platform: 'browser', format: 'esm', write: false, metafile: true, logLevel: 'silent' })
    assert.deepEqual(Object.values(metafile.outputs).flatMap((each) => each.imports), [])
  })
  it('serves as a worker, with the files that its client reads for it', async function () {
    this.timeout(20_000)
    const files: Readonly<Record<string, string>> = { '.convoke.yml': CONFIG, 'meetings/a.md': meeting({ title: 'Sync' }), 'meetings/b.md': meeting({ id: 'b', room: 'closet', required: '[anna]' }) }
    const { port1: here, port2: there } = new MessageChannel()
    // What a worker has, and nothing of Node: no require, no process, no Buffer.
    const scope: Record<string, unknown> = {
      importScripts: () => undefined, addEventListener: () => undefined, postMessage: (message: unknown) => there.postMessage(message), setTimeout, clearTimeout, setInterval, clearInterval, performance, TextDecoder, TextEncoder, atob, crypto, URL,
    }
    scope['self'] = scope
    there.on('message', (data) => (scope['onmessage'] as ((event: { data: unknown }) => void) | undefined)?.({ data }))
    const waiting = new Map<number, (message: Message) => void>()
    here.on('message', (message: Message) => {
      if (message.method === undefined) waiting.get(message.id ?? -1)?.(message)
      else if (message.id !== undefined) here.postMessage({ jsonrpc: '2.0', id: message.id, result: answer(message, files) })
    })
    let last = 0
    const request = (method: string, params: object): Promise<Message> => new Promise((done) => {
      waiting.set(++last, done)
      here.postMessage({ jsonrpc: '2.0', id: last, method, params })
    })
    try {
      runInNewContext(readFileSync(BUNDLE, 'utf8'), scope)
      const uri = 'vscode-vfs://github/owner/name'
      await request('initialize', { processId: null, rootUri: null, workspaceFolders: [{ uri, name: 'name' }], capabilities: { textDocument: { diagnostic: {} } }, initializationOptions: { now: NOW } })
      here.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} })
      const file = `${uri}/meetings/a.md`
      here.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument: { uri: file, languageId: 'markdown', version: 1, text: files['meetings/a.md'] } } })
      const { result } = await request('textDocument/diagnostic', { textDocument: { uri: file } })
      const codes = result?.items?.map((each) => each.code) ?? []
      assert.ok(codes.includes('specific-topic'), codes.join())
      assert.ok(codes.includes('double-booking'), 'the other file was read through the client')
      const plan = await request('convoke/plan', { uri: file })
      assert.ok(((plan.result as { effects?: number } | undefined)?.effects ?? 0) > 0)
    } finally {
      here.close()
    }
  })
})

/** What VS Code answers for the files of a workspace. */
function answer({ method, params = {} }: Message, files: Readonly<Record<string, string>>): unknown {
  const { path = '' } = params
  const text = files[path]
  if (method === 'convoke/files.list') return Object.keys(files).filter((each) => each.endsWith('.md'))
  if (method === 'convoke/files.read') return text === undefined ? { unread: 'missing' } : { base64: Buffer.from(text).toString('base64') }
  if (method === 'convoke/files.stat') return text === undefined ? null : { kind: 'file', size: text.length, changed: 0 }
  return method === 'convoke/files.names' ? [] : null
}
