import { readCommand, type GivenCommand } from '../../core/process/command.ts'
import { readAnswer, wordsWritten } from '../../core/process/answer.ts'
import { DAY } from '../../core/arrangement/zone.ts'
import type { Reply } from '../../core/process/ledger.ts'
import type { Inbox, Replies, ReplyRequest } from '../../ports/messages.ts'
import { failure, type GitHub } from './client.ts'
import { isSeen, nextMark, readMark } from './mark.ts'

type Comment = Awaited<ReturnType<GitHub['rest']['issues']['listCommentsForRepo']>>['data'][number]

const PAGE = 100
const MOST_PAGES = 20
/** Without a mark, comments are read back so far: no invitation is older. */
const DAYS_BACK = 30

/**
 * Answers in comments on invitation issues: `/yes`, `/no reason`, `/maybe`, `/delegate @name`, in Chinese alike, or plain words. The
 * repository's comments are read together, from a mark on, so that the cost does not grow with the number of meetings.
 */
export function commentInbox(hub: GitHub): Inbox {
  return {
    name: 'comments',
    async replies(request) {
      try {
        return await readComments(hub, request)
      } catch (error) {
        const { mark } = request
        return { replies: new Map(), unreadable: [], whole: false, fault: failure('list comments', error).message, ...(mark === undefined ? {} : { mark }) }
      }
    },
  }
}

async function readComments(hub: GitHub, { byIssue, mark }: ReplyRequest): Promise<Replies> {
  const { rest, owner, repo, now, isOwn } = hub
  const former = mark === undefined ? undefined : readMark(mark)
  const since = former?.since ?? new Date(now - DAYS_BACK * DAY).toISOString().replace(/\.\d{3}Z$/, 'Z')
  const replies = new Map<string, Reply[]>()
  const commands = new Map<string, GivenCommand[]>()
  const unreadable: string[] = []
  const items: { at: string; name: string }[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await rest.issues.listCommentsForRepo({ owner, repo, since, sort: 'updated', direction: 'asc', per_page: PAGE, page })
    for (const each of data) {
      const item = { at: each.updated_at, name: String(each.id) }
      items.push(item)
      if (isSeen(former, item)) continue
      const number = Number(/\/issues\/(\d+)$/.exec(each.issue_url)?.[1])
      const meeting = byIssue.get(number)
      if (meeting === undefined || isOwn(each.user) || each.user?.type === 'Bot') continue
      const command = readCommand(wordsWritten(each.body ?? ''))
      if (command === 'unclear') unreadable.push(`#${number}, comment ${each.id}`)
      if (command !== undefined) {
        if (command !== 'unclear' && each.user !== null) {
          const trusted = TRUSTED.has(each.author_association)
          commands.set(meeting, [...commands.get(meeting) ?? [], { command, comment: String(each.id), person: `@${each.user.login}`, trusted }])
        }
        continue
      }
      const reply = readComment(each)
      if (reply === 'unclear') unreadable.push(`#${number}, comment ${each.id}`)
      else if (reply !== undefined) replies.set(meeting, [...replies.get(meeting) ?? [], reply])
    }
    if (data.length < PAGE) break
  }
  return { replies, commands, unreadable, whole: false, mark: nextMark(former, items) ?? since }
}

/** What a comment answers: undefined for talk, `unclear` for a command that says nothing. */
function readComment(said: Comment): Reply | 'unclear' | undefined {
  const { id, user } = said
  if (user === null) return undefined
  const words = wordsWritten(said.body ?? '')
  const read = readAnswer(words)
  if (read === undefined) return /^[/／](?:yes|no|maybe|delegate|参加|不参加|待定|委托)/i.test(words) ? 'unclear' : undefined
  const { answer, name, note } = read
  const comment = String(id)
  const person = `@${user.login}`
  if (answer === 'delegate') return name === undefined ? 'unclear' : { person, answer, note: name, comment }
  const reply = { answer, comment, ...(note === undefined ? {} : { note }) }
  return name === undefined ? { ...reply, person } : { ...reply, person: `@${name}`, by: person }
}

/** Those who may write to the repository, or belong to it. */
const TRUSTED = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])
