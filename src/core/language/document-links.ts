import { resolveLink, resolveMaterial } from '../materials/paths.ts'
import type { Message } from '../messages/message.ts'
import type { Located, Range } from '../text/range.ts'
import type { LanguageContext } from './context.ts'
import type { DocumentLink } from './shapes.ts'

const MESSAGES = {
  material: { en: 'Open the material', zh: '打开材料' },
  join: { en: 'Join the meeting', zh: '进入会议' },
  backup: { en: 'Join through the backup link', zh: '通过备用链接进入会议' },
  booking: { en: 'Open the booking', zh: '打开预订' },
  issue: { en: 'Open the issue', zh: '打开 Issue' },
  series: { en: 'Open the series', zh: '打开系列文件' },
  open: { en: 'Open', zh: '打开' },
} satisfies Record<string, Message>

/**
 * Where the file leads: materials and links of the body, the meeting's links, issues, the series. Only web addresses and paths of the
 * repository are followed; an address with any other scheme (`javascript:`, `command:`, `file:`) is text.
 */
export function documentLinks(context: LanguageContext): DocumentLink[] {
  const { meeting, file, language, workspace } = context
  const { fields } = meeting
  const found: DocumentLink[] = []
  const add = (range: Range, target: DocumentLink['target'] | undefined, tooltip: Message): void => {
    if (target !== undefined && range.end > range.start) found.push({ range, target, tooltip: tooltip[language] })
  }
  add(fields.link?.range ?? NOWHERE, webTarget(fields.link?.value), MESSAGES.join)
  add(fields.backupLink?.range ?? NOWHERE, webTarget(fields.backupLink?.value), MESSAGES.backup)
  add(fields.booking?.range ?? NOWHERE, webTarget(fields.booking?.value), MESSAGES.booking)
  for (const { path, url } of fields.materials?.value ?? []) {
    if (path !== undefined) add(path.range, pathTarget(resolveMaterial(path.value)), MESSAGES.material)
    if (url !== undefined) add(url.range, webTarget(url.value), MESSAGES.material)
  }
  const series = fields.series === undefined ? undefined : workspace.withId(fields.series.value).find((each) => each.file !== file)
  add(fields.series?.range ?? NOWHERE, series === undefined ? undefined : { path: series.file }, MESSAGES.series)
  for (const { url } of meeting.links) add(url.range, webTarget(url.value) ?? pathTarget(resolveLink(file, url.value)), MESSAGES.open)
  for (const issue of issues(context)) add(issue.range, issueTarget(context, issue.value), MESSAGES.issue)
  return found.sort((a, b) => a.range.start - b.range.start)
}

const NOWHERE: Range = { start: 0, end: 0 }

function webTarget(url: string | undefined): { url: string } | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>"\\]+$/i.test(url) ? { url } : undefined
}

function pathTarget(target: ReturnType<typeof resolveLink>): { path: string } | undefined {
  return target.kind === 'inside' ? { path: target.path } : undefined
}

function issues({ meeting }: LanguageContext): Located<number>[] {
  return [...meeting.minutes?.actions?.items ?? [], ...meeting.looseActions?.items ?? []].flatMap((item) => item.issue ?? [])
}

function issueTarget({ repositoryUrl }: LanguageContext, number: number): { url: string } | undefined {
  return repositoryUrl === undefined ? undefined : webTarget(`${repositoryUrl.replace(/\/+$/, '')}/issues/${number}`)
}
