import { call, type Api } from './call.ts'

/** What came of a call: `unreachable` where no answer came, else GitHub's status. */
export type Outcome = { readonly status: number } | 'unreachable'

/** Writes a comment on an issue; 201 where it is written. It is not tried again, since a comment that may have been written must not be written twice. */
export async function writeComment(repository: Api, issue: number, body: string, token: string): Promise<Outcome> {
  const answer = await call(repository, `/issues/${issue}/comments`, token, { body })
  return answer === undefined ? 'unreachable' : { status: answer.status }
}
