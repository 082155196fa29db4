import type { Effect, Kept } from '../../core/process/effect.ts'
import type { Language, Message } from '../../core/messages/message.ts'
import { render } from '../../core/messages/render.ts'
import { paint, printable, type Terminal } from '../terminal.ts'

/** An effect as data, its reason in the reader's words. What it says lies in `occasion`, with people by key. */
export function effectJson(effect: Effect, language: Language): Record<string, unknown> {
  const { key, kind, meeting, because, ...rest } = effect
  return { key, kind, meeting, because: becauseJson(because, language), ...rest, ...('instead' in effect ? { instead: (effect.instead ?? []).map((each) => effectJson(each, language)) } : {}) }
}

export function keptJson({ because, ...rest }: Kept, language: Language): Record<string, unknown> {
  return { ...rest, because: becauseJson(because, language) }
}

function becauseJson({ clause, reason, data = {} }: Effect['because'], language: Language): { clause: string; reason: string } {
  return { clause, reason: render(reason, data, language) }
}

const KINDS: Readonly<Record<Effect['kind'], Message>> = {
  invitation: { en: 'invitation', zh: '邀请' }, response: { en: 'reply', zh: '回复' }, change: { en: 'change', zh: '变更' }, cancellation: { en: 'cancellation', zh: '取消' }, chase: { en: 'asked again', zh: '再次询问' },
  reminder: { en: 'reminder', zh: '提醒' }, 'minutes-reminder': { en: 'minutes wanted', zh: '催写纪要' }, minutes: { en: 'minutes', zh: '纪要' }, action: { en: 'action item', zh: '行动项' },
  'action-reminder': { en: 'action item due', zh: '行动项到期' }, overdue: { en: 'overdue digest', zh: '逾期汇总' }, gap: { en: 'delivery gap', zh: '送达缺口' },
}

/** Effects for a person: by meeting and step, one line for all that one reason brings. */
export function planText(effects: readonly Effect[], kept: readonly Kept[], terminal: Terminal, language: Language): string {
  const lines: string[] = []
  let meeting = ''
  for (const group of groupEffects(effects)) {
    const first = group[0]
    if (first === undefined) continue
    if (first.meeting !== meeting) lines.push(`\n${paint(terminal, 'bold', printable(first.meeting))}  ${paint(terminal, 'dim', printable(first.file))}`)
    meeting = first.meeting
    const reason = render(first.because.reason, first.because.data ?? {}, language)
    lines.push(`  ${paint(terminal, 'cyan', first.because.clause.padEnd(4))}${KINDS[first.kind][language]}: ${printable(reason)}`)
    lines.push(`      ${group.map((each) => wayText(each)).join(', ')}`)
  }
  if (effects.length === 0) lines.push(language === 'zh' ? '没有要做的事。' : 'Nothing to do.')
  if (kept.length > 0) lines.push(`\n${paint(terminal, 'bold', language === 'zh' ? '有意不做' : 'Deliberately not done')}`)
  for (const each of kept) {
    const reason = render(each.because.reason, each.because.data ?? {}, language)
    lines.push(`  ${paint(terminal, 'dim', each.because.clause.padEnd(4))}${printable(each.meeting || each.file)}: ${printable(reason)}`)
  }
  return `${lines.join('\n').replace(/^\n/, '')}\n`
}

function groupEffects(effects: readonly Effect[]): Effect[][] {
  const groups = new Map<string, Effect[]>()
  for (const effect of effects) {
    const name = JSON.stringify([effect.meeting, effect.kind, effect.because.clause, effect.because.reason.en, effect.because.data])
    groups.set(name, [...(groups.get(name) ?? []), effect])
  }
  return [...groups.values()]
}

function wayText(effect: Effect): string {
  if (effect.way === 'mail') return `mail ${printable(effect.to)}`
  if (effect.way === 'chat') return `chat ${effect.channel}`
  if (effect.way === 'comment') return 'comment'
  if (effect.way === 'reaction') return `reaction ${printable(effect.recipients.join(' '))}`
  return effect.act === 'open' ? 'issue' : `issue ${effect.act}`
}
