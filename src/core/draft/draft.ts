import runtime, { type Render } from 'handlebars/runtime.js'
import { addDays, addMinutes } from '../arrangement/zone.ts'
import { writeDuration } from '../config/duration.ts'
import type { WallTime } from '../meeting/model.ts'
import { slugOf } from '../meeting/slug.ts'
import type { Language } from '../messages/message.ts'
import { yamlText } from '../rules/edits.ts'
import { divideMinutes, type Kind } from './kinds.ts'
import { TEMPLATES } from './templates.generated.js'

/** What a new meeting file says. */
export interface Draft {
  readonly title: string
  /** Absent: the kind's own words with placeholders. */
  readonly purpose?: string | undefined
  readonly outcome?: string | undefined
  readonly day: string
  readonly clock: string
  readonly zone: string
  /** Minutes. */
  readonly duration: number
  readonly organizer: string
  readonly required: readonly string[]
  /** Their reasons are placeholders (A10). */
  readonly optional?: readonly string[]
  readonly rsvp: string
  readonly room?: string | undefined
  readonly link?: string | undefined
  readonly backupLink?: string | undefined
}

/** When answers are due (B3): a day before the start, two hours where the matter is urgent, later where that has passed; `YYYY-MM-DD HH:MM`. */
export function replyBy(start: WallTime, now: WallTime, isUrgent: boolean): string {
  const tries = isUrgent ? [addMinutes(start, -120), addMinutes(start, -60)] : [`${addDays(start.slice(0, 10), -1)}${start.slice(10)}`, addMinutes(start, -720)]
  return (tries.find((each) => each > now) ?? tries[0] ?? start).replace('T', ' ')
}

/** A meeting file in a language: of a kind where one is given, else with an agenda that takes the whole time; with a frame for the minutes. */
export function draftMeeting(draft: Draft, language: Language, kind?: Kind): string {
  const zh = language === 'zh'
  if (kind !== undefined) return fromTemplate(draft, language, kind)
  const key = (en: string, chinese: string, value: string | undefined): string[] => (value === undefined || value === '' ? [] : [`${zh ? chinese : en}: ${value}`])
  const front = [
    ...key('id', '编号', yamlText(`${draft.day}-${slugOf(draft.title)}`)), ...key('title', '主题', yamlText(draft.title)), ...key('purpose', '目的', yamlText(draft.purpose ?? '')),
    ...key('outcome', '预期成果', yamlText(draft.outcome ?? '')), ...key('start', '开始时间', `${draft.day} ${draft.clock}`), ...key('timezone', '时区', draft.zone),
    ...key('duration', '时长', writeDuration(draft.duration, language)), ...key('organizer', '组织者', person(draft.organizer)),
    ...key('room', '会议室', draft.room === undefined ? undefined : yamlText(draft.room)), ...key('link', '会议链接', draft.link), ...key('backup_link', '备用链接', draft.backupLink),
    ...key('required', '必须参加', `[${draft.required.map(person).join(', ')}]`), ...key('rsvp_by', '回复截止', draft.rsvp),
  ]
  const item = `1. ${draft.title}${zh ? '（' : ' ('}${writeDuration(draft.duration, language)}${zh ? '，' : ', '}${mention(draft.organizer)}${zh ? '）' : ')'}`
  const body = zh
    ? ['## 议程', item, '', '## 会议纪要', '', '### 出席情况', '', '### 讨论要点', '', '### 决议', '', '### 行动项']
    : ['## Agenda', item, '', '## Minutes', '', '### Attendance', '', '### Discussion', '', '### Decisions', '', '### Action items']
  return `---\n${front.join('\n')}\n---\n\n${body.join('\n')}\n`
}

const renders = new Map<string, Render>()

/** Values are made fit for YAML before they go in: the templates escape nothing. */
function fromTemplate(draft: Draft, language: Language, kind: Kind): string {
  const optional = (value: string | undefined): string => (value === undefined || value === '' ? '' : yamlText(value))
  const partials = { [`head.${language}`]: renderOf(`head.${language}`), [`minutes.${language}`]: renderOf(`minutes.${language}`) }
  const view = {
    id: yamlText(`${draft.day}-${slugOf(draft.title)}`), title: yamlText(draft.title), purpose: optional(draft.purpose), outcome: optional(draft.outcome),
    start: `${draft.day} ${draft.clock}`, timezone: draft.zone, duration: writeDuration(draft.duration, language),
    importance: kind.importance === undefined ? '' : WORDS[kind.importance][language], urgency: kind.urgency === undefined ? '' : WORDS[kind.urgency][language],
    organizer: person(draft.organizer), required: draft.required.map(person).join(', '), optional: (draft.optional ?? []).map(person), chair: mention(draft.organizer),
    room: optional(draft.room), link: optional(draft.link), backupLink: optional(draft.backupLink), rsvp: draft.rsvp,
    times: divideMinutes(draft.duration, kind.shares).map((each) => writeDuration(each, language)),
  }
  return renderOf(`${kind.id}.${language}`)(view, { partials })
}

function renderOf(name: string): Render {
  const known = renders.get(name)
  if (known !== undefined) return known
  const render = runtime.template(TEMPLATES[name])
  renders.set(name, render)
  return render
}

const WORDS = { normal: { en: 'normal', zh: '一般' }, high: { en: 'high', zh: '重要' }, urgent: { en: 'urgent', zh: '紧急' } } as const

function person(name: string): string {
  return name.startsWith('@') ? `'${name}'` : name
}

function mention(name: string): string {
  return name.startsWith('@') ? name : `@${name}`
}
