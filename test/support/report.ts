import { parseConfig } from '../../src/core/config/parse.ts'
import { indexWorkspace } from '../../src/core/lint/workspace.ts'
import type { FileFact } from '../../src/core/materials/facts.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import { judgeForReport } from '../../src/core/report/judge.ts'
import type { PastFigures, Report } from '../../src/core/report/model.ts'
import { reportOf } from '../../src/core/report/report.ts'
import { CONFIG, NOW } from './rule.ts'

/** What surrounds the files of a report. */
export interface Around {
  readonly config?: string
  readonly now?: string
  readonly facts?: Readonly<Record<string, FileFact>>
  readonly past?: PastFigures
}

/** The report of some files, given by path as text; the door of the tests of reports. */
export function report(files: Readonly<Record<string, string>>, around: Around = {}): Report {
  const { config: configText = CONFIG, past = { state: 'off' } } = around
  const { config } = parseConfig(configText)
  const now = Date.parse(around.now ?? NOW)
  const facts = new Map(Object.entries(around.facts ?? {}))
  const read = Object.entries(files).map(([file, text]) => ({ file, text, ...parse(text) }))
  const workspace = indexWorkspace(read, config, now)
  const judged = read.map(({ file, text, meeting, problems: syntax }) => {
    return { file, text, meeting, named: false, problems: judgeForReport({ file, text, meeting, syntax, config, now, facts, workspace, named: false }) }
  })
  return reportOf({ files: judged, config, facts, now }, past)
}

/** One clause's figures as `kept+remarked-broken of judged`. */
export function clause({ clauses }: Pick<Report, 'clauses'>, wanted: string): string {
  const figure = clauses.find((each) => each.clause === wanted)
  if (figure === undefined) return 'absent'
  return figure.off ? 'off' : `${figure.kept}+${figure.remarked}-${figure.broken} of ${figure.judged}`
}
