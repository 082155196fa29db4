/** A change of one file, for somebody to merge. */
export interface Proposal {
  /** Stands in the pull request as a marker, by which it is found again. */
  readonly key: string
  readonly branch: string
  readonly file: string
  /** The whole file as it is proposed. */
  readonly text: string
  readonly title: string
  /** Markdown. */
  readonly body: string
}

/** Pull requests of the tool's own. */
export interface PullRequests {
  /**
   * Opens the pull request, or brings the open one of the same branch up to date. One that carries the key already, in whatever
   * state, is left as people left it. Throws DeliveryError.
   */
  propose(proposal: Proposal): Promise<void>
}
