import { whenOf } from '../arrangement/when.ts'
import { MINUTE } from '../arrangement/zone.ts'
import { HEADINGS, type SectionKind } from '../meeting/keys.ts'
import type { Message } from '../messages/message.ts'
import type { Range } from '../text/range.ts'
import { firstLine } from './missing.ts'
import type { Context, Fix, Rule } from './rule.ts'

const messages = {
  missing: { en: 'The meeting is over and has no minutes: write what was discussed, decided, and who does what.', zh: '会议已结束但没有纪要，请写明讨论要点、决议和行动项。' },
  unread: { en: '“{heading}” is not read as minutes: name it “Minutes”, with discussion, decisions and action items below.', zh: '“{heading}”没有当作纪要读取；请把标题改为“会议纪要”，下设讨论要点、决议和行动项。' },
  part: { en: 'The minutes lack {parts}; write “none” where there is nothing.', zh: '纪要缺少{parts}；没有内容就写“无”。' },
  discussion: { en: 'Discussion', zh: '讨论要点' },
  decisions: { en: 'Decisions', zh: '决议' },
  actions: { en: 'Action items', zh: '行动项' },
  fixNone: { en: 'Write “none” under {parts}', zh: '在{parts}下写“无”' },
} satisfies Record<string, Message>

/** Headings under which people write minutes without calling them so. */
const NOTES = /\b(?:minutes|notes|discussions?)\b|纪要|会议记录|会议结论/i

const PARTS = ['discussion', 'decisions', 'actions'] as const

/** D1: minutes go out two to four hours after the end: points discussed, decisions, action items. */
export const minutesComplete: Rule = {
  id: 'minutes-complete',
  clauses: ['D1'],
  severity: 'warning',
  speaks: 'always',
  summary: { en: 'After the meeting there are minutes with discussion, decisions and action items', zh: '会后有纪要，包括讨论要点、决议和行动项' },
  messages,
  *check(context) {
    const { meeting, text, config, present } = context
    const when = whenOf(meeting, config)
    // A series' own file has no minutes; each of its occurrences has.
    if (when === undefined || meeting.fields.repeat !== undefined) return
    const extended = (meeting.fields.extended?.value ?? []).reduce((sum, each) => sum + (each.by?.value ?? 0), 0)
    const end = when.end + extended * MINUTE
    if (present.isBefore(end)) return
    const due = end + config.minutesWithin * MINUTE
    const severity = present.isBefore(due) ? { severity: 'info' as const } : {}
    const { minutes } = meeting
    const told = minutes === undefined ? [] : toldByTopic(text, minutes.section.content)
    const lacking = PARTS.filter((part) => minutes?.[part]?.hasContent !== true && !(minutes?.[part] === undefined && told.includes(part)))
    if (lacking.length === 0) return
    const unread = minutes === undefined ? meeting.sections.find((each) => each.level > 1 && NOTES.test(each.heading.value) && isFilled(text, each.content)) : undefined
    if (unread !== undefined) {
      yield { message: messages.unread, data: { heading: unread.heading.value }, range: unread.headingRange, ...severity }
      return
    }
    if (minutes === undefined || (lacking.length === PARTS.length && !hasText(text, minutes.section.content))) {
      yield { message: messages.missing, range: minutes?.section.headingRange ?? firstLine(meeting), ...severity }
      return
    }
    const parts = { list: lacking.map((part) => ({ message: messages[part] })) }
    const there = lacking.length === 1 ? minutes[lacking[0] ?? 'discussion']?.section.headingRange : undefined
    yield { message: messages.part, data: { parts }, range: there ?? minutes.section.headingRange, ...severity, fixes: [writeNone(context, lacking, parts)] }
  },
}

/** `会议结论：`, `Conclusion:`, `遗留问题：`, `Action:`: parts that stand below each topic, under a label in place of a heading. */
const LABELS: Readonly<Record<(typeof PARTS)[number], RegExp>> = {
  discussion: /^(?![\s>*_-]*#{1,6}\s)[^\n]*\p{L}{2}[^\n]*$/mu,
  decisions: /^[\s>*_-]*(?:\d{1,2}[.、)]\s*)?(?:会议)?(?:结论|决议|决定|conclusions?|decisions?|decided|agreed|resolved)[*_]*\s*[:：]/imu,
  actions: /^[\s>*_-]*(?:\d{1,2}[.、)]\s*)?(?:遗留(?:问题|事项)|行动项|待办(?:事项)?|actions?(?: items?)?|todos?)[*_]*\s*[:：]/imu,
}

/** Of the parts, those that minutes without headings for them say topic by topic: a conclusion and what is still to be done. */
function toldByTopic(text: string, { start, end }: Range): (typeof PARTS)[number][] {
  const content = text.slice(start, end)
  const own = (['decisions', 'actions'] as const).filter((part) => LABELS[part].test(content))
  // Where conclusions are labelled, what stands beside them is the discussion.
  return own.length > 0 && LABELS.discussion.test(content) ? ['discussion', ...own] : own
}

/** True where more stands than headings. */
function hasText(text: string, { start, end }: Range): boolean {
  return text.slice(start, end).split('\n').some((line) => !/^\s*(?:#{1,6}(?:\s|$)|<!--.*-->\s*$|[-*+]?\s*$)/.test(line))
}

function isFilled(text: string, { start, end }: Range): boolean {
  return /\S/.test(text.slice(start, end))
}

function writeNone({ meeting, text }: Context, lacking: readonly (typeof PARTS)[number][], parts: { list: { message: Message }[] }): Fix {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const zh = meeting.language === 'zh'
  const edits = lacking.map((part) => {
    const section = meeting.minutes?.[part]?.section
    if (section !== undefined) return { range: { start: section.headingRange.end, end: section.headingRange.end }, text: `${end}${end}${zh ? '无' : 'None'}` }
    const level = (meeting.minutes?.section.level ?? 2) + 1
    const at = endOf(text, meeting.minutes?.section.content.end ?? text.length)
    return { range: { start: at, end: at }, text: `${end}${end}${'#'.repeat(Math.min(level, 6))} ${headingOf(part, zh)}${end}${end}${zh ? '无' : 'None'}` }
  })
  return { title: messages.fixNone, data: { parts }, safe: false, edits }
}

function endOf(text: string, offset: number): number {
  let at = offset
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--
  return at
}

function headingOf(kind: SectionKind, zh: boolean): string {
  const names = HEADINGS[kind]
  return kind === 'discussion' && zh ? '讨论要点' : zh ? names[1] : names[0]
}
