import type { Clause } from '../../src/core/messages/clause.ts'
import type { Message } from '../../src/core/messages/message.ts'

const LIVE = { en: 'the editor’s live mode', zh: '编辑器的会中模式' }

/** What is still to come for a clause. */
export const LATER: Readonly<Partial<Record<Clause, Message>>> = {
  A16: { en: 'the pre-flight list that somebody ticks', zh: '可逐项打勾的会前检查单' },
  C1: LIVE,
  C3: LIVE,
  C4: LIVE,
  C5: LIVE,
  C6: LIVE,
  E3: LIVE,
  E4: LIVE,
}
