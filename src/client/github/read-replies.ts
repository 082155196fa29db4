import { answerOfReaction, readAnswer, wordsWritten } from '../../core/process/answer.ts'
import type { Answer } from '../../core/process/ledger.ts'
import { call, type Api } from './call.ts'
import type { Outcome } from './write-comment.ts'

/** What somebody answered on an invitation issue. */
export interface GivenReply {
  /** GitHub login of whom the answer is for. */
  readonly login: string
  readonly answer: Answer
  /** Reason, or the substitute. */
  readonly note?: string
  /** Who wrote it, where it was somebody else. */
  readonly by?: string
}

const PAGE = 100
const MOST_PAGES = 10

interface Said {
  readonly user: { readonly login: string; readonly type: string } | null
  readonly body?: string
  readonly content?: string
}

/** The answers on an invitation issue, in the order given, comments after reactions since they say more; or why they could not be read. Programs answer nothing. */
export async function readReplies(repository: Api, issue: number, token: string | undefined): Promise<readonly GivenReply[] | Outcome> {
  const reactions = await list(repository, `/issues/${issue}/reactions`, token)
  if (!Array.isArray(reactions)) return reactions
  const comments = await list(repository, `/issues/${issue}/comments`, token)
  if (!Array.isArray(comments)) return comments
  return [...reactions.flatMap(reactionOf), ...comments.flatMap(commentOf)]
}

function reactionOf({ user, content = '' }: Said): GivenReply[] {
  const answer = answerOfReaction(content)
  return user === null || user.type === 'Bot' || answer === undefined ? [] : [{ login: user.login, answer }]
}

function commentOf({ user, body }: Said): GivenReply[] {
  if (user === null || user.type === 'Bot') return []
  const read = readAnswer(wordsWritten(body ?? ''))
  if (read === undefined) return []
  const { answer, name, note } = read
  if (answer === 'delegate') return name === undefined ? [] : [{ login: user.login, answer, note: name }]
  const given = { answer, ...(note === undefined ? {} : { note }) }
  return [name === undefined || name === user.login ? { ...given, login: user.login } : { ...given, login: name, by: user.login }]
}

async function list(repository: Api, path: string, token: string | undefined): Promise<Said[] | Outcome> {
  const all: Said[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await call(repository, `${path}?per_page=${PAGE}&page=${page}`, token)
    if (answer === undefined) return 'unreachable'
    if (answer.status !== 200) return { status: answer.status }
    const found: unknown = await answer.json().catch(() => undefined)
    if (!Array.isArray(found)) return 'unreachable'
    all.push(...found as Said[])
    if (found.length < PAGE) break
  }
  return all
}
