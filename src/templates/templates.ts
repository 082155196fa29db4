import type { MailTemplates } from '../core/render/mail/content.ts'
import type { Message } from '../core/messages/message.ts'
import type { Files } from '../ports/files.ts'
import { judge, type TemplateFault } from './judge.ts'

/** Where a team's own templates lie in its repository. */
export const TEMPLATES_FOLDER = 'templates/mail'

/** Something wrong with a template; the built-in one is used in its place. */
export interface TemplateProblem extends TemplateFault {
  readonly file: string
}

export interface OwnTemplates {
  /** Absent where the team has none. */
  readonly templates?: MailTemplates
  readonly problems: readonly TemplateProblem[]
}

const LARGEST = 64 * 1024
const MOST = 40
const NAME = /^(_?)([a-z][a-z-]*)(?:\.(en|zh))?(\.txt)?\.hbs$/
/** `notice` stands for every kind that has no template of its own. */
const KINDS = [
  'notice', 'invitation', 'change', 'withdrawal', 'cancellation', 'chase', 'call-sheet', 'reminder', 'minutes-reminder', 'minutes', 'live', 'action', 'action-reminder', 'overdue', 'gap',
]

const NO_TEMPLATE: Message = {
  en: '“{name}” is no template’s name: it is notice or a kind ({kinds}), perhaps .en or .zh, then .hbs for the page or .txt.hbs for the text; _name.hbs for a part.',
  zh: '“{name}” 不是模板文件名：应为 notice 或某一种通知（{kinds}），可加 .en 或 .zh，网页以 .hbs 结尾，纯文本以 .txt.hbs 结尾；公用片段写作 _名称.hbs。',
}
const UNREADABLE: Message = { en: 'The template cannot be read: it has to be UTF-8 text of at most 64 KB.', zh: '无法读取模板：须为不超过 64 KB 的 UTF-8 文本。' }
const TOO_MANY: Message = { en: 'There are more than {most} templates; this one and those after it are not used.', zh: '模板超过 {most} 个；这个及其后的不会使用。' }
const FAILED: Message = { en: 'The template cannot be filled in ({reason}); the built-in one was used.', zh: '模板无法生成内容（{reason}），已改用内置模板。' }

/**
 * Reads and judges the templates of a repository; nothing of them is run. `onFailure` is told, once a file, when one of them turns
 * out not to work while a mail is written.
 */
export async function readTemplates(files: Files, onFailure: (problem: TemplateProblem) => void = () => undefined): Promise<OwnTemplates> {
  const problems: TemplateProblem[] = []
  const sources = new Map<string, string>()
  const names = (await files.names(TEMPLATES_FOLDER)).filter((name) => name.endsWith('.hbs')).sort()
  const parts = new Set(names.flatMap((name) => NAME.exec(name)?.[1] === '_' ? partName(name) : []))
  for (const [at, name] of names.entries()) {
    const file = `${TEMPLATES_FOLDER}/${name}`
    const tell = (message: Message, data: TemplateFault['data'] = {}): number => problems.push({ file, line: 1, column: 1, message, data })
    const [, isPart, kind = '', language, form] = NAME.exec(name) ?? []
    if (at >= MOST) tell(TOO_MANY, { most: MOST })
    else if (isPart === undefined || (isPart === '' ? !KINDS.includes(kind) : language !== undefined || form !== undefined)) tell(NO_TEMPLATE, { name, kinds: { list: KINDS.slice(1) } })
    else {
      const read = await files.readText(file, LARGEST)
      if (!('text' in read)) {
        tell(UNREADABLE)
        continue
      }
      const source = read.text.replace(/^\uFEFF/, '')
      const faults = judge(source, { isPart: isPart === '_', parts })
      problems.push(...faults.map((fault) => ({ file, ...fault })))
      if (faults.length === 0) sources.set(name, source)
    }
  }
  if (sources.size === 0) return { problems }
  const failed = new Set<string>()
  const fail = (name: string, reason: string): void => {
    if (!failed.has(name)) onFailure({ file: `${TEMPLATES_FOLDER}/${name}`, line: 1, column: 1, message: FAILED, data: { reason } })
    failed.add(name)
  }
  const { ownTemplates } = await import('./render.ts')
  return { templates: ownTemplates(sources, fail), problems }
}

function partName(name: string): string {
  return name.slice(1, -'.hbs'.length)
}
