import type { Snapshot } from '../process/snapshot.ts'
import { actionDueNotice, actionNotice, overdueNotice, type MeetingAction } from './notice/actions.ts'
import { cancellationNotice, changeNotice, chaseNotice, withdrawalNotice } from './notice/changes.ts'
import { callSheetNotice, gapNotice, type Call, type Gap } from './notice/delivery.ts'
import { invitationNotice } from './notice/invitation.ts'
import { minutesNotice, minutesWantedNotice, type ActionText, type MinutesText } from './notice/minutes.ts'
import type { Notice } from './notice/notice.ts'
import type { Directory, Reader } from './notice/reader.ts'
import { reminderNotice } from './notice/reminder.ts'
import type { Ways } from './notice/reply.ts'

/** Everything that people are ever told, as data. One effect is about one occasion; sinks and receivers differ. */
export type Occasion =
  | { readonly kind: 'invitation'; readonly snapshot: Snapshot }
  | { readonly kind: 'change'; readonly before: Snapshot; readonly snapshot: Snapshot }
  /** One person is no longer asked to come. */
  | { readonly kind: 'withdrawal'; readonly snapshot: Snapshot }
  | { readonly kind: 'cancellation'; readonly snapshot: Snapshot; readonly reason?: string }
  /** `who`: keys of those whose answer is awaited. */
  | { readonly kind: 'chase'; readonly snapshot: Snapshot; readonly who: readonly string[] }
  | { readonly kind: 'call-sheet'; readonly snapshot: Snapshot; readonly calls: readonly Call[] }
  /** `before`: minutes from now to the start. `last`: the way there and the tests come with it (C1, C2). */
  | { readonly kind: 'reminder'; readonly snapshot: Snapshot; readonly before: number; readonly last: boolean }
  /** `within`: minutes after the end by which minutes are due. */
  | { readonly kind: 'minutes-reminder'; readonly snapshot: Snapshot; readonly late: boolean; readonly within: number }
  | { readonly kind: 'minutes'; readonly snapshot: Snapshot; readonly minutes: MinutesText }
  /** `issue`: URL of the meeting's issue. */
  | { readonly kind: 'action'; readonly snapshot: Snapshot; readonly action: ActionText; readonly issue?: string }
  | { readonly kind: 'action-reminder'; readonly action: MeetingAction; readonly today: boolean }
  | { readonly kind: 'overdue'; readonly actions: readonly MeetingAction[] }
  | { readonly kind: 'gap'; readonly snapshot: Snapshot; readonly gaps: readonly Gap[] }

/** What a reader is told on an occasion, in their language, ready for any sink. */
export function noticeOf(occasion: Occasion, reader: Reader, directory: Directory, ways: Ways = {}): Notice {
  switch (occasion.kind) {
    case 'invitation':
      return invitationNotice(occasion.snapshot, reader, directory, ways)
    case 'change':
      return changeNotice(occasion.before, occasion.snapshot, reader, directory, ways)
    case 'withdrawal':
      return withdrawalNotice(occasion.snapshot, reader, directory)
    case 'cancellation':
      return cancellationNotice(occasion.snapshot, occasion.reason, reader, directory)
    case 'chase':
      return chaseNotice(occasion.snapshot, occasion.who, reader, directory, ways)
    case 'call-sheet':
      return callSheetNotice(occasion.snapshot, occasion.calls, reader, directory)
    case 'reminder':
      return reminderNotice(occasion.snapshot, occasion, reader, directory, ways)
    case 'minutes-reminder':
      return minutesWantedNotice(occasion.snapshot, occasion.late, occasion.within, reader, directory)
    case 'minutes':
      return minutesNotice(occasion.snapshot, occasion.minutes, reader, directory)
    case 'action':
      return actionNotice(occasion.snapshot, occasion.action, reader, occasion.issue)
    case 'action-reminder':
      return actionDueNotice(occasion.action, occasion.today, reader, directory)
    case 'overdue':
      return overdueNotice(occasion.actions, reader, directory)
    case 'gap':
      return gapNotice(occasion.snapshot, occasion.gaps, reader)
  }
}
