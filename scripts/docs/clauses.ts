import type { Clause } from '../../src/core/messages/clause.ts'
import { CLAUSE_TEXTS } from '../../src/core/messages/clause-texts.ts'
import type { Message } from '../../src/core/messages/message.ts'

/** What a clause asks, in a few words, and what is still to come for it. */
export interface ClauseText {
  readonly asks: Message
  readonly later?: Message
}

const LIVE = { en: 'the editor’s live mode', zh: '编辑器的会中模式' }

const LATER: Readonly<Partial<Record<Clause, Message>>> = {
  A16: { en: 'the pre-flight list that somebody ticks', zh: '可逐项打勾的会前检查单' },
  C1: LIVE,
  C3: LIVE,
  C4: LIVE,
  C5: LIVE,
  C6: LIVE,
  E3: LIVE,
  E4: LIVE,
}

/** The procedure in one line a clause. */
export const CLAUSES: Readonly<Record<Clause, ClauseText>> = Object.fromEntries(Object.entries(CLAUSE_TEXTS).map(([clause, asks]) => {
  const later = LATER[clause as Clause]
  return [clause, later === undefined ? { asks } : { asks, later }]
}))
