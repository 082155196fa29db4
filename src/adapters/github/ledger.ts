import { randomUUID } from 'node:crypto'
import type { LedgerEntry } from '../../core/process/ledger.ts'
import type { RunIndex } from '../../core/process/run-index.ts'
import { idOfLedgerPath, isEntry, isIndex, LEDGER_BRANCH, ledgerPath } from '../../core/process/stored.ts'
import type { Ledger } from '../../ports/ledger.ts'
import { failure, ONCE, statusOf, isUncertain, type GitHub } from './client.ts'

const INDEX = 'index.json'
const README = `# Convoke's ledger

Written by the Convoke action: what was announced, sent and answered, one file a meeting. People stand in it by key.
Deleting this branch makes Convoke forget what it has sent. 由 Convoke 写入：每个会议一个文件，记录已通知、已发送和已回复的内容。删除此分支会使 Convoke 忘记已发送的内容。
`

/**
 * The ledger as files of a branch of its own, replaced by compare-and-swap: GitHub takes a new content only with the hash of the one
 * that it replaces (contents API), so that two runs cannot both claim.
 */
export function gitHubLedger(hub: GitHub): Ledger {
  const { rest, owner, repo } = hub
  const at = { owner, repo }
  // Two runs at once write the same of a meeting; whose it is has to be seen in it, where GitHub did not answer.
  const writer = randomUUID()

  const read = async (path: string): Promise<{ text: string; sha: string } | undefined> => {
    try {
      const { data } = await rest.repos.getContent({ ...at, path, ref: LEDGER_BRANCH })
      if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) return undefined
      // Above 1 MB the content is left out, and asked for by its hash.
      const content = data.content === '' && data.size > 0 ? (await rest.git.getBlob({ ...at, file_sha: data.sha })).data.content : data.content
      return { text: Buffer.from(content, 'base64').toString('utf8'), sha: data.sha }
    } catch (error) {
      if (statusOf(error) === 404) return undefined
      throw failure('read the ledger', error)
    }
  }

  const put = async (path: string, text: string, expected: string | undefined, refusals = 0): Promise<{ readonly sha: string } | 'conflict'> => {
    const content = Buffer.from(text, 'utf8').toString('base64')
    const request = async (): Promise<{ readonly sha: string }> => {
      const { data } = await rest.repos.createOrUpdateFileContents({ ...at, path, branch: LEDGER_BRANCH, message: `Record ${path}`, content, ...(expected === undefined ? {} : { sha: expected }), ...ONCE })
      return { sha: data.content?.sha ?? '' }
    }
    try {
      return await request()
    } catch (error) {
      const status = statusOf(error)
      if (status === 404 && expected === undefined && await makeBranch(hub)) return put(path, text, expected, refusals)
      // 409: the branch moved, or another content is there; 422: something is there where nothing was expected.
      if (status === 409 || status === 422) {
        const now = await read(path)
        if (now?.sha !== expected) return 'conflict'
        // Nothing stands in the way, so it was a passing refusal, once; the branch itself may still be missing.
        if (refusals === 0) return put(path, text, expected, 1)
      }
      if (isUncertain(error)) {
        const now = await read(path)
        if (now?.text === text) return { sha: now.sha }
      }
      throw failure('write the ledger', error)
    }
  }

  return {
    async ids() {
      try {
        const { data } = await rest.git.getTree({ ...at, tree_sha: LEDGER_BRANCH, recursive: '1' })
        return data.tree.flatMap(({ path = '', type }) => (type === 'blob' ? idOfLedgerPath(path) ?? [] : [])).sort()
      } catch (error) {
        if (statusOf(error) === 404 || statusOf(error) === 409) return []
        throw failure('read the ledger', error)
      }
    },
    async read(id) {
      const file = await read(ledgerPath(id))
      if (file === undefined) return undefined
      const entry = parse(file.text)
      return isEntry(entry) ? { entry: entry satisfies LedgerEntry, version: file.sha } : 'unknown'
    },
    async write(id, entry, expected) {
      const version = await put(ledgerPath(id), `${JSON.stringify({ ...entry, writer }, undefined, 1)}\n`, expected)
      return version === 'conflict' ? 'conflict' : { version: version.sha }
    },
    async index() {
      const file = await read(INDEX)
      const index = file === undefined ? undefined : parse(file.text)
      return file !== undefined && isIndex(index) ? { index: index satisfies RunIndex, version: file.sha } : undefined
    },
    async writeIndex(index, expected) {
      return await put(INDEX, `${JSON.stringify({ ...index, writer }, undefined, 1)}\n`, expected) === 'conflict' ? 'conflict' : 'written'
    },
  }
}

/** A branch without history of the code, with one file that says what it is. False where it is there already. */
async function makeBranch({ rest, owner, repo }: GitHub): Promise<boolean> {
  const at = { owner, repo }
  try {
    const tree = await rest.git.createTree({ ...at, tree: [{ path: 'README.md', mode: '100644', type: 'blob', content: README }] })
    const commit = await rest.git.createCommit({ ...at, message: 'Begin the ledger', tree: tree.data.sha, parents: [] })
    await rest.git.createRef({ ...at, ref: `refs/heads/${LEDGER_BRANCH}`, sha: commit.data.sha })
    return true
  } catch (error) {
    // Another run was quicker.
    if (statusOf(error) === 422) return true
    throw failure('begin the ledger', error)
  }
}

/** What was stored, without the mark of who stored it. */
function parse(text: string): unknown {
  try {
    const data = JSON.parse(text) as unknown
    if (typeof data === 'object' && data !== null) Reflect.deleteProperty(data, 'writer')
    return data
  } catch {
    return undefined
  }
}
