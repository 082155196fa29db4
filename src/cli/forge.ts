import { resolve } from 'node:path'
import { diskFiles } from '../adapters/disk/disk.ts'
import { folderForge } from '../adapters/folder/forge.ts'
import { gitHistory } from '../adapters/git/git.ts'
import type { Run } from '../app/run.ts'
import type { Config } from '../core/config/model.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import type { GitHubPlace } from '../forges/github.ts'
import { readTemplates, type OwnTemplates, type TemplateProblem } from '../templates/templates.ts'
import type { Files } from '../ports/files.ts'
import { UsageError } from './errors.ts'
import { readNow } from './now.ts'
import { readOptions, text, type Options } from './options.ts'
import { openRepository, withPeople } from './repository.ts'
import type { Terminal } from './terminal.ts'
import { VERSION } from './version.ts'

/** What plan and apply are asked to do, read from the command line. */
export interface ForgeRun extends Run {
  readonly json: boolean
  /** Where an effect left its mark, on a forge of files. */
  readonly fileOf?: (effect: { readonly way: string; readonly key: string }, issue: number | undefined) => string | undefined
  /** What the limits have held back. */
  readonly held: () => number
  readonly close: () => void
}

const OPTIONS = {
  root: { type: 'string' }, forge: { type: 'string' }, people: { type: 'string' }, now: { type: 'string' }, json: { type: 'boolean' }, all: { type: 'boolean' },
  identity: { type: 'string' }, 'allow-domains': { type: 'string' }, 'max-sends': { type: 'string' },
} as const

/** `look`: nothing will be sent, so no secret but the token is needed. */
export async function readForgeRun(args: readonly string[], terminal: Terminal, language: Language, purpose: 'look' | 'send'): Promise<ForgeRun> {
  const options = readOptions(args, OPTIONS, language)
  if (options.positionals.length > 0) {
    throw new UsageError(language === 'zh' ? `不需要参数“${options.positionals[0] ?? ''}”。` : `“${options.positionals[0] ?? ''}” is not needed here.`)
  }
  const opened = openRepository(text(options, 'root'), terminal.cwd, language)
  const { root, config } = withPeople(opened, text(options, 'people'), terminal.cwd, language)
  const now = readNow(options.values['now'], config.timezone, language)
  const common = { config, now, json: options.values['json'] === true }
  const forge = readForgeName(text(options, 'forge'), root, terminal.cwd, language)
  if ('owner' in forge) return { ...common, ...await onGitHub(forge, { root, config, now, options, terminal, language, purpose }) }
  const { fileOf, ...rest } = folderForge(forge.folder)
  const files = diskFiles(root)
  return { ...common, world: { ...rest, ...await withTemplates(files, terminal, language), files }, fileOf, held: () => 0, close: () => undefined }
}

interface Asked {
  readonly root: string
  readonly config: Config
  readonly now: number
  readonly options: Options
  readonly terminal: Terminal
  readonly language: Language
  readonly purpose: 'look' | 'send'
}

/** The same forge that the Action has; its code is loaded only when it is asked for. */
async function onGitHub(place: GitHubPlace, { root, config, now, options, terminal, language, purpose }: Asked): Promise<Pick<ForgeRun, 'world' | 'scope' | 'held' | 'close'>> {
  const { env } = terminal
  const at = gitHubAccess(place, env, language)
  const limits = readLimits(options, language)
  const { gitHubForge, loginOf } = await import('../forges/github.ts')
  const named = text(options, 'identity')?.split(',').map((each) => each.trim().replace(/^@/, '')).filter((each) => each !== '')
  // Objects count as the tool's own by who wrote them: the Action's identity, and whoever this token belongs to.
  const identities = named ?? ['github-actions[bot]', ...await loginOf({ ...at, version: VERSION })]
  const { problems, held, close, ...forge } = gitHubForge({
    ...at, ...(env['GITHUB_SERVER_URL'] === undefined ? {} : { serverUrl: env['GITHUB_SERVER_URL'] }), identities, config, now, version: VERSION,
    secrets: (name) => env[name], mask: () => undefined, limits, readOnly: purpose === 'look',
  })
  for (const { problem, data } of problems) terminal.note(`${render(problem, data, language)}\n`)
  const files = diskFiles(root)
  return { world: { ...forge, ...await withTemplates(files, terminal, language), files, history: gitHistory(root) }, scope: options.values['all'] === true ? 'all' : 'due', held, close }
}

/** The team's own mail templates; what is wrong with one is told, and the built-in one used. */
async function withTemplates(files: Files, terminal: Terminal, language: Language): Promise<Pick<OwnTemplates, 'templates'>> {
  const tell = ({ file, line, column, message, data }: TemplateProblem): void => terminal.note(`${file}:${line}:${column}: ${render(message, data, language)}\n`)
  const { templates, problems } = await readTemplates(files, tell)
  problems.forEach(tell)
  return templates === undefined ? {} : { templates }
}

/** With the token that the environment holds. */
export function gitHubAccess(place: GitHubPlace, env: Terminal['env'], language: Language): GitHubPlace & { readonly token: string; readonly apiUrl?: string } {
  const token = env['GITHUB_TOKEN'] || env['GH_TOKEN'] || ''
  if (token === '') {
    throw new UsageError(language === 'zh'
      ? '访问 GitHub 需要令牌：请设置环境变量 GITHUB_TOKEN（需要该仓库的 contents 与 issues 权限）。'
      : 'GitHub needs a token: set the environment variable GITHUB_TOKEN (with contents and issues of that repository).')
  }
  return { ...place, token, ...(env['GITHUB_API_URL'] ? { apiUrl: env['GITHUB_API_URL'] } : {}) }
}

function readLimits(options: Options, language: Language): { domains?: readonly string[]; sends?: number } {
  const domains = text(options, 'allow-domains')?.split(',').map((each) => each.trim()).filter((each) => each !== '')
  const written = text(options, 'max-sends')
  if (written !== undefined && !/^\d{1,6}$/.test(written)) {
    throw new UsageError(language === 'zh' ? `--max-sends 是一个数字，不能是“${written}”。` : `--max-sends is a number, not “${written}”.`)
  }
  return { ...(domains === undefined ? {} : { domains }), ...(written === undefined ? {} : { sends: Number(written) }) }
}

/** `folder:DIR` as a path, `github:owner/name` as its parts; without the option, a folder of the repository. */
export function readForgeName(written: string | undefined, root: string, cwd: string, language: Language): { readonly folder: string } | GitHubPlace {
  if (written === undefined) return { folder: resolve(root, '.convoke') }
  const folder = /^folder:(.+)$/.exec(written)?.[1]
  if (folder !== undefined) return { folder: resolve(cwd, folder) }
  const [, owner, repo] = /^github:([A-Za-z\d](?:[A-Za-z\d-]{0,38}))\/([\w.-]{1,100})$/.exec(written) ?? []
  if (owner !== undefined && repo !== undefined && !/^\.\.?$/.test(repo)) return { owner, repo }
  throw new UsageError(language === 'zh' ? `--forge 应写成 folder:目录 或 github:所有者/仓库，而不是“${written}”。` : `--forge has to be folder:DIR or github:owner/name, not “${written}”.`)
}
