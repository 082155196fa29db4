import { createHash } from 'node:crypto'
import type { Language } from '../core/messages/message.ts'
import { indexLines, positionAt } from '../core/text/lines.ts'
import { RULES } from '../core/rules/index.ts'
import { VERSION } from '../app/version.ts'
import type { ShownFile, ShownProblem } from './shown.ts'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** SARIF 2.1.0, columns in UTF-16 units. */
export function formatSarif(files: readonly ShownFile[], language: Language): string {
  const rules = RULES.map((rule) => ({
    id: rule.id, shortDescription: { text: rule.summary[language] }, helpUri: `https://github.com/convoke/convoke/blob/main/docs/rules/${rule.id}.md`,
    properties: { tags: rule.clauses },
  }))
  const results = files.flatMap((each) => each.problems.map((problem) => result(each, problem)))
  const driver = { name: 'convoke', semanticVersion: VERSION, informationUri: 'https://github.com/convoke/convoke', rules }
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  })}\n`
}

function result({ file, text }: ShownFile, { rule, severity, message, range, fixes }: ShownProblem): object {
  const lines = indexLines(text)
  const region = (start: number, end: number): object => toRegion(positionAt(lines, start), positionAt(lines, end))
  const artifactLocation = { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
  const repairs = fixes.filter((fix) => fix.edits.length > 0 && !fix.creates).map((fix) => ({
    description: { text: fix.title },
    artifactChanges: [{ artifactLocation, replacements: fix.edits.map((edit) => ({ deletedRegion: region(edit.range.start, edit.range.end), insertedContent: { text: edit.text } })) }],
  }))
  const line = text.split(/\r\n|\n|\r/)[range.start.line] ?? ''
  return {
    ruleId: rule, level: LEVELS[severity], message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: toRegion(range.start, range.end) } }],
    partialFingerprints: { 'convoke/v1': createHash('sha256').update(`${rule}\n${line.trim()}\n${message}`).digest('hex').slice(0, 32) },
    ...(repairs.length === 0 ? {} : { fixes: repairs }),
  }
}

function toRegion(start: { line: number; character: number }, end: { line: number; character: number }): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 }
}
