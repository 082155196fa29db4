import type { Effect, Kind } from '../../process/effect.ts'
import type { Language, Message } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'

/** What each step of the process is called where a plan is shown. */
export const STEPS: Readonly<Record<Kind, Message>> = {
  invitation: { en: 'invitation', zh: '邀请' }, response: { en: 'reply', zh: '回复' }, change: { en: 'change', zh: '变更' }, cancellation: { en: 'cancellation', zh: '取消' }, chase: { en: 'asked again', zh: '再次询问' },
  reminder: { en: 'reminder', zh: '提醒' }, 'minutes-reminder': { en: 'minutes wanted', zh: '催写纪要' }, minutes: { en: 'minutes', zh: '纪要' }, action: { en: 'action item', zh: '行动项' },
  notice: { en: 'notice at once', zh: '即时通知' }, proposal: { en: 'pull request', zh: '拉取请求' },
  'action-reminder': { en: 'action item due', zh: '行动项到期' }, overdue: { en: 'overdue digest', zh: '逾期汇总' }, gap: { en: 'delivery gap', zh: '送达缺口' },
}

/** Effects in groups that one reason brings about, in the order of the plan. */
export function groupEffects(effects: readonly Effect[]): Effect[][] {
  const groups = new Map<string, Effect[]>()
  for (const effect of effects) {
    const name = JSON.stringify([effect.meeting, effect.kind, effect.because.clause, effect.because.reason.en, effect.because.data])
    groups.set(name, [...(groups.get(name) ?? []), effect])
  }
  return [...groups.values()]
}

/** An effect's reason in a language's words. */
export function reasonOf({ because: { reason, data = {} } }: Pick<Effect, 'because'>, language: Language): string {
  return render(reason, data, language)
}
