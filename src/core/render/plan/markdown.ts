import type { Config } from '../../config/model.ts'
import type { Effect, Kept } from '../../process/effect.ts'
import type { Language } from '../../messages/message.ts'
import { codeSpan, escapeLine } from '../github/escape.ts'
import { groupEffects, reasonOf, STEPS } from './words.ts'

/** A plan, or a part of one. */
export interface ShownPlan {
  readonly effects: readonly Effect[]
  readonly kept: readonly Kept[]
  /** What would be done now and is not any more. */
  readonly gone?: readonly Effect[]
}

/** Steps and receivers are listed up to so many; the counts at the top are of all. */
const MOST_GROUPS = 60
const MOST_PEOPLE = 30

/**
 * A plan as GitHub Markdown, for a comment or a summary: counts first, then each meeting with its steps, the clause of each, the
 * ways and the receivers. People stand in it by key, those from outside first and marked; nobody is mentioned.
 */
export function planMarkdown({ effects, kept, gone = [] }: ShownPlan, config: Config, language: Language): string {
  const zh = language === 'zh'
  const parts = [counts(effects, config, zh)]
  parts.push(...steps(effects, config, language))
  if (gone.length > 0) parts.push(`#### ${zh ? '合并后不再发生' : 'No longer done'}`, groupEffects(gone).slice(0, MOST_GROUPS).map((group) => `- ${line(group, config, language)}`).join('\n'))
  if (kept.length > 0) {
    const lines = kept.slice(0, MOST_GROUPS).map((each) => `- ${each.because.clause} ${codeSpan(each.meeting || each.file)}${zh ? '：' : ': '}${escapeLine(reasonOf(each, language))}`)
    parts.push(`#### ${zh ? '有意不做' : 'Deliberately not done'}`, [...lines, ...more(kept.length - lines.length, zh)].join('\n'))
  }
  return parts.join('\n\n')
}

function counts(effects: readonly Effect[], config: Config, zh: boolean): string {
  if (effects.length === 0) return zh ? '不会发送任何内容。' : 'Nothing will be sent.'
  const number = (test: (effect: Effect) => boolean): number => effects.filter(test).length
  const mails = number((each) => each.way === 'mail')
  const people = new Set(effects.flatMap((each) => (each.way === 'mail' ? [each.to] : each.recipients)))
  const outside = [...people].filter((key) => isOutside(key, config)).length
  const items: [number, string, string, string][] = [
    [new Set(effects.map((each) => each.meeting)).size, 'meeting', 'meetings', '场会议'], [number((each) => each.way === 'issue' && each.act === 'open'), 'issue opened', 'issues opened', '个新 issue'],
    [number((each) => each.way === 'issue' && each.act !== 'open'), 'issue updated', 'issues updated', '个 issue 更新'], [number((each) => each.way === 'comment'), 'comment', 'comments', '条评论'], [mails, 'mail', 'mails', '封邮件'],
    [number((each) => each.way === 'mail' && each.calendar !== undefined), 'calendar entry', 'calendar entries', '个日历条目'], [number((each) => each.way === 'chat'), 'chat post', 'chat posts', '条群消息'],
    [people.size, 'person reached', 'people reached', '位收件人'], [outside, 'of them from outside', 'of them from outside', '位来自外部'],
  ]
  return items.filter(([count]) => count > 0).map(([count, one, many, chinese]) => (zh ? `**${count}** ${chinese}` : `**${count}** ${count === 1 ? one : many}`)).join(' · ')
}

function steps(effects: readonly Effect[], config: Config, language: Language): string[] {
  const zh = language === 'zh'
  const parts: string[] = []
  const groups = groupEffects(effects)
  let meeting: string | undefined
  let rows: string[] = []
  const end = (): void => {
    if (rows.length > 0) parts.push([zh ? '| 条款 | 步骤 | 方式与收件人 |' : '| Clause | Step | Ways and receivers |', '| --- | --- | --- |', ...rows].join('\n'))
    rows = []
  }
  for (const group of groups.slice(0, MOST_GROUPS)) {
    const [first] = group
    if (first === undefined) continue
    if (first.meeting !== meeting) {
      end()
      parts.push(`#### ${titleOf(first)}${codeSpan(first.file || first.meeting)}`)
    }
    meeting = first.meeting
    rows.push(`| ${first.because.clause} | **${STEPS[first.kind][language]}** ${escapeLine(reasonOf(first, language))} | ${ways(group, config, language)} |`)
  }
  end()
  return [...parts, ...more(groups.length - MOST_GROUPS, zh)]
}

function titleOf(effect: Effect): string {
  const snapshot = 'occasion' in effect && 'snapshot' in effect.occasion ? effect.occasion.snapshot : undefined
  return snapshot === undefined ? '' : `${escapeLine(snapshot.title)} `
}

function line(group: readonly Effect[], config: Config, language: Language): string {
  const [first] = group
  return first === undefined ? '' : `${first.because.clause} ${codeSpan(first.meeting)} ${STEPS[first.kind][language]}${language === 'zh' ? '：' : ': '}${ways(group, config, language)}`
}

function ways(group: readonly Effect[], config: Config, language: Language): string {
  const zh = language === 'zh'
  const mails = group.flatMap((each) => (each.way === 'mail' ? [each.to] : []))
  const other = group.flatMap((each) => {
    if (each.way === 'chat') return [zh ? `群消息 ${each.channel}` : `chat ${each.channel}`]
    if (each.way === 'comment') return [zh ? '评论' : 'comment']
    if (each.way === 'pull-request') return [zh ? '拉取请求' : 'pull request']
    if (each.way === 'issue') return [ISSUE_ACTS[each.act][zh ? 'zh' : 'en']]
    return each.way === 'reaction' ? [`👍 ${each.recipients.map((key) => codeSpan(key)).join(' ')}`] : []
  })
  const sorted = [...mails.filter((key) => isOutside(key, config)), ...mails.filter((key) => !isOutside(key, config))]
  const people = sorted.slice(0, MOST_PEOPLE).map((key) => codeSpan(key) + (isOutside(key, config) ? (zh ? '（外部）' : ' (outside)') : ''))
  const left = sorted.length - people.length
  const mail = mails.length === 0 ? [] : [`${zh ? '邮件' : 'mail'} ${people.join(zh ? '、' : ', ')}${left > 0 ? (zh ? ` 等 ${mails.length} 人` : ` and ${left} more`) : ''}`]
  return [...other, ...mail].join(zh ? '；' : '; ')
}

const ISSUE_ACTS = {
  open: { en: 'issue', zh: '新 issue' }, update: { en: 'issue updated', zh: 'issue 更新' }, close: { en: 'issue closed', zh: '关闭 issue' },
} as const

/** Whoever the directory does not know is taken for somebody from outside. */
function isOutside(key: string, config: Config): boolean {
  return key.startsWith('mail:') || config.people.get(key)?.outside === true
}

function more(count: number, zh: boolean): string[] {
  return count > 0 ? [zh ? `……另有 ${count} 项` : `… and ${count} more`] : []
}
