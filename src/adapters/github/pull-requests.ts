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
