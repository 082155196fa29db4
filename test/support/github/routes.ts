import { createHash } from 'node:crypto'
import { blobSha, iso, type State, type StoredPull, type StoredComment, type StoredIssue } from './state.ts'

export interface Asked {
  readonly method: string
  readonly url: URL
  readonly body: Readonly<Record<string, unknown>>
  readonly login: string
}

export interface Answered {
  readonly status: number
  readonly body?: unknown
  /** All items of a list, of which a page is given. */
  readonly list?: readonly unknown[]
}

type Route = readonly [method: string, pattern: RegExp, handle: (asked: Asked, state: State, parts: readonly string[]) => Answered]

const REPO = '/repos/[^/]+/[^/]+'
const NOT_FOUND: Answered = { status: 404, body: { message: 'Not Found' } }
const invalid = (message: string): Answered => ({ status: 422, body: { message, documentation_url: 'https://docs.github.com/rest', errors: [] } })

/** GitHub drops the tail of nothing: above this a body is refused, or in an update dropped in silence. */
const LARGEST_BODY = 65_536
const LONGEST_TITLE = 256

export const ROUTES: readonly Route[] = [
  ['GET', pattern('/issues'), ({ url }, state) => {
    const query = url.searchParams
    const since = query.get('since')
    const labels = query.get('labels')?.split(',') ?? []
    const by = query.get('sort') === 'updated' ? 'updated' : 'created'
    const found = state.issues.filter((each) => (query.get('state') === 'all' || each.state === (query.get('state') ?? 'open'))
      && (since === null || iso(each.updated) >= since) && labels.every((label) => each.labels.includes(label)) && (query.get('creator') ?? each.login) === each.login)
    found.sort((a, b) => a[by] - b[by] || a.number - b.number)
    if ((query.get('direction') ?? 'desc') === 'desc') found.reverse()
    return { status: 200, list: found.map((each) => issueJson(each, state)) }
  }],
  ['POST', pattern('/issues'), ({ body, login }, state) => {
    const text = typeof body['body'] === 'string' ? body['body'] : ''
    const assignees = strings(body['assignees'])
    if (text.length > LARGEST_BODY) return invalid('body is too long (maximum is 65536 characters)')
    if (String(body['title']).length > LONGEST_TITLE) return invalid('title is too long (maximum is 256 characters)')
    if (assignees.some((each) => !state.assignable.has(each))) return invalid('Validation Failed')
    const number = state.nextNumber()
    const issue: StoredIssue = {
      id: state.nextId(), number, title: String(body['title']), body: text, login, state: 'open', labels: strings(body['labels']), assignees, created: state.now(), updated: state.now(), reactions: [],
    }
    state.issues.push(issue)
    return { status: 201, body: issueJson(issue, state) }
  }],
  ['GET', pattern('/issues/comments'), ({ url }, state) => {
    const since = url.searchParams.get('since')
    const found = state.comments.filter((each) => since === null || iso(each.updated) >= since).sort((a, b) => a.updated - b.updated || a.id - b.id)
    return { status: 200, list: found.map((each) => commentJson(each, state)) }
  }],
  ['GET', pattern('/issues/(\\d+)'), (_, state, [number]) => {
    const issue = state.issue(Number(number))
    return issue === undefined ? NOT_FOUND : { status: 200, body: issueJson(issue, state) }
  }],
  ['PATCH', pattern('/issues/(\\d+)'), ({ body }, state, [number]) => {
    const issue = state.issue(Number(number))
    if (issue === undefined) return NOT_FOUND
    const text = body['body']
    if (typeof body['title'] === 'string' && body['title'].length > LONGEST_TITLE) return invalid('title is too long (maximum is 256 characters)')
    // An update that is too large is answered with success, and the old text stays.
    if (typeof text === 'string' && text.length <= LARGEST_BODY) issue.body = text
    if (body['state'] === 'open' || body['state'] === 'closed') issue.state = body['state']
    if (typeof body['title'] === 'string') issue.title = body['title']
    issue.updated = state.now()
    return { status: 200, body: issueJson(issue, state) }
  }],
  ['GET', pattern('/issues/(\\d+)/comments'), (_, state, [number]) => ({ status: 200, list: state.comments.filter((each) => each.issue === Number(number)).map((each) => commentJson(each, state)) })],
  ['POST', pattern('/issues/(\\d+)/comments'), ({ body, login }, state, [number]) => {
    if (state.issue(Number(number)) === undefined && !state.pulls.some((each) => each.number === Number(number))) return NOT_FOUND
    if (String(body['body']).length > LARGEST_BODY) return invalid('body is too long (maximum is 65536 characters)')
    return { status: 201, body: commentJson(state.say(Number(number), login, String(body['body'])), state) }
  }],
  ['PATCH', pattern('/issues/comments/(\\d+)'), ({ body }, state, [id]) => {
    const comment = state.comments.find((each) => each.id === Number(id))
    if (comment === undefined) return NOT_FOUND
    comment.body = String(body['body'])
    comment.updated = state.now()
    return { status: 200, body: commentJson(comment, state) }
  }],
  ['DELETE', pattern('/issues/comments/(\\d+)'), (_, state, [id]) => {
    const at = state.comments.findIndex((each) => each.id === Number(id))
    if (at === -1) return NOT_FOUND
    state.comments.splice(at, 1)
    return { status: 204 }
  }],
  ['POST', pattern('/issues/comments/(\\d+)/reactions'), ({ body, login }, state, [id]) => {
    const comment = state.comments.find((each) => each.id === Number(id))
    if (comment === undefined) return NOT_FOUND
    const content = String(body['content'])
    const again = comment.reactions.some((each) => each.content === content && each.login === login)
    if (!again) comment.reactions.push({ content, login })
    return { status: again ? 200 : 201, body: { id: comment.id, content, user: userJson(login) } }
  }],
  ['GET', pattern('/issues/(\\d+)/reactions'), (_, state, [number]) => {
    const issue = state.issue(Number(number))
    return issue === undefined ? NOT_FOUND : { status: 200, list: (issue.reactions ?? []).map(({ content, login }, at) => ({ id: issue.id * 100 + at, content, user: userJson(login) })) }
  }],
  ['POST', pattern('/issues/(\\d+)/sub_issues'), ({ body }, state, [number]) => {
    const parent = state.issue(Number(number))
    const child = state.issues.find((each) => each.id === body['sub_issue_id'])
    if (!state.subIssues || parent === undefined) return NOT_FOUND
    if (child === undefined) return invalid('The provided sub-issue does not exist')
    if (child.parent !== undefined && body['replace_parent'] !== true) return invalid('Issue may not contain duplicate sub-issues')
    child.parent = parent.number
    return { status: 201, body: issueJson(child, state) }
  }],
  ['GET', /^\/user$/, ({ login }) => ({ status: 200, body: userJson(login) })],
  ['GET', pattern(''), (_, state) => ({ status: 200, body: { default_branch: state.defaultBranch, full_name: 'team/meetings' } })],
  ['GET', pattern('/git/ref/heads(?:/|%2F)(.+)'), (_, state, [branch = '']) => {
    const files = state.branches.get(decodeURIComponent(branch))
    return files === undefined ? NOT_FOUND : { status: 200, body: { ref: `refs/heads/${branch}`, object: { type: 'commit', sha: state.keep(files) } } }
  }],
  ['PATCH', pattern('/git/refs/heads(?:/|%2F)(.+)'), ({ body }, state, [branch = '']) => {
    const name = decodeURIComponent(branch)
    if (!state.branches.has(name)) return invalid('Reference does not exist')
    state.fork(name, String(body['sha']))
    return { status: 200, body: { ref: `refs/heads/${name}`, object: { type: 'commit', sha: String(body['sha']) } } }
  }],
  ['GET', pattern('/pulls'), ({ url }, state) => {
    const head = url.searchParams.get('head')?.split(':')[1]
    const wanted = url.searchParams.get('state') ?? 'open'
    return { status: 200, list: state.pulls.filter((each) => (head === undefined || each.head === head) && (wanted === 'all' || each.state === wanted)).reverse().map((each) => pullJson(each)) }
  }],
  ['POST', pattern('/pulls'), ({ body, login }, state) => {
    const head = String(body['head'])
    if (!state.branches.has(head)) return invalid('Validation Failed: head')
    if (state.pulls.some((each) => each.head === head && each.state === 'open')) return invalid('A pull request already exists')
    const pull = { number: state.nextNumber(), title: String(body['title']), body: String(body['body'] ?? ''), login, head, base: String(body['base']), state: 'open' as const, merged: false }
    state.pulls.push(pull)
    return { status: 201, body: pullJson(pull) }
  }],
  ['PATCH', pattern('/pulls/(\\d+)'), ({ body }, state, [number]) => {
    const pull = state.pulls.find((each) => each.number === Number(number))
    if (pull === undefined) return NOT_FOUND
    if (typeof body['title'] === 'string') pull.title = body['title']
    if (typeof body['body'] === 'string') pull.body = body['body']
    return { status: 200, body: pullJson(pull) }
  }],
  ['GET', pattern('/pulls/(\\d+)/files'), (_, state, [number]) => {
    const pull = state.pulls.find((each) => each.number === Number(number))
    return pull === undefined ? NOT_FOUND : { status: 200, list: (pull.files ?? []).map((each) => ({ additions: 1, deletions: 1, changes: 2, ...each })) }
  }],
  ['GET', pattern('/contents/(.+)'), ({ url }, state, [path = '']) => {
    const content = state.branches.get(url.searchParams.get('ref') ?? 'main')?.get(decodeURIComponent(path))
    return content === undefined ? NOT_FOUND : { status: 200, body: fileJson(decodeURIComponent(path), content, true) }
  }],
  ['PUT', pattern('/contents/(.+)'), ({ body }, state, [path = '']) => {
    const files = state.branches.get(String(body['branch'] ?? 'main'))
    if (files === undefined) return { status: 404, body: { message: `Branch ${String(body['branch'])} not found` } }
    const name = decodeURIComponent(path)
    const known = files.get(name)
    if (known !== undefined && body['sha'] === undefined) return invalid('Invalid request.\n\n"sha" wasn\'t supplied.')
    if (known === undefined ? body['sha'] !== undefined : body['sha'] !== blobSha(known)) return { status: 409, body: { message: `${name} does not match` } }
    const content = Buffer.from(String(body['content']), 'base64')
    state.blob(content)
    files.set(name, content)
    return { status: known === undefined ? 201 : 200, body: { content: fileJson(name, content, false), commit: { sha: createHash('sha1').update(name + String(state.now())).digest('hex') } } }
  }],
  ['GET', pattern('/git/trees/([^/]+)'), (_, state, [branch = '']) => {
    const files = state.branches.get(branch)
    if (files === undefined) return NOT_FOUND
    return { status: 200, body: { sha: 'x', truncated: false, tree: [...files].map(([path, content]) => ({ path, mode: '100644', type: 'blob', sha: blobSha(content), size: content.length })) } }
  }],
  ['POST', pattern('/git/trees'), ({ body }, state) => {
    const files = new Map((body['tree'] as { path: string; content: string }[]).map((each) => [each.path, Buffer.from(each.content)]))
    const sha = createHash('sha1').update(JSON.stringify(body)).digest('hex')
    state.trees.set(sha, files)
    return { status: 201, body: { sha, truncated: false, tree: [] } }
  }],
  ['POST', pattern('/git/commits'), ({ body }, state) => {
    const sha = createHash('sha1').update(JSON.stringify(body)).digest('hex')
    state.commits.set(sha, String(body['tree']))
    return { status: 201, body: { sha, message: String(body['message']), tree: { sha: String(body['tree']) }, parents: [] } }
  }],
  ['POST', pattern('/git/refs'), ({ body }, state) => {
    const branch = String(body['ref']).replace('refs/heads/', '')
    if (state.branches.has(branch)) return invalid('Reference already exists')
    state.fork(branch, String(body['sha']))
    return { status: 201, body: { ref: String(body['ref']), object: { type: 'commit', sha: String(body['sha']) } } }
  }],
  ['GET', pattern('/git/blobs/([0-9a-f]+)'), (_, state, [sha = '']) => {
    const content = state.blobs.get(sha)
    return content === undefined ? NOT_FOUND : { status: 200, body: { sha, size: content.length, encoding: 'base64', content: content.toString('base64') } }
  }],
]

