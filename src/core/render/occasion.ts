import type { Occasion } from '../process/occasion.ts'
import { actionDueNotice, actionNotice, overdueNotice } from './notice/actions.ts'
import { cancellationNotice, changeNotice, chaseNotice, withdrawalNotice } from './notice/changes.ts'
import { callSheetNotice } from './notice/call-sheet.ts'
import { gapNotice } from './notice/delivery.ts'
import { invitationNotice } from './notice/invitation.ts'
import { liveNotice } from './notice/live.ts'
import { minutesNotice, minutesWantedNotice } from './notice/minutes.ts'
import type { Notice } from './notice/notice.ts'
import type { Directory, Reader } from './notice/reader.ts'
import { reminderNotice } from './notice/reminder.ts'
import type { Ways } from './notice/reply.ts'

/** What a reader is told on an occasion, in their language, ready for any sink. */
export function noticeOf(occasion: Occasion, reader: Reader, directory: Directory, ways: Ways = {}): Notice {
  switch (occasion.kind) {
    case 'invitation':
      return invitationNotice(occasion.snapshot, reader, directory, ways, occasion.insteadOf)
    case 'change':
      return changeNotice(occasion.before, occasion.snapshot, reader, directory, ways)
    case 'withdrawal':
      return withdrawalNotice(occasion.snapshot, reader, directory)
    case 'cancellation':
      return cancellationNotice(occasion.snapshot, occasion.reason, reader, directory)
    case 'chase':
      return chaseNotice(occasion.snapshot, occasion.who, reader, directory, ways)
    case 'call-sheet':
      return callSheetNotice(occasion, reader, directory)
    case 'reminder':
      return reminderNotice(occasion.snapshot, occasion, reader, directory, ways)
    case 'minutes-reminder':
      return minutesWantedNotice(occasion.snapshot, occasion.late, occasion.within, reader, directory)
    case 'minutes':
      return minutesNotice(occasion.snapshot, occasion.minutes, reader, directory)
    case 'live':
      return liveNotice(occasion.snapshot, occasion.command, reader, directory, ways)
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
