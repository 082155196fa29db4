import type { Config } from '../../core/config/model.ts'
import type { PersonSummary } from '../../server/protocol.ts'
import type { GivenReply } from './read-replies.ts'

/** One line of the list of answers; without `reply` where somebody has not answered. */
export interface AnswerLine {
  readonly name: string
  readonly reply?: GivenReply
}

/**
 * What everybody answered last: those who are asked, in their order, then others who answered. For somebody else only the organizer speaks,
 * as in the process itself.
 */
export function answersOf(replies: readonly GivenReply[], attendees: readonly PersonSummary[], organizer: PersonSummary | undefined, people: Config['people']): readonly AnswerLine[] {
  const byLogin = new Map([...people.values()].flatMap((person) => (person.github === undefined ? [] : [[person.github.toLowerCase(), person.key] as const])))
  const keyOf = (login: string): string => (people.has(login) ? login : byLogin.get(login.toLowerCase()) ?? `@${login}`)
  const last = new Map<string, GivenReply>()
  for (const reply of replies) if (reply.by === undefined || keyOf(reply.by) === organizer?.key) last.set(keyOf(reply.login), reply)
  const asked = attendees.filter(({ key }) => key !== organizer?.key)
  const others = [...last.keys()].filter((key) => key !== organizer?.key && !asked.some((each) => each.key === key)).map((key): PersonSummary => ({ key, name: people.get(key)?.name ?? key }))
  return [...asked, ...others].map(({ key, name }) => {
    const reply = last.get(key)
    return { name, ...(reply === undefined ? {} : { reply }) }
  })
}
