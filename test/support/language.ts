import assert from 'node:assert/strict'
import { parseConfig } from '../../src/core/config/parse.ts'
import { codeActions, fixAll } from '../../src/core/language/code-actions.ts'
import { completions } from '../../src/core/language/completion/complete.ts'
import type { LanguageContext } from '../../src/core/language/context.ts'
import { hover } from '../../src/core/language/hover/hover.ts'
import { inlayHints } from '../../src/core/language/inlay-hints.ts'
import { definitionsOf, referencesOf } from '../../src/core/language/references.ts'
import { prepareRename, rename } from '../../src/core/language/rename.ts'
import type { CodeAction, Completion, RepositoryEdit } from '../../src/core/language/shapes.ts'
import { subjectAt } from '../../src/core/language/subjects.ts'
import { lint, type Problem } from '../../src/core/lint/lint.ts'
import { indexWorkspace } from '../../src/core/lint/workspace.ts'
import type { FileFact } from '../../src/core/materials/facts.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import type { Language } from '../../src/core/messages/message.ts'
import { applyEdits } from '../../src/core/text/edit.ts'
import { indexLines, positionAt } from '../../src/core/text/lines.ts'
import type { Range } from '../../src/core/text/range.ts'
import { CONFIG, NOW } from './rule.ts'

/** The cursor in a text that goes in; two of them mark a span. */
export const CURSOR = '‸'

/** What surrounds the open file. */
export interface Scene {
  readonly file?: string
  readonly others?: Readonly<Record<string, string>>
  readonly config?: string
  readonly now?: string
  /** The reader's language. */
  readonly language?: Language
  readonly facts?: Readonly<Record<string, FileFact>>
  readonly paths?: readonly string[]
  readonly repositoryUrl?: string
}

export interface Opened {
  readonly context: LanguageContext
  readonly text: string
  readonly offset: number
  readonly range: Range
  readonly problems: readonly Problem[]
}

/** Opens a file as an editor would, within a repository of other files. */
export function open(marked: string, scene: Scene = {}): Opened {
  const { file = 'meetings/a.md', others = {}, config: configText = CONFIG, now = NOW, language = 'en', facts = {}, paths, repositoryUrl } = scene
  const [first = '', ...rest] = marked.split(CURSOR)
  const text = [first, ...rest].join('')
  const offset = first.length
  const range = { start: offset, end: rest.length > 1 ? offset + (rest[0] ?? '').length : offset }
  const { config } = parseConfig(configText)
  const texts: Readonly<Record<string, string>> = { ...others, [file]: text }
  const files = Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => ({ file: name, ...parse(each) }))
  const own = files.find((each) => each.file === file)
  assert.ok(own !== undefined)
  const instant = Date.parse(now)
  const workspace = indexWorkspace(files, config, instant)
  const context: LanguageContext = {
    file, text, lines: indexLines(text), syntax: own.problems, meeting: own.meeting, config, configText, now: instant, language, facts: new Map(Object.entries(facts)), workspace,
    files, textOf: (name) => texts[name], ...(paths === undefined ? {} : { paths }), ...(repositoryUrl === undefined ? {} : { repositoryUrl }),
  }
  const problems = lint({ ...context, named: false })
  return { context, text, offset, range, problems }
}

/** The proposals at the cursor, as `label — detail`, in their order. */
export function proposed(marked: string, scene: Scene = {}): string[] {
  const { items } = at(marked, scene)
  return items.map(({ label, detail }) => (detail === undefined ? label : `${label} — ${detail}`))
}

function at(marked: string, scene: Scene): { opened: Opened; items: readonly Completion[] } {
  const opened = open(marked, scene)
  const { items } = completions(opened.context, opened.offset)
  return { opened, items: [...items].sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0)) }
}

/**
 * The text after accepting the proposal with this label, as a client would: it has to pass the client's filter with what is typed, and
 * replace what is around the cursor. A snippet's places are filled with what stands in them.
 */
export function accept(marked: string, label: string, scene: Scene = {}): string {
  return accepted(marked, label, scene).replace(CURSOR, '')
}

/** The same with the cursor behind what was written. */
export function accepted(marked: string, label: string, scene: Scene = {}): string {
  const { opened: { text, offset }, items } = at(marked, scene)
  const item = items.find((each) => each.label === label)
  assert.ok(item !== undefined, `“${label}” is not among: ${items.map((each) => each.label).join(', ')}`)
  assert.ok(item.edit.range.start <= offset && offset <= item.edit.range.end, 'the cursor lies in what is replaced')
  assert.ok(!/[\r\n]/.test(text.slice(item.edit.range.start, item.edit.range.end)), 'LSP: what is replaced is on one line')
  const typed = text.slice(item.edit.range.start, offset)
  assert.ok(isSubsequence(typed.trim(), item.filter), `“${typed}” would filter “${item.filter}” out`)
  const after = applyEdits(text, [{ range: item.edit.range, text: `${item.isSnippet ? expand(item.edit.text) : item.edit.text}${CURSOR}` }])
  assert.ok(after !== undefined)
  return after
}

