import type { IssueState } from '../../core/process/ledger.ts'
import type { IssueChanges, Issues, NewIssue } from '../../ports/issues.ts'
import { DeliveryError } from '../../ports/delivery.ts'
import { failure, isUncertain, ONCE, statusOf, type GitHub } from './client.ts'
import { fitBody } from './limits.ts'
import { isSeen, nextMark, readMark } from './mark.ts'

type Listed = Awaited<ReturnType<GitHub['rest']['issues']['listForRepo']>>['data'][number]

/** GitHub takes ten people at most. */
const MOST_ASSIGNEES = 10
const PAGE = 100
/** A sweep reads this many pages of issues; an issue beyond them keeps the state that the ledger knows. */
const MOST_PAGES = 30

/** Issues of a repository on GitHub. An object counts as this tool's own only where one of its identities wrote it. */
export function gitHubIssues(hub: GitHub): Issues {
  const { rest, owner, repo, isOwn } = hub
  const at = { owner, repo }
  const repeated = new Set<string>()

  const withKey = async (key: string, since: number): Promise<Listed[]> => {
    const found: Listed[] = []
    for await (const issue of listed(hub, { state: 'all', sort: 'created', direction: 'asc', since: iso(since) })) {
      if (issue.pull_request === undefined && isOwn(issue.user) && (issue.body ?? '').includes(markerOf(key))) found.push(issue)
    }
    return found.sort((a, b) => a.number - b.number)
  }
  const ownComments = async (number: number, key: string): Promise<number[]> => {
    const ids: number[] = []
    for (let page = 1; page <= MOST_PAGES; page++) {
      const { data } = await rest.issues.listComments({ ...at, issue_number: number, per_page: PAGE, page })
      for (const each of data) if (isOwn(each.user) && (each.body ?? '').includes(markerOf(key))) ids.push(each.id)
      if (data.length < PAGE) break
    }
    return ids.sort((a, b) => a - b)
  }
  /** The lowest number stays; the others are closed as what they are. */
  const settle = async (key: string, since: number): Promise<number | undefined> => {
    const [first, ...others] = await withKey(key, since)
    for (const each of others) if (each.state === 'open') await rest.issues.update({ ...at, issue_number: each.number, state: 'closed', state_reason: 'not_planned' })
    return first?.number
  }

  return {
    find: (key, since) => told('look for an issue', () => settle(key, since)),
    create: (issue, since) => told('open an issue', async () => {
      const number = await open(hub, issue).catch((error: unknown) => {
        if (isUncertain(error)) return undefined
        throw error
      })
      // The list tells whether a request without an answer was carried out, and whether another run was quicker.
      const settled = await triedAgain('look for an issue', settle(issue.key, since))
      const final = settled ?? number
      if (final === undefined) throw new DeliveryError('GitHub did not answer, and the issue is not there', true)
      return final
    }),
    putUnder: (number, parent) => told('put an issue under another', () => putUnder(hub, parent, number)),
    text: (number) => told('read an issue', async () => {
      const { title, body } = (await rest.issues.get({ ...at, issue_number: number })).data
      return { title, body: body ?? '' }
    }),
    edit: (number, { title, body }) => told('update an issue', async () => {
      const wanted = fitBody(body)
      const { data } = await rest.issues.update({ ...at, issue_number: number, title, body: wanted })
      // An update that is too large has been answered with success and dropped.
      if (normal(data.body ?? '') !== normal(wanted)) throw new DeliveryError('GitHub kept the old text of an issue', true)
    }),
    close: (number) => told('close an issue', async () => {
      // One that somebody deleted is closed enough; any other would stand open beside the next invitation.
      const closed = rest.issues.update({ ...at, issue_number: number, state: 'closed', state_reason: 'completed' }).catch((error: unknown) => {
        if (![404, 410].includes(statusOf(error) ?? 0)) throw error
      })
      await triedAgain('close an issue', closed)
    }),
    hasComment: (number, key) => told('read the comments of an issue', async () => {
      repeated.add(`${number} ${key}`)
      return (await ownComments(number, key)).length > 0
    }),
    comment: (number, key, body) => told('comment on an issue', async () => {
      try {
        await rest.issues.createComment({ ...at, issue_number: number, body: fitBody(body), ...ONCE })
      } catch (error) {
        if (!isUncertain(error)) throw error
        if ((await triedAgain('read the comments of an issue', ownComments(number, key))).length === 0) throw error
      }
      // Whoever repeats another run's claim may meet it: the earlier comment stays alone.
      if (repeated.has(`${number} ${key}`)) for (const id of (await triedAgain('read the comments of an issue', ownComments(number, key))).slice(1)) await rest.issues.deleteComment({ ...at, comment_id: id })
    }),
    acknowledge: (comment) => told('mark a comment as read', async () => {
      try {
        await rest.reactions.createForIssueComment({ ...at, comment_id: Number(comment), content: '+1' })
      } catch (error) {
        // Its writer has taken it back.
        if (statusOf(error) !== 404) throw error
      }
    }),
    changes: (mark, numbers) => told('list issues', () => changes(hub, mark, numbers)),
  }
}

