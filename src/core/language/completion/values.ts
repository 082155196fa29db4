import { channelsOf, isReachable, policyChannels } from '../../arrangement/channels.ts'
import { CHANNEL_NAMES } from '../../arrangement/channel-names.ts'
import { attendeesOf } from '../../arrangement/who.ts'
import { weekdayOf } from '../../arrangement/zone.ts'
import { writeDuration } from '../../config/duration.ts'
import type { ChannelName } from '../../config/model.ts'
import { WORDS } from '../../meeting/front-matter/fields.ts'
import { CHANNEL_WORDS, EXTENSION_KEYS, MATERIAL_KEYS } from '../../meeting/front-matter/lists.ts'
import { stemOf } from '../../materials/paths.ts'
import type { Message } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import { keyName } from '../../rules/edits.ts'
import type { Located } from '../../text/range.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import { agendaTimeline } from '../timeline.ts'
import { usageOf } from '../usage.ts'
import { linkCompletions } from './links.ts'
import { materialCompletions } from './materials.ts'
import { listedPeople } from './people.ts'
import type { Place } from './place.ts'
import { propose, type Proposed } from './proposal.ts'
import { roomCompletions } from './rooms.ts'
import { dayCompletions, deadlineCompletions, occurrenceCompletions, startCompletions } from './times.ts'
import { zoneCompletions } from './zones.ts'

const MESSAGES = {
  agenda: { en: 'as long as the agenda', zh: '与议程合计相同' },
  short: { en: 'shorter than the agenda ({sum})', zh: '短于议程合计（{sum}）' },
  policy: { en: 'asked for by the policy', zh: '策略要求' },
  unreachable: { en: 'cannot reach {who}', zh: '联系不到 {who}' },
  before: { en: 'before the start', zh: '会前' },
  file: { en: 'after the file’s name', zh: '取自文件名' },
} satisfies Record<string, Message>

type ValuePlace = Place & { kind: 'value' }

/** What may stand as the value of a key, the likely first. None where only the writer knows. */
export function valueCompletions(context: LanguageContext, place: ValuePlace): Completion[] {
  switch (place.key) {
    case 'id': return idCompletions(context, place)
    case 'importance': case 'urgency': case 'status': return words(context, place, WORDS[place.key])
    case 'duration': return durations(context, place)
    case 'remind': return reminders(context, place)
    case 'extended': return isInner(place, 'by', EXTENSION_KEYS.by) ? propose(place.range, [5, 10, 15, 30].map((minutes) => lengthOf(minutes, context))) : []
    case 'start': case 'date': return startCompletions(context, place)
    case 'rsvp_by': return deadlineCompletions(context, place)
    case 'occurrence': return occurrenceCompletions(context, place)
    case 'until': case 'review': case 'except': return dayCompletions(context, place)
    case 'timezone': return zoneCompletions(context, place)
    case 'organizer': case 'required': case 'optional': case 'remote': case 'attendees': return listedPeople(context, place)
    case 'room': return roomCompletions(context, place)
    case 'equipment': return equipment(context, place)
    case 'channels': return channels(context, place)
    case 'link': case 'backup_link': return linkCompletions(context, place)
    case 'materials': return materials(context, place)
    case 'series': return propose(place.range, [...usageOf(context.files, context.config).series].map(([id, { meeting }]) => ({ label: id, kind: 'value', detail: meeting.fields.title?.value ?? '' })))
    case 'repeat': return repetitions(context, place)
    default: return []
  }
}

/** The values of a list that stand elsewhere than at the cursor. */
function elsewhere<T>(place: ValuePlace, list: readonly Located<T>[] | undefined): Set<T> {
  return new Set((list ?? []).filter(({ range }) => range.end < place.range.start || range.start > place.range.end).map(({ value }) => value))
}

function isInner({ inner }: ValuePlace, key: string, chinese: string): boolean {
  return inner === key || inner === chinese
}

/** Words of a key: those of the file's language before those of the other. */
function words({ meeting }: LanguageContext, place: ValuePlace, table: Readonly<Record<string, readonly string[]>>): Completion[] {
  const pairs = Object.entries(table).map(([word, [chinese]]) => ({ en: word, zh: chinese ?? word }))
  const [own, other] = keyName(meeting, 'id') === 'id' && meeting.language === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
  return [
    ...propose(place.range, pairs.map((pair) => ({ label: pair[own], kind: 'value', detail: pair[other], also: [pair[other]] }))),
    ...propose(place.range, pairs.map((pair) => ({ label: pair[other], kind: 'value', detail: pair[own] })), 1),
  ]
}

