import { answerOfReaction } from '../../core/process/answer.ts'
import type { Reply } from '../../core/process/ledger.ts'
import type { Inbox, Replies, ReplyRequest } from '../../ports/messages.ts'
import { failure, statusOf, type GitHub } from './client.ts'

/** A run asks for the reactions of so many issues at most; the others are asked for when something of theirs is due again. */
const MOST_ISSUES = 50
const PAGE = 100

/**
 * Answers as reactions on the invitation issue: 👍 for yes, 👎 for no. GitHub lists them by issue only, and tells nobody of them, so
 * they are read for the meetings that a run looks at anyway: those that changed, and those of which something is due, as at the
 * reply deadline.
 */
export function reactionInbox(hub: GitHub): Inbox {
  return {
    name: 'reactions',
    async replies(request) {
      try {
        return await readReactions(hub, request)
      } catch (error) {
        return { replies: new Map(), unreadable: [], whole: false, fault: failure('list reactions', error).message }
      }
    },
  }
}

async function readReactions({ rest, owner, repo, isOwn }: GitHub, { byIssue, looked }: ReplyRequest): Promise<Replies> {
  const replies = new Map<string, Reply[]>()
  const wanted = [...byIssue].filter(([, meeting]) => looked.has(meeting)).slice(0, MOST_ISSUES)
  for (const [number, meeting] of wanted) {
    try {
      const { data } = await rest.reactions.listForIssue({ owner, repo, issue_number: number, per_page: PAGE })
      replies.set(meeting, data.flatMap(({ content, user }): Reply[] => {
        const answer = answerOfReaction(content)
        return answer === undefined || user === null || isOwn(user) || user.type === 'Bot' ? [] : [{ person: `@${user.login}`, answer, reaction: true }]
      }))
    } catch (error) {
      // The issue was deleted or moved.
      if (![404, 410].includes(statusOf(error) ?? 0)) throw error
    }
  }
  return { replies, unreadable: [], whole: false }
}
