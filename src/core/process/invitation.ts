import type { Because, OpenIssue } from './effect.ts'
import { audience } from './desired.ts'
import { common, type Scene, type Telling } from './scene.ts'
import type { Snapshot } from './snapshot.ts'

const REASON = { en: 'The meeting is merged and has not been announced to them yet.', zh: '会议已合并，尚未通知到。' }
const INSTEAD = { en: '{person} named them as a substitute; they have not been told yet.', zh: '{person} 委托其代为参加，尚未通知到。' }
const ISSUE = { en: 'The meeting is merged; its issue is the invitation and the thread for replies.', zh: '会议已合并；issue 是正式邀请，也用来回复。' }

/** B1: the formal invitation, with everything that B2 and E2 ask for. */
export function invitationTelling({ entry }: Scene, snapshot: Snapshot, insteadOf?: string): Telling {
  const because: Because = insteadOf === undefined ? { clause: 'B1', reason: REASON } : { clause: 'B1', reason: INSTEAD, data: { person: insteadOf } }
  return { kind: 'invitation', revision: entry.revision, because, occasion: { kind: 'invitation', snapshot, ...(insteadOf === undefined ? {} : { insteadOf }) } }
}

/** The invitation issue: opened in any case, whatever the channels are. */
export function openIssue(scene: Scene, snapshot: Snapshot): OpenIssue {
  const people = audience(snapshot).map((each) => each.key)
  const telling: Telling = { ...invitationTelling(scene, snapshot), because: { clause: 'B1', reason: ISSUE } }
  return {
    ...common(scene, telling, 'issue', people), way: 'issue', act: 'open', labels: ['meeting'], assignees: [snapshot.organizer],
    mentions: snapshot.channels.includes('github') ? people : [],
  }
}