function idCompletions({ file, workspace, language }: LanguageContext, place: ValuePlace): Completion[] {
  const stem = stemOf(file).replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[^\p{L}\p{N}]+/u, '').slice(0, 100)
  const taken = workspace.withId(stem).some((each) => each.file !== file)
  return stem === '' || taken ? [] : propose(place.range, [{ label: stem, kind: 'value', detail: MESSAGES.file[language] }])
}

function lengthOf(minutes: number, { meeting }: LanguageContext): Proposed {
  return { label: writeDuration(minutes, meeting.language), kind: 'time' }
}

function durations(context: LanguageContext, place: ValuePlace): Completion[] {
  const { sum } = agendaTimeline(context.meeting)
  const lengths = [...new Set([...(sum > 0 && sum <= 120 ? [sum] : []), 30, 45, 60, 90, 120])]
  return propose(place.range, lengths.map((minutes) => {
    const detail = minutes === sum ? MESSAGES.agenda[context.language] : minutes < sum ? render(MESSAGES.short, { sum: { minutes: sum } }, context.language) : ''
    return { ...lengthOf(minutes, context), detail }
  }))
}

function reminders(context: LanguageContext, place: ValuePlace): Completion[] {
  const known = elsewhere(place, context.meeting.fields.remind?.value)
  const lengths = [...new Set([...context.config.remind, 1440, 120, 60, 30])].filter((minutes) => !known.has(minutes))
  return propose(place.range, lengths.map((minutes) => ({ ...lengthOf(minutes, context), detail: MESSAGES.before[context.language] })))
}

function equipment({ meeting, config }: LanguageContext, place: ValuePlace): Completion[] {
  const room = config.rooms.get(meeting.fields.room?.value ?? '')
  const known = elsewhere(place, meeting.fields.equipment?.value)
  const things = [...new Set([...room?.equipment ?? [], ...[...config.rooms.values()].flatMap((each) => each.equipment)])]
  return propose(place.range, things.filter((thing) => !known.has(thing)).map((thing) => ({ label: thing, kind: 'value', detail: room?.equipment.includes(thing) === true ? room.key : '' })))
}

/** Channels that are set up: what the policy asks for first, each with whom it cannot reach (A18, E5). */
function channels(context: LanguageContext, place: ValuePlace): Completion[] {
  const { meeting, config, language } = context
  const asked = policyChannels(meeting, config)
  const known = elsewhere(place, meeting.fields.channels?.value)
  const chinese = keyName(meeting, 'id') !== 'id'
  const names = [...new Set<ChannelName>([...asked, ...channelsOf(meeting, config), 'github', ...config.channels.keys()])].filter((name) => !known.has(name))
  return propose(place.range, names.map((name): Proposed => {
    const missed = attendeesOf(meeting, config).filter((attendee) => !isReachable(attendee, name)).map(({ key }) => key)
    const facts = [asked.includes(name) ? MESSAGES.policy[language] : '', missed.length === 0 ? '' : render(MESSAGES.unreachable, { who: { list: missed.slice(0, 4) } }, language)]
    const own = CHANNEL_WORDS[name][0] ?? name
    return { label: chinese ? own : name, kind: 'value', detail: [CHANNEL_NAMES[name][language], ...facts].filter((each) => each !== '').join(' · '), also: [name, own] }
  }))
}

function materials(context: LanguageContext, place: ValuePlace): Completion[] {
  if (isInner(place, 'read_before', MATERIAL_KEYS.read_before)) {
    const [own, other] = keyName(context.meeting, 'id') === 'id' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)
    const pairs = [{ en: 'true', zh: '是' }, { en: 'false', zh: '否' }]
    return propose(place.range, [...pairs.map((pair) => pair[own]), ...pairs.map((pair) => pair[other])].map((label) => ({ label, kind: 'value' })))
  }
  if (isInner(place, 'as_of', MATERIAL_KEYS.as_of)) return dayCompletions(context, place)
  return place.inner === undefined || isInner(place, 'path', MATERIAL_KEYS.path) ? materialCompletions(context, place) : []
}

const DAYS = { en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'], zh: ['日', '一', '二', '三', '四', '五', '六'] } as const

/** Repetitions on the weekday of the start. */
function repetitions({ meeting }: LanguageContext, place: ValuePlace): Completion[] {
  const day = weekdayOf(meeting.fields.start?.value ?? '2026-11-23')
  const [en, zh] = [DAYS.en[day] ?? 'Monday', DAYS.zh[day] ?? '一']
  const english = [`every week on ${en}`, `every 2 weeks on ${en}`, `every month on the first ${en}`, 'every weekday']
  const chinese = [`每周${zh}`, `每两周周${zh}`, `每月第一个周${zh}`, '每个工作日']
  return propose(place.range, (meeting.language === 'zh' ? [...chinese, ...english] : [...english, ...chinese]).map((label) => ({ label, kind: 'value' })))
}
