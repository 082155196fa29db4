import * as core from '@actions/core'

export interface Place {
  /** From the repository's root. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column?: number
}

/** Where a run tells what it found and did: annotations, the log, the job's summary and outputs. */
export interface Reporter {
  readonly error: (message: string, place?: Place) => void
  readonly warning: (message: string, place?: Place) => void
  readonly notice: (message: string, place?: Place) => void
  /** A line of the log. */
  readonly info: (message: string) => void
  /** Text that must never be printed. */
  readonly mask: (text: string) => void
  readonly output: (name: string, value: string | number) => void
  /** Markdown, put behind what the summary holds. */
  readonly summary: (markdown: string) => Promise<void>
  /** Ends the job as failed, with a reason. */
  readonly fail: (message: string) => void
}

/** A summary of a step holds 1 MiB (GitHub's limit); what is longer is refused whole, so it is cut. */
const LONGEST_SUMMARY = 900_000

/** GitHub's own toolkit. */
export function actionsReporter(): Reporter {
  const at = (place: Place | undefined): core.AnnotationProperties => {
    if (place === undefined) return {}
    return { file: place.file, startLine: place.line, ...(place.column === undefined ? {} : { startColumn: place.column }) }
  }
  return {
    error: (message, place) => core.error(message, at(place)),
    warning: (message, place) => core.warning(message, at(place)),
    notice: (message, place) => core.notice(message, at(place)),
    // No title of a meeting starts a workflow command.
    info: (message) => core.info(message.replace(/^(\s*)(?:::|##\[)/gm, '$1· ')),
    mask: (text) => {
      // A mask of a sign or two would blot out the whole log.
      if (text.trim().length > 3) core.setSecret(text)
    },
    output: (name, value) => core.setOutput(name, value),
    summary: async (markdown) => {
      const text = markdown.length > LONGEST_SUMMARY ? `${markdown.slice(0, LONGEST_SUMMARY)}\n\n…` : markdown
      try {
        await core.summary.addRaw(text, true).write()
      } catch {
        core.info(text)
      }
    },
    fail: (message) => core.setFailed(message),
  }
}