function pattern(rest: string): RegExp {
  return new RegExp(`^${REPO}${rest}$`)
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function userJson(login: string): object {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

function issueJson(issue: StoredIssue, state: State): object {
  const { id, number, title, body, login, labels, assignees, created, updated } = issue
  return {
    id, number, title, body, state: issue.state, user: userJson(login), labels: labels.map((name) => ({ name })), assignees: assignees.map(userJson), assignee: assignees[0] === undefined ? null : userJson(assignees[0]),
    comments: state.comments.filter((each) => each.issue === number).length, created_at: iso(created), updated_at: iso(updated), closed_at: issue.state === 'closed' ? iso(updated) : null, author_association: 'NONE', locked: false, milestone: null,
  }
}

function pullJson({ number, title, body, login, head, base, state }: StoredPull): object {
  return { id: number, number, title, body, state, user: userJson(login), head: { ref: head, sha: 'x' }, base: { ref: base, sha: 'x' }, draft: false, locked: false }
}

function commentJson({ id, issue, body, login, updated }: StoredComment, state: State): object {
  return { id, body, user: userJson(login), created_at: iso(updated), updated_at: iso(updated), issue_url: `https://api.github.com/repos/o/r/issues/${issue}`, author_association: state.members.has(login) ? 'MEMBER' : 'NONE' }
}

function fileJson(path: string, content: Buffer, whole: boolean): object {
  const large = content.length > 1_000_000
  return {
    type: 'file', path, name: path.slice(path.lastIndexOf('/') + 1), sha: blobSha(content), size: content.length,
    ...(whole ? { encoding: large ? 'none' : 'base64', content: large ? '' : content.toString('base64') } : {}),
  }
}
