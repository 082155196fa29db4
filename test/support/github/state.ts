import { createHash } from 'node:crypto'

export interface StoredComment {
  readonly id: number
  readonly issue: number
  body: string
  readonly login: string
  updated: number
  readonly reactions: { content: string; login: string }[]
}

export interface StoredIssue {
  readonly id: number
  readonly number: number
  title: string
  body: string
  readonly login: string
  state: 'open' | 'closed'
  labels: string[]
  assignees: string[]
  readonly created: number
  updated: number
  parent?: number
  readonly reactions?: { content: string; login: string }[]
}

export interface StoredPull {
  readonly number: number
  title: string
  body: string
  readonly login: string
  readonly head: string
  readonly base: string
  state: 'open' | 'closed'
  merged: boolean
  /** Changed files, where they are not found by comparing branches. */
  readonly files?: readonly { filename: string; status: string; previous_filename?: string }[]
}

/** What a repository on the stand-in holds. Times are the stand-in's clock. */
export class State {
  readonly issues: StoredIssue[] = []
  readonly comments: StoredComment[] = []
  readonly pulls: StoredPull[] = []
  /** Files of each branch. */
  readonly branches = new Map<string, Map<string, Buffer>>([['main', new Map()]])
  /** Files that a branch began with, against which it is merged. */
  readonly forks = new Map<string, Map<string, Buffer>>()
  readonly blobs = new Map<string, Buffer>()
  readonly trees = new Map<string, Map<string, Buffer>>()
  readonly commits = new Map<string, string>()
  /** Logins that may be assigned. */
  readonly assignable = new Set<string>()
  /** Logins that belong to the repository. */
  readonly members = new Set<string>()
  subIssues = true
  readonly defaultBranch = 'main'
  private ids = 1000

  constructor(readonly now: () => number) {}

  /** Takes over all that another repository holds. */
  copy(other: State): void {
    const { issues, comments, pulls, branches, forks, blobs, trees, commits, assignable, subIssues, ids } = other
    const from = structuredClone({ issues, comments, pulls, branches, forks, blobs, trees, commits, assignable, subIssues, ids })
    this.issues.push(...from.issues)
    this.comments.push(...from.comments)
    this.pulls.push(...from.pulls)
    for (const name of ['branches', 'forks', 'blobs', 'trees', 'commits'] as const) for (const [key, value] of from[name]) (this[name] as Map<string, unknown>).set(key, value)
    // A clone of a Buffer is a plain array of bytes.
    for (const files of [...this.branches.values(), ...this.forks.values()]) for (const [path, content] of files) files.set(path, Buffer.from(content))
    for (const [sha, content] of this.blobs) this.blobs.set(sha, Buffer.from(content))
    for (const login of from.assignable) this.assignable.add(login)
    this.subIssues = from.subIssues
    this.ids = from.ids
  }

  nextId(): number {
    return this.ids++
  }

  /** Issues and pull requests share their numbers. */
  nextNumber(): number {
    return this.issues.length + this.pulls.length + 1
  }

  issue(number: number): StoredIssue | undefined {
    return this.issues.find((each) => each.number === number)
  }

  /** Somebody comments, as on the page. */
  say(issue: number, login: string, body: string): StoredComment {
    const comment = { id: this.nextId(), issue, body, login, updated: this.now(), reactions: [] }
    this.comments.push(comment)
    const on = this.issue(issue)
    if (on !== undefined) on.updated = this.now()
    return comment
  }

  /** A commit's files. */
  filesAt(sha: string): ReadonlyMap<string, Buffer> {
    return this.trees.get(this.commits.get(sha) ?? '') ?? new Map()
  }

  /** A commit with these files. */
  keep(files: ReadonlyMap<string, Buffer>): string {
    const sha = createHash('sha1').update(JSON.stringify([...files].map(([path, content]) => [path, blobSha(content)]))).digest('hex')
    this.trees.set(sha, new Map(files))
    this.commits.set(sha, sha)
    return sha
  }

  /** Begins a branch, or begins it anew, at a commit. */
  fork(branch: string, sha: string): void {
    this.branches.set(branch, new Map(this.filesAt(sha)))
    this.forks.set(branch, new Map(this.filesAt(sha)))
  }

  /** Somebody merges a pull request: the default branch has the files that it changed, and keeps what changed meanwhile. */
  merge(number: number): void {
    const pull = this.pulls.find((each) => each.number === number)
    if (pull === undefined) return
    Object.assign(pull, { state: 'closed', merged: true })
    const [head, fork, main] = [this.branches.get(pull.head) ?? new Map<string, Buffer>(), this.forks.get(pull.head), this.branches.get(this.defaultBranch) ?? new Map<string, Buffer>()]
    for (const [path, content] of head) if (fork?.get(path)?.equals(content) !== true) main.set(path, content)
    for (const path of [...main.keys()]) if (!head.has(path) && (fork === undefined || fork.has(path))) main.delete(path)
    this.branches.set(this.defaultBranch, main)
  }

  blob(content: Buffer): string {
    const sha = blobSha(content)
    this.blobs.set(sha, content)
    return sha
  }
}

/** What a ledger's file says, without the random mark of the run that wrote it: four digits of a number may stand in that by chance. */
export function ledgerText(content: Buffer): string {
  return content.toString('utf8').replace(/^ "writer": "[\da-f-]{36}"$/m, '')
}

export function blobSha(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex')
}

export function iso(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
