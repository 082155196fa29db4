import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const CLI = join(PROJECT, 'dist/cli/convoke.js')

/** Something a person did, told on the page. */
export interface Act {
  readonly en: string
  readonly zh: string
}

/** A copy of the example repository with its embedded forge, and the hands that work on both. */
export class World {
  readonly repository: string
  readonly forge: string
  /** What was done since the last `tell`. */
  private acts: Act[] = []
  private now: string

  constructor(folder: string, now: string) {
    this.repository = join(folder, 'repository')
    this.forge = join(folder, 'forge')
    this.now = now
    cpSync(join(PROJECT, 'examples'), this.repository, { recursive: true })
    mkdirSync(this.forge, { recursive: true })
    this.git('init', '--quiet', '--initial-branch=main')
    this.commit('Add the meetings')
  }

  /** Moves the clock of commits. */
  at(now: string): void {
    this.now = now
  }

  /** The acts since the last call; commits what they changed. */
  tell(): readonly Act[] {
    const acts = this.acts
    this.acts = []
    if (this.git('status', '--porcelain').trim() !== '') this.commit(acts.map((act) => act.en).join('; ') || 'Change')
    return acts
  }

  /** Replaces a text that has to be in a file. */
  write(file: string, before: string, after: string): void {
    const path = join(this.repository, file)
    const text = readFileSync(path, 'utf8')
    if (!text.includes(before)) throw new Error(`${file} does not hold “${before.trim()}”`)
    writeFileSync(path, text.replace(before, () => after))
    this.edited(file)
  }

  append(file: string, text: string): void {
    appendFileSync(join(this.repository, file), text)
    this.edited(file)
  }

  /** Answers an invitation as a person or a script would: a line in the folder's replies. */
  reply(meeting: string, line: string): void {
    const folder = join(this.forge, 'replies')
    mkdirSync(folder, { recursive: true })
    appendFileSync(join(folder, `${meeting}.txt`), `${line}\n`)
    this.acts.push({ en: `reply to ${meeting}: ${line}`, zh: `回复 ${meeting}：${line}` })
  }

  /** Closes an issue the way a person closes it in the folder: by its state line. */
  closeIssue(title: string): void {
    const folder = join(this.forge, 'issues')
    const isIt = (text: string): boolean => text.includes(title) && text.includes("labels: ['action item']")
    const name = readdirSync(folder).find((each) => each.endsWith('.md') && isIt(readFileSync(join(folder, each), 'utf8')))
    if (name === undefined) throw new Error(`no issue is about “${title}”`)
    const path = join(folder, name)
    const text = readFileSync(path, 'utf8')
    if (!text.includes('state: open')) throw new Error(`${name} is not open`)
    writeFileSync(path, text.replace('state: open', 'state: closed'))
    this.acts.push({ en: `issue ${name.slice(0, 4)} closed: ${title}`, zh: `关闭 issue ${name.slice(0, 4)}：${title}` })
  }

  nextOccurrence(series: string): void {
    this.convoke(['new', '--next', series, '--root', this.repository, '--now', this.now])
    this.acts.push({ en: `next meeting of ${series}`, zh: `生成 ${series} 的下一场会议` })
  }

  /** Runs the bundled command line and gives what it printed; fails loudly on a status that was not expected. */
  convoke(args: readonly string[], expected: readonly number[] = [0]): string {
    const run = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (run.status === null || !expected.includes(run.status)) {
      throw new Error(`convoke ${args.join(' ')} ended with ${String(run.status)}\n${run.stdout}\n${run.stderr}`)
    }
    return run.stdout
  }

  private edited(file: string): void {
    if (this.acts.some((act) => act.en.endsWith(` ${file}`))) return
    this.acts.push({ en: `edited and merged: ${file}`, zh: `修改并合并：${file}` })
  }

  private commit(message: string): void {
    this.git('add', '--all')
    this.git('commit', '--quiet', '--message', message)
  }

  private git(...args: readonly string[]): string {
    const who = ['-c', 'user.name=Convoke demo', '-c', 'user.email=demo@example.org', '-c', 'core.hooksPath=/dev/null']
    const env = { ...process.env, GIT_AUTHOR_DATE: this.now, GIT_COMMITTER_DATE: this.now }
    return execFileSync('git', [...who, ...args], { cwd: this.repository, env, encoding: 'utf8' })
  }
}
