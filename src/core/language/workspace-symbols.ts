import { stemOf } from '../materials/paths.ts'
import type { MeetingFile } from '../rules/rule.ts'
import type { Meeting } from '../meeting/model.ts'
import { at } from '../text/range.ts'
import type { WorkspaceSymbol } from './shapes.ts'

interface Indexed {
  readonly symbol: WorkspaceSymbol
  /** In small letters. */
  readonly words: string
}

const indexed = new WeakMap<Meeting, { readonly file: string; readonly symbols: readonly Indexed[] }>()

/**
 * Meetings, agenda items, decisions and action items of the repository whose words contain every word of the query, in the order of
 * the files; at most `limit`. An empty query gives the meetings alone.
 */
export function workspaceSymbols(files: readonly MeetingFile[], query: string, limit = 200): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const found: WorkspaceSymbol[] = []
  for (const each of files) {
    for (const { symbol, words } of symbolsOf(each)) {
      if (wanted.length === 0 ? symbol.kind !== 'meeting' : !wanted.every((word) => words.includes(word))) continue
      found.push(symbol)
      if (found.length >= limit) return found
    }
  }
  return found
}

function symbolsOf({ file, meeting }: MeetingFile): readonly Indexed[] {
  const known = indexed.get(meeting)
  if (known?.file === file) return known.symbols
  const { fields, frontMatter, agenda, minutes, looseActions } = meeting
  const title = clip(fields.title?.value ?? stemOf(file))
  const made: Indexed[] = []
  const add = (name: string, kind: WorkspaceSymbol['kind'], range: WorkspaceSymbol['range'], more = ''): void => {
    const shown = clip(name)
    if (shown === '') return
    made.push({ symbol: { file, name: shown, kind, range, ...(kind === 'meeting' ? {} : { container: title }) }, words: `${shown} ${more}`.toLowerCase() })
  }
  if (frontMatter !== undefined) add(title, 'meeting', fields.title?.range ?? at(frontMatter.range.start), fields.id?.value)
  for (const item of agenda?.items ?? []) add(item.title.value, 'agenda-item', item.title.range)
  for (const item of minutes?.decisions?.items ?? []) add(item.value, 'decision', item.range)
  for (const item of [...minutes?.actions?.items ?? [], ...looseActions?.items ?? []]) {
    add(item.text.value, 'action-item', item.text.range, item.owners.filter(({ form }) => form !== 'mail').map(({ value }) => `@${value}`).join(' '))
  }
  indexed.set(meeting, { file, symbols: made })
  return made
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 160 ? `${line.slice(0, 159)}…` : line
}
