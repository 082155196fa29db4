import { DeliveryError } from '../../ports/delivery.ts'
import type { Proposal, PullRequests } from '../../ports/pull-requests.ts'
import { failure, ONCE, statusOf, type GitHub } from './client.ts'
import { fitBody } from './limits.ts'

/** A file that a pull request changes. */
export interface ChangedFile {
  readonly path: string
  /** Where it was before, for a renamed file. */
  readonly formerly?: string
  readonly kind: 'added' | 'removed' | 'changed'
}

const PAGE = 100
/** GitHub lists 3,000 files of a pull request at most. */
const MOST_PAGES = 30

/** The files that a pull request changes, as GitHub shows them; throws DeliveryError where they cannot be listed. */
export async function changedFiles({ rest, owner, repo }: GitHub, number: number): Promise<readonly ChangedFile[]> {
  const found: ChangedFile[] = []
  try {
    for (let page = 1; page <= MOST_PAGES; page++) {
      const { data } = await rest.pulls.listFiles({ owner, repo, pull_number: number, per_page: PAGE, page })
      for (const { filename, previous_filename: formerly, status } of data) {
        found.push({ path: filename, kind: status === 'added' || status === 'copied' ? 'added' : status === 'removed' ? 'removed' : 'changed', ...(status === 'renamed' && formerly !== undefined ? { formerly } : {}) })
      }
      if (data.length < PAGE) break
    }
  } catch (error) {
    throw failure('list the files of the pull request', error)
  }
  return found
}

/** A file's text at a commit; null where it is not there, or is no text. */
export async function textAt({ rest, owner, repo }: GitHub, path: string, ref: string): Promise<string | null> {
  try {
    const { data } = await rest.repos.getContent({ owner, repo, path, ref })
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) return null
    const content = data.content === '' && data.size > 0 ? (await rest.git.getBlob({ owner, repo, file_sha: data.sha })).data.content : data.content
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(content, 'base64'))
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw failure('read a file of the base', error)
  }
}

/**
 * Keeps one comment of the tool's own up to date. An empty body leaves an earlier comment as it says it, and makes no new one where
 * there is none. Of several with the marker, from runs at the same time, the first stays.
 */
export async function keepComment({ rest, owner, repo, isOwn }: GitHub, number: number, marker: string, body: string, quiet: string): Promise<void> {
  const at = { owner, repo }
  try {
    const own: { id: number; body: string }[] = []
    for (let page = 1; page <= MOST_PAGES; page++) {
      const { data } = await rest.issues.listComments({ ...at, issue_number: number, per_page: PAGE, page })
      for (const each of data) if (isOwn(each.user) && (each.body ?? '').startsWith(marker)) own.push({ id: each.id, body: each.body ?? '' })
      if (data.length < PAGE) break
    }
    const [first, ...others] = own.sort((a, b) => a.id - b.id)
    for (const each of others) await rest.issues.deleteComment({ ...at, comment_id: each.id })
    if (first === undefined && body === '') return
    const text = fitBody(`${marker}\n${body === '' ? quiet : body}`)
    if (first === undefined) await rest.issues.createComment({ ...at, issue_number: number, body: text, ...ONCE })
    else if (first.body !== text) await rest.issues.updateComment({ ...at, comment_id: first.id, body: text })
  } catch (error) {
    throw failure('comment on the pull request', error)
  }
}

const FORBIDDEN = 'GitHub does not let this token open pull requests: give the job pull-requests: write, and allow it under Settings → Actions → General'

/** Pull requests of the tool's own, one branch `convoke/…` each. `prefix`: the folder of the files in the repository. */
export function gitHubPullRequests(hub: GitHub, prefix: string): PullRequests {
  return {
    async propose(proposal) {
      try {
        await propose(hub, { ...proposal, file: prefix + proposal.file })
      } catch (error) {
        // GitHub's own word for the setting that forbids it, which is a person's choice and no fault to be waited for.
        const isForbidden = statusOf(error) === 403 && error instanceof Error && /not permitted to create|not accessible by integration/i.test(error.message)
        if (isForbidden) throw new DeliveryError(FORBIDDEN, false)
        throw failure('open a pull request', error)
      }
    },
  }
}

async function propose(hub: GitHub, { key, branch, file, text, title, body }: Proposal): Promise<void> {
  const { rest, owner, repo, isOwn } = hub
  const at = { owner, repo }
  const marker = `<!-- convoke key=${key} -->`
  const { data: pulls } = await rest.pulls.list({ ...at, head: `${owner}:${branch}`, state: 'all', sort: 'created', direction: 'desc', per_page: PAGE })
  const own = pulls.filter((each) => isOwn(each.user))
  if (own.some((each) => (each.body ?? '').includes(marker))) return
  const open = own.find((each) => each.state === 'open')
  const base = (await rest.repos.get(at)).data.default_branch
  if (open === undefined) await beginBranch(hub, branch, base)
  await putFile(hub, { branch, file, text, title })
  const words = fitBody(`${marker}\n${body}\n`)
  if (open !== undefined) await rest.pulls.update({ ...at, pull_number: open.number, title, body: words })
  else await rest.pulls.create({ ...at, title, body: words, head: branch, base, maintainer_can_modify: true, ...ONCE })
}

/** From the default branch's newest commit on; a branch that an earlier pull request left behind begins anew. */
async function beginBranch({ rest, owner, repo }: GitHub, branch: string, base: string): Promise<void> {
  const at = { owner, repo }
  const { sha } = (await rest.git.getRef({ ...at, ref: `heads/${base}` })).data.object
  try {
    await rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha })
  } catch (error) {
    if (statusOf(error) !== 422) throw error
    await rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha, force: true })
  }
}

async function putFile({ rest, owner, repo }: GitHub, { branch, file, text, title: message }: Pick<Proposal, 'branch' | 'file' | 'text' | 'title'>): Promise<void> {
  const at = { owner, repo, path: file }
  const data = await fileOn(rest, { ...at, ref: branch })
  const content = Buffer.from(text, 'utf8')
  if (data !== undefined && 'content' in data && Buffer.from(data.content, 'base64').equals(content)) return
  await rest.repos.createOrUpdateFileContents({ ...at, branch, message, content: content.toString('base64'), ...(data === undefined ? {} : { sha: data.sha }), ...ONCE })
}

/** Undefined for a file that is yet to be made. */
async function fileOn(rest: GitHub['rest'], at: { readonly owner: string; readonly repo: string; readonly path: string; readonly ref: string }): Promise<{ readonly sha: string; readonly content?: string } | undefined> {
  try {
    const { data } = await rest.repos.getContent(at)
    if (Array.isArray(data) || data.type !== 'file') throw new DeliveryError('there is no file at this path of the branch, but something else', false)
    return data
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}
