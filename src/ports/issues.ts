import type { Instant } from '../core/arrangement/zone.ts'
import type { IssueState } from '../core/process/ledger.ts'

/** An issue to be opened. */
export interface NewIssue {
  /** Stands in the issue as a marker, by which it is found again. */
  readonly key: string
  readonly title: string
  /** Markdown with the marker and the managed part. */
  readonly body: string
  readonly labels: readonly string[]
  /** Logins. */
  readonly assignees: readonly string[]
  /** Number of the issue above it, to be named in its text. */
  readonly parent?: number
}

export interface IssueText {
  readonly title: string
  readonly body: string
}

/** What people did to issues. */
export interface IssueChanges {
  readonly states: ReadonlyMap<number, IssueState>
  /** Given back in the next run, it asks for what came after; absent where this source keeps no place. */
  readonly mark?: string
}

/**
 * The forge's issues, as narrow as the process needs them. Only objects that the tool's own identity wrote count for a key.
 * Every method may throw DeliveryError.
 */
export interface Issues {
  /** The lowest number among the issues that carry the key and were opened at `since` or later. */
  find(key: string, since: Instant): Promise<number | undefined>
  /** Opens it; where the key turns out to be taken, the lowest number wins and the other is closed as its duplicate. */
  create(issue: NewIssue, since: Instant): Promise<number>
  /** Puts it under another, where issues can stand under each other. Doing it twice changes nothing. */
  putUnder(number: number, parent: number): Promise<void>
  text(number: number): Promise<IssueText>
  edit(number: number, text: IssueText): Promise<void>
  /** Closing a closed issue changes nothing. */
  close(number: number): Promise<void>
  hasComment(number: number, key: string): Promise<boolean>
  /** Where another run turns out to have said it, the earlier comment stays alone. */
  comment(number: number, key: string, body: string): Promise<void>
  /** Marks a comment as read, for its writer to see. Marking twice changes nothing. */
  acknowledge(comment: string): Promise<void>
  /** Where people see an issue and answer on it; absent where issues have no page. */
  readonly url?: (number: number) => string
  /** States that may have changed since the mark; without one, those of `numbers` at least. */
  changes(mark: string | undefined, numbers: readonly number[]): Promise<IssueChanges>
}