/** Opens the issue. People whom GitHub will not take as assignees are left out rather than the issue. */
async function open({ rest, owner, repo }: GitHub, { title, body, labels, assignees, parent }: NewIssue): Promise<number> {
  const wanted = { owner, repo, title, body: fitBody(parent === undefined ? body : `${body}\n#${parent}\n`), labels: [...labels], ...ONCE }
  try {
    return (await rest.issues.create({ ...wanted, assignees: assignees.slice(0, MOST_ASSIGNEES) })).data.number
  } catch (error) {
    if (statusOf(error) !== 422 || assignees.length === 0) throw error
    return (await rest.issues.create(wanted)).data.number
  }
}

/** As a sub-issue, where the repository has them; its text names the issue above in any case. */
async function putUnder({ rest, owner, repo }: GitHub, parent: number, number: number): Promise<void> {
  try {
    const { data } = await rest.issues.get({ owner, repo, issue_number: number })
    await rest.issues.addSubIssue({ owner, repo, issue_number: parent, sub_issue_id: data.id })
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || ![403, 404, 410, 422].includes(status)) throw error
  }
}

async function* listed({ rest, owner, repo }: GitHub, query: Omit<Parameters<GitHub['rest']['issues']['listForRepo']>[0] & object, 'owner' | 'repo'>): AsyncIterable<Listed> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await rest.issues.listForRepo({ owner, repo, per_page: PAGE, page, ...query })
    yield* data
    if (data.length < PAGE) return
  }
}

/** With a mark, the issues that changed since; without one, the newest first until all that were asked for are found. */
async function changes(hub: GitHub, mark: string | undefined, numbers: readonly number[]): Promise<IssueChanges> {
  const states = new Map<number, IssueState>()
  const missing = new Set(numbers)
  const former = mark === undefined ? undefined : readMark(mark)
  const items: { at: string; name: string }[] = []
  const query = former === undefined ? { direction: 'desc' as const } : { direction: 'asc' as const, since: former.since }
  for await (const issue of listed(hub, { state: 'all', sort: 'updated', ...query })) {
    const item = { at: issue.updated_at, name: `${issue.number}${issue.state === 'closed' ? '-' : '+'}` }
    items.push(item)
    missing.delete(issue.number)
    if (issue.pull_request === undefined && !isSeen(former, item)) states.set(issue.number, issue.state === 'closed' ? 'closed' : 'open')
    if (mark === undefined && missing.size === 0) break
  }
  const next = nextMark(former, items)
  return { states, ...(next === undefined ? {} : { mark: next }) }
}

/** Runs a request and tells of its failure in words that hold nothing of its content. */
async function told<T>(what: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (error) {
    throw failure(what, error)
  }
}

/** A request that the next run tries again, however it was refused: what it looks at, or leaves as it is, stays there meanwhile. */
async function triedAgain<T>(what: string, request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch (error) {
    throw new DeliveryError(failure(what, error).message, true)
  }
}

function markerOf(key: string): string {
  return `<!-- convoke key=${key} -->`
}

function iso(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** GitHub stores line ends as it likes. */
function normal(text: string): string {
  return text.replace(/\r\n/g, '\n').trimEnd()
}
