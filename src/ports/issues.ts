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
  /** Number of the issue above it. */
  readonly parent?: number
}

/**
 * The forge's issues, as narrow as the process needs them. Only objects that the tool's own identity wrote count for a key.
 * Every method may throw DeliveryError.
 */
export interface Issues {
  /** The lowest number among the issues that carry the key. */
  find(key: string): Promise<number | undefined>
  create(issue: NewIssue): Promise<number>
  body(number: number): Promise<string>
  setBody(number: number, body: string): Promise<void>
  /** Closing a closed issue changes nothing. */
  close(number: number): Promise<void>
  hasComment(number: number, key: string): Promise<boolean>
  comment(number: number, key: string, body: string): Promise<void>
  /** Those of the numbers whose issue is closed. */
  closed(numbers: readonly number[]): Promise<ReadonlySet<number>>
}