/** How a client filters: the typed letters come in the filter's order; case does not count. */
function isSubsequence(typed: string, filter: string): boolean {
  let found = 0
  for (const letter of filter.toLowerCase()) if (letter === typed.toLowerCase().charAt(found)) found++
  return found >= typed.length
}

/** A snippet of LSP's syntax with its defaults. */
function expand(snippet: string): string {
  return snippet.replace(/\$\{\d+\|((?:[^|\\]|\\.)*?)(?:(?<!\\),(?:[^|\\]|\\.)*)?\|\}/g, '$1').replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1').replace(/\$\{?\d+\}?/g, '').replace(/\\([\\$},|])/g, '$1')
}

/** What is told at the cursor; undefined for nothing. */
export function told(marked: string, scene: Scene = {}): string | undefined {
  const { context, offset, problems } = open(marked, scene)
  return hover(context, offset, problems)?.contents
}

/** The text with its hints in `«»`, as an editor shows it. */
export function hinted(text: string, scene: Scene = {}): string {
  const { context } = open(text, scene)
  const hints = inlayHints(context, { start: 0, end: text.length })
  const shown = applyEdits(text, hints.map(({ offset, label }) => ({ range: { start: offset, end: offset }, text: `«${label}»` })))
  assert.ok(shown !== undefined)
  return shown
}

/** The actions offered at the cursor or span, as `kind title`. */
export function offered(marked: string, scene: Scene = {}): string[] {
  const { context, range, problems } = open(marked, scene)
  return codeActions(context, problems, range).map(({ kind, title }) => `${kind} ${title}`)
}

/** The repository after an action, chosen by a part of its title: the files that changed. */
export function act(marked: string, title: string, scene: Scene = {}): Record<string, string> {
  const opened = open(marked, scene)
  const action = codeActions(opened.context, opened.problems, opened.range).find((each) => each.title.includes(title))
  assert.ok(action !== undefined, `no action “${title}” among: ${offered(marked, scene).join(', ')}`)
  return carryOut(opened, action.edit)
}

/** The files that "fix all" changes. */
export function fixedAll(text: string, scene: Scene = {}): Record<string, string> {
  const opened = open(text, scene)
  const action: CodeAction | undefined = fixAll(opened.context, opened.problems)
  return action === undefined ? {} : carryOut(opened, action.edit)
}

/** Every changed file after renaming what stands at the cursor; the reason where it is refused. */
export function renamed(marked: string, to: string, scene: Scene = {}): Record<string, string> | string {
  const opened = open(marked, scene)
  const subject = subjectAt(opened.context.meeting, opened.offset, opened.context, opened.text)
  const ready = prepareRename(subject, opened.context, subject === undefined ? '' : opened.text.slice(subject.range.start, subject.range.end))
  if ('refused' in ready) return ready.refused
  assert.equal(opened.text.slice(ready.range.start, ready.range.end).replace(/^["']|["']$/g, ''), ready.placeholder, 'what is renamed is the key itself')
  const edit = rename(subject, to, opened.context)
  return 'refused' in edit ? edit.refused : carryOut(opened, edit)
}

/** Where what stands at the cursor is defined and named, as `file:line:column`. */
export function found(marked: string, what: 'definition' | 'references', scene: Scene = {}): string[] {
  const { context, offset, text } = open(marked, scene)
  const subject = subjectAt(context.meeting, offset, context, text)
  if (subject === undefined) return []
  const places = what === 'definition' ? definitionsOf(subject, context) : referencesOf(subject, context, false)
  return places.map(({ file, range }) => {
    const { line, character } = positionAt(indexLines(textOf(context, file)), range.start)
    return `${file}:${line + 1}:${character + 1}`
  })
}

function textOf(context: LanguageContext, file: string): string {
  return (file === '.convoke.yml' ? context.configText : context.textOf?.(file)) ?? ''
}

function carryOut({ context }: Opened, { edits, creates }: RepositoryEdit): Record<string, string> {
  const changed: Record<string, string> = {}
  for (const [file, own] of edits) {
    const after = applyEdits(textOf(context, file), own)
    assert.ok(after !== undefined, `the edits of ${file} overlap`)
    changed[file] = after
  }
  for (const { path, text } of creates) changed[path] = text
  return changed
}
