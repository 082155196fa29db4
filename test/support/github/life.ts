import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { diskFiles } from '../../../src/adapters/disk/disk.ts'
import { folderForge } from '../../../src/adapters/folder/forge.ts'
import { gitHub, type GitHubOptions } from '../../../src/adapters/github/client.ts'
import { commentInbox } from '../../../src/adapters/github/comments.ts'
import { gitHubIssues } from '../../../src/adapters/github/issues.ts'
import { gitHubLedger } from '../../../src/adapters/github/ledger.ts'
import { gitHubPullRequests } from '../../../src/adapters/github/pull-requests.ts'
import { reactionInbox } from '../../../src/adapters/github/reactions.ts'
import type { World } from '../../../src/app/forge.ts'
import { applyRun, planRun, type ApplyOptions } from '../../../src/app/run.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import type { Moment } from '../moments.ts'
import { GitHubStandIn } from './server.ts'

export const BOT = 'github-actions[bot]'

/** A repository that lives: its files on a disk, its issues, answers and ledger on the stand-in, its mails and posts in a folder. */
export class GitHubLife {
  readonly hub = new GitHubStandIn()
  readonly folder = mkdtempSync(join(tmpdir(), 'convoke-github-'))
  /** Pull requests may be opened. */
  proposes = false
  private baseUrl = ''

  constructor(readonly configText: string) {}

  async start(): Promise<void> {
    this.baseUrl = await this.hub.start()
    mkdirSync(join(this.folder, 'repository'), { recursive: true })
  }

  async stop(): Promise<void> {
    await this.hub.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  write(file: string, text: string | null): void {
    const path = join(this.folder, 'repository', file)
    mkdirSync(dirname(path), { recursive: true })
    const main = this.hub.state.branches.get('main')
    if (text === null) {
      rmSync(path, { force: true })
      main?.delete(file)
    } else {
      writeFileSync(path, text)
      main?.set(file, Buffer.from(text))
    }
  }

  /** Merges a pull request: the clone has its files. */
  merge(number: number): void {
    this.hub.state.merge(number)
    for (const [file, content] of this.hub.state.branches.get('main') ?? []) this.write(file, content.toString('utf8'))
  }

  /** Lays a moment of a story down: files, answers as comments on the invitation, issues that a person closes. */
  lay({ files = {}, replies = {}, close = [], now }: Moment): void {
    this.hub.now = Math.max(this.hub.now, Date.parse(now) - 60_000)
    for (const [file, text] of Object.entries(files)) this.write(file, text)
    for (const [meeting, lines] of Object.entries(replies)) for (const line of lines.trim().split('\n')) this.answer(meeting, line)
    for (const title of close) {
      const issue = this.hub.state.issues.find((each) => each.title.includes(title))
      if (issue === undefined) continue
      issue.state = 'closed'
      issue.updated = this.hub.now
    }
  }

  /** A line of the story, as a comment: of the person's own where they have a login, else of the organizer on their behalf. */
  private answer(meeting: string, line: string): void {
    const [person = '', word = ''] = line.split(' ')
    const issue = this.invitation(meeting)
    const login = parseConfig(this.configText).config.people.get(person)?.github
    const said = login === undefined ? `/${word} @${person}` : `/${word}`
    const by = login ?? 'lilei'
    if (this.hub.state.comments.some((each) => each.issue === issue && each.login === by && each.body === said)) return
    this.hub.state.say(issue, by, said)
  }

  /** Number of the invitation issue. */
  invitation(meeting: string): number {
    const issue = this.hub.state.issues.find((each) => new RegExp(`key=${meeting}/-/(?:invitation|change|cancellation)/`).test(each.body))
    if (issue === undefined) throw new Error(`no invitation issue of ${meeting}`)
    return issue.number
  }

  world(now: string, options: Partial<GitHubOptions> = {}): World {
    const hub = gitHub({ owner: 'team', repo: 'meetings', token: 'secret-token', baseUrl: this.baseUrl, identities: [BOT], now: Date.parse(now), version: '0', ...options })
    const { mail, chat } = folderForge(join(this.folder, 'forge'))
    return { ...(this.proposes ? { pullRequests: gitHubPullRequests(hub, '') } : {}), issues: gitHubIssues(hub), ledger: gitHubLedger(hub), inboxes: [reactionInbox(hub), commentInbox(hub)], mail, chat, files: diskFiles(join(this.folder, 'repository')) }
  }

  apply(now: string, options: ApplyOptions = {}, world: World = this.world(now)): ReturnType<typeof applyRun> {
    return applyRun({ world, config: parseConfig(this.configText).config, now: Date.parse(now) }, options)
  }

  plan(now: string): ReturnType<typeof planRun> {
    return planRun({ world: this.world(now), config: parseConfig(this.configText).config, now: Date.parse(now) })
  }

  /** Mails and posts, by path. */
  sent(): Map<string, string> {
    const found = new Map<string, string>()
    for (const part of ['mails', 'chat']) {
      const at = join(this.folder, 'forge', part)
      try {
        for (const name of readdirSync(at)) found.set(`${part}/${name}`, readFileSync(join(at, name), 'utf8'))
      } catch {
        // Nothing was sent yet.
      }
    }
    return found
  }
}
