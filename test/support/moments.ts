import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** One run of a scenario: what the repository and the replies are, and when. */
export interface Moment {
  readonly now: string
  /** Files of the repository; null removes one. What is not named stays. */
  readonly files?: Readonly<Record<string, string | null>>
  /** Lines of answers by meeting. */
  readonly replies?: Readonly<Record<string, string>>
  /** Titles of issues that a person closes. */
  readonly close?: readonly string[]
}

/** Makes a folder what it is at a moment. Doing it twice changes nothing more. */
export function layDown(folder: string, { files = {}, replies = {}, close = [] }: Moment): void {
  mkdirSync(join(folder, 'repository'), { recursive: true })
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, 'repository', file)
    mkdirSync(dirname(path), { recursive: true })
    if (text === null) rmSync(path, { force: true })
    else writeFileSync(path, text)
  }
  for (const [meeting, lines] of Object.entries(replies)) {
    mkdirSync(join(folder, 'forge/replies'), { recursive: true })
    writeFileSync(join(folder, 'forge/replies', `${meeting}.txt`), lines)
  }
  const issues = join(folder, 'forge/issues')
  for (const title of close) {
    const name = existsSync(issues) ? readdirSync(issues).find((each) => each.endsWith('.md') && readFileSync(join(issues, each), 'utf8').includes(`title: '${title}`)) : undefined
    if (name !== undefined) writeFileSync(join(issues, name), readFileSync(join(issues, name), 'utf8').replace('state: open', 'state: closed'))
  }
}

/** Every file of a forge but the ledger and the answers, by its path. */
export function forgeFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const part of ['issues', 'mails', 'chat']) {
    const root = join(folder, 'forge', part)
    if (!existsSync(root)) continue
    for (const name of readdirSync(root)) if (!name.startsWith('.')) files.set(`${part}/${name}`, readFileSync(join(root, name), 'utf8'))
  }
  return files
}
