import { diskFiles } from '../adapters/disk/disk.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import type { ShownFile, ShownProblem } from '../formats/shown.ts'

/** Where a team's own mail templates lie; the same folder as in `src/templates`, which is loaded only where it has some. */
const FOLDER = 'templates/mail'

/** True for a mail template's path. */
export function isTemplate(file: string): boolean {
  return file.startsWith(`${FOLDER}/`) && file.endsWith('.hbs')
}

/** What is wrong with the mail templates of a repository, which are read and never run; `wanted` leaves out others. */
export async function lintTemplates(root: string, wanted: (file: string) => boolean, language: Language): Promise<ShownFile[]> {
  const files = diskFiles(root)
  if (!(await files.names(FOLDER)).some((name) => isTemplate(`${FOLDER}/${name}`))) return []
  const { readTemplates } = await import('../templates/templates.ts')
  const byFile = new Map<string, ShownProblem[]>()
  for (const { file, line, column, message, data } of (await readTemplates(files)).problems) {
    if (!wanted(file)) continue
    const place = { line: line - 1, character: column - 1 }
    byFile.set(file, [...byFile.get(file) ?? [], { rule: 'mail-template', clauses: [], severity: 'error', message: render(message, data, language), range: { start: place, end: place }, fixes: [], related: [] }])
  }
  const shown: ShownFile[] = []
  for (const [file, problems] of byFile) {
    const read = await files.readText(file, 64 * 1024)
    shown.push({ file, text: 'text' in read ? read.text : '', problems })
  }
  return shown
}
