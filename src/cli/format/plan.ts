import type { Effect, Kept } from '../../core/process/effect.ts'
import type { Language } from '../../core/messages/message.ts'
import { render } from '../../core/messages/render.ts'
import { groupEffects, STEPS } from '../../core/render/plan/words.ts'
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
    lines.push(`  ${paint(terminal, 'cyan', first.because.clause.padEnd(4))}${STEPS[first.kind][language]}: ${printable(reason)}`)
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

function wayText(effect: Effect): string {
  if (effect.way === 'mail') return `mail ${printable(effect.to)}`
  if (effect.way === 'chat') return `chat ${effect.channel}`
  if (effect.way === 'comment') return 'comment'
  if (effect.way === 'reaction') return `reaction ${printable(effect.recipients.join(' '))}`
  if (effect.way === 'pull-request') return 'pull request'
  return effect.act === 'open' ? 'issue' : `issue ${effect.act}`
}
