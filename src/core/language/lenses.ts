import { nextOf } from '../arrangement/series.ts'
import { startOf, whenOf } from '../arrangement/when.ts'
import { HOUR } from '../arrangement/zone.ts'
import type { Message } from '../messages/message.ts'
import { render } from '../messages/render.ts'
import type { LanguageContext } from './context.ts'
import type { Lens } from './shapes.ts'

const MESSAGES = {
  plan: { en: 'Preview what merging sends', zh: '预览合并后会发送什么' },
  issue: { en: 'Open the issue', zh: '打开 Issue' },
  join: { en: 'Join', zh: '进入会议' },
  start: { en: 'Start the meeting', zh: '开始会议' },
  next: { en: 'Write the file of the next meeting ({date})', zh: '生成下一次会议的文件：{date}' },
} satisfies Record<string, Message>

/** How long before its start a meeting can be started, and its link joined, from the editor. */
const AHEAD = HOUR

/** The commands above a meeting file's first line: what can be done with it now. */
export function lenses({ meeting, file, config, now, language, repositoryUrl }: LanguageContext): Lens[] {
  const { fields, frontMatter } = meeting
  if (frontMatter === undefined || fields.id === undefined) return []
  const found: Lens[] = []
  const add = (command: Lens['command'], message: Message, given: Lens['arguments'], data = {}): void => {
    found.push({ range: frontMatter.fence, title: render(message, data, language), command, arguments: given })
  }
  if (fields.repeat !== undefined) {
    const next = nextOf(meeting, config, now)
    if (next !== undefined) add('nextOccurrence', MESSAGES.next, [file], { date: { date: next.wall.slice(0, 10) } })
    return found
  }
  const status = fields.status?.value ?? 'planned'
  const when = whenOf(meeting, config)
  const isNear = when !== undefined && now >= when.start - AHEAD && now < when.end + AHEAD
  if (status !== 'draft') add('plan', MESSAGES.plan, [file])
  if (status === 'planned' && isNear) {
    add('startMeeting', MESSAGES.start, [file])
    if (fields.link !== undefined) add('join', MESSAGES.join, [fields.link.value])
  }
  // An invitation's issue is opened when the file is merged, which nobody can tell here; the client looks for it.
  if (status !== 'draft' && repositoryUrl !== undefined && startOf(meeting, config) !== undefined) add('openIssue', MESSAGES.issue, [file])
  return found
}
