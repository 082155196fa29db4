import { idOfLedgerPath, isEntry, LEDGER_BRANCH, ledgerPath } from '../../core/process/stored.ts'
import type { Ledger, Stored } from '../../ports/ledger.ts'
import { ask, askBytes } from './process.ts'

/**
 * The ledger as the clone at hand holds it: the newest of the branches `convoke-ledger` that were fetched or are its own. Only to be
 * looked at; it is as old as the last fetch. Undefined where the clone has no such branch.
 */
export async function gitLedger(root: string): Promise<Ledger | undefined> {
  const refs = [`refs/heads/${LEDGER_BRANCH}`, `refs/remotes/*/${LEDGER_BRANCH}`]
  const commit = (await ask(root, ['for-each-ref', '--sort=-committerdate', '--count=1', '--format=%(objectname)', ...refs]))?.trim()
  if (commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined
  const listed = await ask(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit])
  const ids = (listed ?? '').split('\0').flatMap((path) => idOfLedgerPath(path) ?? []).sort()
  let all: Promise<ReadonlyMap<string, Stored | 'unknown'>> | undefined
  const refuse = (): Promise<never> => Promise.reject(new Error('a clone’s ledger is only looked at'))
  return {
    ids: () => Promise.resolve(ids),
    read: async (id) => (await (all ??= readAll(root, commit, ids))).get(id),
    write: refuse,
    index: () => Promise.resolve(undefined),
    writeIndex: refuse,
  }
}

/** All entries by one process: one a file would take seconds. */
async function readAll(root: string, commit: string, ids: readonly string[]): Promise<ReadonlyMap<string, Stored | 'unknown'>> {
  const answer = await askBytes(root, ['cat-file', '--batch'], ids.map((id) => `${commit}:${ledgerPath(id)}\n`).join(''))
  const entries = new Map<string, Stored | 'unknown'>()
  let at = 0
  for (const id of ids) {
    const end = answer?.indexOf('\n', at) ?? -1
    const [, hash, size] = /^([0-9a-f]+) blob (\d+)$/.exec(answer?.toString('utf8', at, end) ?? '') ?? []
    if (answer === undefined || end === -1 || hash === undefined) {
      entries.set(id, 'unknown')
      at = end + 1
      continue
    }
    const entry = parse(answer.toString('utf8', end + 1, end + 1 + Number(size)))
    entries.set(id, isEntry(entry) ? { entry, version: hash } : 'unknown')
    at = end + 1 + Number(size) + 1
  }
  return entries
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
