import assert from 'node:assert/strict'
import picomatch from 'picomatch'
import { gitHub } from '../../../src/adapters/github/client.ts'
import { commentInbox } from '../../../src/adapters/github/comments.ts'
import { gitHubIssues } from '../../../src/adapters/github/issues.ts'
import { gitHubLedger } from '../../../src/adapters/github/ledger.ts'
import { gitHubPullRequests } from '../../../src/adapters/github/pull-requests.ts'
import { reactionInbox } from '../../../src/adapters/github/reactions.ts'
import type { World } from '../../../src/app/forge.ts'
import type { Scope } from '../../../src/app/observe.ts'
import { applyRun, planRun } from '../../../src/app/run.ts'
import type { Config } from '../../../src/core/config/model.ts'
import { DeliveryError } from '../../../src/ports/delivery.ts'
import type { Files } from '../../../src/ports/files.ts'
import type { History } from '../../../src/ports/history.ts'
import { BOT } from './life.ts'
import { GitHubStandIn } from './server.ts'

/** How a mail server or a chat service receives. */
export type Reception = 'taken' | 'refused' | 'no-mail' | 'put-off' | 'unanswered'

/**
 * A repository that lives in memory: files with a history of commits, the stand-in for GitHub reached without a socket, and receivers
 * of mails and posts that hold every one to DELIVERY's guarantees as it comes in.
 */
export class MemoryLife {
  readonly hub = new GitHubStandIn()
  /** Mails by the key of their effect. */
  readonly mails = new Map<string, Buffer>()
  readonly posts = new Set<string>()
  reception: Reception = 'taken'
  private readonly commits: Map<string, string>[] = [new Map()]

  constructor(readonly config: Config) {
    this.hub.isChecked = false
  }

  /** Merges a file; null removes it. */
  write(file: string, text: string | null): void {
    const files = new Map(this.files)
    const main = this.hub.state.branches.get('main')
    if (text === null) {
      files.delete(file)
      main?.delete(file)
    } else {
      files.set(file, text)
      main?.set(file, Buffer.from(text))
    }
    this.commits.push(files)
  }

  /** Merges a pull request. */
  merge(number: number): void {
    this.hub.state.merge(number)
    for (const [file, content] of this.hub.state.branches.get('main') ?? []) this.write(file, content.toString('utf8'))
  }

  get files(): ReadonlyMap<string, string> {
    return this.commits.at(-1) ?? new Map()
  }

  /** `pace`: how many turns of the event loop each call to GitHub takes, one after the other, over and over. */
  apply(now: number, scope: Scope, pace: readonly number[] = []): ReturnType<typeof applyRun> {
    return applyRun({ world: this.world(now, pace), config: this.config, now, scope })
  }

  plan(now: number): ReturnType<typeof planRun> {
    return planRun({ world: this.world(now, []), config: this.config, now })
  }

  private world(now: number, pace: readonly number[]): World {
    let call = 0
    const fetch: typeof globalThis.fetch = async (...asked) => {
      const turns = pace[call++ % pace.length] ?? 0
      for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
      return this.hub.fetch(...asked)
    }
    const hub = gitHub({ owner: 'team', repo: 'meetings', token: 'secret-token', baseUrl: 'http://127.0.0.1', fetch, identities: [BOT], now, version: '0' })
    return {
      issues: gitHubIssues(hub), ledger: gitHubLedger(hub), inboxes: [reactionInbox(hub), commentInbox(hub)], pullRequests: gitHubPullRequests(hub, ''), files: this.read(), history: this.history(),
      mail: { send: (key, message) => this.receive('mail', () => this.takeMail(key, Buffer.from(message))) },
      chat: { post: (_, key) => this.receive('chat', () => this.takePost(key)) },
    }
  }

  private takeMail(key: string, message: Buffer): void {
    const known = this.mails.get(key)
    if (known !== undefined) assert.equal(message.toString('latin1'), known.toString('latin1'), `a mail was repeated with other bytes: ${key}`)
    this.mails.set(key, message)
  }

  private takePost(key: string): void {
    assert.ok(!this.posts.has(key), `a post was made twice: ${key}`)
    this.posts.add(key)
  }

  private receive(channel: 'mail' | 'chat', take: () => void): Promise<void> {
    return Promise.resolve().then(() => {
      if (this.reception === 'refused' || (this.reception === 'no-mail' && channel === 'mail')) throw new DeliveryError('refused', false)
      if (this.reception === 'put-off') throw new DeliveryError('put off', channel === 'mail')
      take()
      if (this.reception === 'unanswered') throw new DeliveryError('no answer', channel === 'mail', true)
    })
  }

  private read(): Files {
    const { files } = this
    return {
      list: (globs) => Promise.resolve([...files.keys()].filter((file) => picomatch.isMatch(file, [...globs])).sort()),
      stat: () => Promise.resolve(undefined),
      readText: (path) => Promise.resolve(files.has(path) ? { text: files.get(path) ?? '' } : { unread: 'missing' }),
      readBytes: () => Promise.resolve(undefined),
      names: () => Promise.resolve([]),
      write: () => Promise.reject(new Error('a run writes no file of the repository')),
    }
  }

  private history(): History {
    const { commits } = this
    return {
      lastCommits: () => Promise.resolve(new Map()),
      changedSince: (commit) => {
        const before = commits[Number(commit ?? -1)]
        const { files } = this
        const paths = before === undefined ? undefined : [...new Set([...before.keys(), ...files.keys()])].filter((path) => before.get(path) !== files.get(path))
        return Promise.resolve({ commit: String(commits.length - 1), ...(paths === undefined ? {} : { paths }) })
      },
    }
  }
}
