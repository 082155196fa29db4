import type { ShownFile } from './shown.ts'

/** The findings as data: zero-based lines, UTF-16 units, files without problems left out. */
export function formatJson(files: readonly ShownFile[]): string {
  return `${JSON.stringify({
    version: 1,
    files: files.map(({ file, problems }) => ({
      file,
      problems: problems.map(({ rule, clauses, severity, message, range, fixes }) => ({
        rule, clauses, severity, message, range, fixes: fixes.map(({ title }) => ({ title })),
      })),
    })),
  })}\n`
}
