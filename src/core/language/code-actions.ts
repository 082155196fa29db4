import { writeSetting } from '../config/write.ts'
import type { Problem } from '../lint/lint.ts'
import type { Message } from '../messages/message.ts'
import { render } from '../messages/render.ts'
import type { Fix, NewFile } from '../rules/rule.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Range } from '../text/range.ts'
import type { LanguageContext } from './context.ts'
import { CONFIG_FILE } from './references.ts'
import { refactorings } from './refactorings.ts'
import type { CodeAction, RepositoryEdit } from './shapes.ts'

const MESSAGES = {
  all: { en: 'Repair everything that can be repaired safely', zh: '修复所有可以安全修复的问题' },
} satisfies Record<string, Message>

/**
 * What can be done at a span: the fixes of the problems that touch it, then changes that mend nothing. A fix whose setting finds no place in
 * `.convoke.yml` is left out.
 */
export function codeActions(context: LanguageContext, problems: readonly Problem[], range: Range): CodeAction[] {
  const found: CodeAction[] = []
  for (const [problem, { range: place, fixes }] of problems.entries()) {
    if (place.start > range.end || place.end < range.start) continue
    const safe = fixes.filter((fix) => fix.safe).length
    for (const fix of fixes) {
      const edit = editOf(context, fix)
      if (edit === undefined) continue
      found.push({ title: render(fix.title, fix.data ?? {}, context.language), kind: 'quickfix', problem, preferred: fix.safe && safe === 1, edit, safe: fix.safe })
    }
  }
  return [...found, ...refactorings(context, range)]
}

/** All safe fixes of the file at once; where two would touch the same text, the first one. Undefined where there is none. */
export function fixAll(context: LanguageContext, problems: readonly Problem[]): CodeAction | undefined {
  const edits: TextEdit[] = []
  for (const { fixes } of problems) {
    const fix = fixes.find((each) => each.safe && each.settings === undefined && each.creates === undefined)
    if (fix === undefined || fix.edits.length === 0 || fix.edits.some((edit) => edits.some((known) => touches(edit.range, known.range)))) continue
    edits.push(...fix.edits)
  }
  if (edits.length === 0) return undefined
  return { title: MESSAGES.all[context.language], kind: 'source.fixAll', preferred: true, edit: { edits: new Map([[context.file, edits]]), creates: [] }, safe: true }
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** A fix as edits: of the file, of `.convoke.yml`, and of new files. */
function editOf({ file, text, configText }: LanguageContext, fix: Fix): RepositoryEdit | undefined {
  const edits = new Map<string, readonly TextEdit[]>()
  if (fix.edits.length > 0) edits.set(file, fix.edits)
  const creates: NewFile[] = [...fix.creates ?? []]
  const settings: TextEdit[] = []
  for (const { path, value } of fix.settings ?? []) {
    const written = configText === undefined ? undefined : writeSetting(configText, path, value)
    if (written === undefined) return undefined
    settings.push(...written)
  }
  if (settings.length > 0) edits.set(CONFIG_FILE, settings)
  return text.length === 0 && edits.size === 0 && creates.length === 0 ? undefined : { edits, creates }
}
