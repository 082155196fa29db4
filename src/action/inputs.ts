import type { Language } from '../core/messages/message.ts'
import { InputError } from './errors.ts'

interface InputDescription {
  readonly name: string
  readonly description: string
  /** The same in Chinese. */
  readonly zh: string
  readonly default?: string
}

/** Every input of the Action: `action.yml` and the table in the documentation are made from this. */
export const INPUTS = [
  { name: 'mode', description: 'check: judge a pull request and show what merging it will do. sync: carry out what is merged. auto: check on pull_request, else sync.', zh: 'check：检查拉取请求并说明合并后会发生什么；sync：执行已合并的内容；auto：在 pull_request 上为 check，其余为 sync。', default: 'auto' },
  { name: 'token', description: 'Token for the repository. The job’s own is enough.', zh: '访问仓库的令牌，用任务自带的即可。', default: '${{ github.token }}' },
  { name: 'people', description: 'YAML with the addresses that are kept out of the repository (people marked email: secret), from a secret. sync only.', zh: '不放进仓库的联系方式（标为 email: secret 的人），YAML 格式，来自密钥。仅用于 sync。' },
  { name: 'paused', description: 'Kill switch: with true, yes, on or 1 the run looks at nothing and sends nothing. Bind it to a repository variable.', zh: '总开关：设为 true、yes、on 或 1，运行时不查看也不发送任何内容。建议绑定到仓库变量。', default: 'false' },
  { name: 'dry-run', description: 'With true, sync shows the plan and sends nothing.', zh: '设为 true，sync 只显示计划，不发送。', default: 'false' },
  { name: 'allow-domains', description: 'Mail goes only to these domains, separated by commas or spaces; *.example.org stands for those below. Empty: to any.', zh: '邮件只发往这些域名，用逗号或空格分隔；*.example.org 表示其下的各级域名。留空则不限。' },
  { name: 'max-sends', description: 'At most so many mails and posts in a run; above it the run stops sending, fails, and the next one goes on.', zh: '一次运行最多发送的邮件和消息数；超过即停止发送并报错，其余由下次运行继续。', default: '500' },
  { name: 'fail-on', description: 'check fails on findings of this severity and above: error, warning, or never.', zh: 'check 遇到这一级及以上的问题即失败：error、warning 或 never（从不失败）。', default: 'error' },
  { name: 'comment', description: 'With true, check keeps one comment on the pull request up to date. Needs pull-requests: write.', zh: '设为 true，check 在拉取请求上维护一条评论。需要 pull-requests: write。', default: 'true' },
  { name: 'pull-requests', description: 'With true, sync may open pull requests: action items’ numbers and ticks written back into the files, open ones carried into a series’ next meeting, /cancel and /reschedule. Needs pull-requests: write.', zh: '设为 true，sync 可以开拉取请求：把行动项的编号和完成状态写回文件，把未完成的带到系列的下一次会议，以及 /cancel 和 /reschedule。需要 pull-requests: write。', default: 'false' },
  { name: 'identities', description: 'Logins, separated by commas, under which Convoke writes or has written; only their objects count as its own.', zh: 'Convoke 现在或曾经使用的登录名，用逗号分隔；只有它们写的才算自己的。', default: 'github-actions[bot]' },
  { name: 'language', description: 'Language of findings, summary and comment: en or zh. Empty: the configuration’s, else en.', zh: '检查结果、摘要和评论的语言：en 或 zh。留空则按配置，再默认 en。' },
  { name: 'working-directory', description: 'Folder of the repository with .convoke.yml.', zh: '仓库中 .convoke.yml 所在的文件夹。', default: '.' },
] as const satisfies readonly InputDescription[]

export const OUTPUTS = [
  { name: 'errors', description: 'Number of findings that are errors (check).', zh: '错误的数量（check）。' },
  { name: 'warnings', description: 'Number of findings that are warnings (check).', zh: '警告的数量（check）。' },
  { name: 'effects', description: 'Number of issues, comments, mails and posts that merging brings (check) or that were due (sync).', zh: '合并后（check）或本次应当（sync）新建和发出的 issue、评论、邮件和消息的数量。' },
  { name: 'done', description: 'Number of effects that were carried out (sync).', zh: '已完成的数量（sync）。' },
  { name: 'left', description: 'Number of effects that failed or were left to the next run (sync).', zh: '失败或留给下次运行的数量（sync）。' },
] as const satisfies readonly InputDescription[]

export type InputName = (typeof INPUTS)[number]['name']

export interface Inputs {
  readonly mode: 'auto' | 'check' | 'sync'
  readonly token: string
  readonly people: string
  readonly paused: boolean
  readonly dryRun: boolean
  readonly domains?: readonly string[]
  readonly sends: number
  readonly failOn: 'error' | 'warning' | 'never'
  readonly comment: boolean
  readonly pullRequests: boolean
  readonly identities: readonly string[]
  readonly language?: Language
  readonly folder: string
}

/** Reads the inputs; a value that means nothing is an InputError that names its input. */
export function readInputs(get: (name: InputName) => string): Inputs {
  const domains = list(get('allow-domains'))
  const language = get('language').trim()
  return {
    mode: choice('mode', get('mode'), ['auto', 'check', 'sync']), token: get('token'), people: get('people'),
    // A switch that is written in a way nobody foresaw pauses rather than sends.
    paused: !/^(?:|false|no|off|0)$/i.test(get('paused').trim()),
    dryRun: flag('dry-run', get('dry-run')), ...(domains.length === 0 ? {} : { domains }), sends: count('max-sends', get('max-sends')),
    failOn: choice('fail-on', get('fail-on'), ['error', 'warning', 'never']), comment: flag('comment', get('comment')), pullRequests: flag('pull-requests', get('pull-requests')),
    identities: list(get('identities')).map((each) => each.replace(/^@/, '')),
    ...(language === '' ? {} : { language: choice('language', language, ['en', 'zh']) }), folder: get('working-directory').trim() || '.',
  }
}

function list(text: string): string[] {
  return text.split(/[\s,，、]+/).filter((each) => each !== '')
}

function choice<T extends string>(name: InputName, text: string, values: readonly [T, ...T[]]): T {
  const written = text.trim().toLowerCase()
  if (written === '') return values[0]
  const known = values.find((each) => each === written)
  if (known === undefined) throw new InputError(`the input ${name} is one of ${values.join(', ')}, not “${text.trim().slice(0, 40)}”`)
  return known
}

function flag(name: InputName, text: string): boolean {
  return choice(name, text.replace(/^\s*(?:yes|on|1)\s*$/i, 'true').replace(/^\s*(?:no|off|0)\s*$/i, 'false'), ['false', 'true']) === 'true'
}

function count(name: InputName, text: string): number {
  if (text.trim() === '') return Infinity
  if (!/^\s*\d{1,7}\s*$/.test(text)) throw new InputError(`the input ${name} is a number, not “${text.trim().slice(0, 40)}”`)
  return Number(text)
}
