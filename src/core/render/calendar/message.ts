import type { Occasion } from '../../process/occasion.ts'
import type { Directory, Reader } from '../notice/reader.ts'
import { calendarFor } from './calendar.ts'
import { calendarDescription } from './description.ts'
import type { CalendarEvent } from './event.ts'

/** The calendar part of a mail: its method is the one in its content (RFC 6047 §2.4). */
export interface CalendarMessage {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly content: string
}

/**
 * What a mail on an occasion does to the receiver's calendar: an invitation and a change ask, a cancellation and a withdrawal
 * call off, anything else leaves it alone. For a withdrawal `attendees` holds the receiver only (RFC 5546 §3.2.5).
 */
export function calendarMessage(
  occasion: Occasion, entry: Omit<CalendarEvent, 'snapshot' | 'description' | 'status'>, reader: Reader, directory: Directory,
): CalendarMessage | undefined {
  switch (occasion.kind) {
    case 'invitation':
    case 'change': {
      const { snapshot } = occasion
      const description = calendarDescription(snapshot, reader, directory)
      return { method: 'REQUEST', content: calendarFor({ ...entry, snapshot, description, method: 'REQUEST' }) }
    }
    case 'cancellation': {
      const event: CalendarEvent = { ...entry, snapshot: occasion.snapshot, status: 'CANCELLED' }
      return { method: 'CANCEL', content: calendarFor({ ...event, method: 'CANCEL' }) }
    }
    case 'withdrawal':
      return { method: 'CANCEL', content: calendarFor({ ...entry, snapshot: occasion.snapshot, method: 'CANCEL' }) }
    default:
      return undefined
  }
}
