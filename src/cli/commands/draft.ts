import { writeDuration } from '../../core/config/duration.ts'
import type { Language } from '../../core/messages/message.ts'
import { slugOf } from '../../core/meeting/slug.ts'
import { yamlText } from '../../core/rules/edits.ts'

/** What a new meeting file says. */
export interface Draft {
  readonly title: string
  readonly purpose: string
  readonly outcome: string
  readonly day: string
  readonly clock: string
  readonly zone: string
  /** Minutes. */
  readonly duration: number
  readonly organizer: string
  readonly required: readonly string[]
  readonly rsvp: string
  readonly room: string | undefined
  readonly link: string | undefined
  readonly backupLink: string | undefined
}

/** A meeting file in a language, with an agenda that takes the whole time and a frame for the minutes. */
export function draftMeeting(draft: Draft, language: Language): string {
  const zh = language === 'zh'
  const key = (en: string, chinese: string, value: string | undefined): string[] => (value === undefined || value === '' ? [] : [`${zh ? chinese : en}: ${value}`])
  const person = (name: string): string => (name.startsWith('@') ? `'${name}'` : name)
  const front = [
    ...key('id', '编号', yamlText(`${draft.day}-${slugOf(draft.title)}`)), ...key('title', '主题', yamlText(draft.title)), ...key('purpose', '目的', yamlText(draft.purpose)),
    ...key('outcome', '预期成果', yamlText(draft.outcome)), ...key('start', '开始时间', `${draft.day} ${draft.clock}`), ...key('timezone', '时区', draft.zone),
    ...key('duration', '时长', writeDuration(draft.duration, language)), ...key('organizer', '组织者', person(draft.organizer)),
    ...key('room', '会议室', draft.room === undefined ? undefined : yamlText(draft.room)), ...key('link', '会议链接', draft.link), ...key('backup_link', '备用链接', draft.backupLink),
    ...key('required', '必须参加', `[${draft.required.map(person).join(', ')}]`), ...key('rsvp_by', '回复截止', draft.rsvp),
  ]
  const item = `1. ${draft.title}${zh ? '（' : ' ('}${writeDuration(draft.duration, language)}${zh ? '，' : ', '}${draft.organizer.startsWith('@') ? '' : '@'}${draft.organizer}${zh ? '）' : ')'}`
  const body = zh
    ? ['## 议程', item, '', '## 会议纪要', '', '### 出席情况', '', '### 讨论要点', '', '### 决议', '', '### 行动项']
    : ['## Agenda', item, '', '## Minutes', '', '### Attendance', '', '### Discussion', '', '### Decisions', '', '### Action items']
  return `---\n${front.join('\n')}\n---\n\n${body.join('\n')}\n`
}
