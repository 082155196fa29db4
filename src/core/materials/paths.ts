/** What a written link or path means to the repository. */
export type Target =
  | { readonly kind: 'inside'; readonly path: string }
  /** Leads out of the repository's root. */
  | { readonly kind: 'outside' }
  /** A web address, a mail address, a place on the same page: nothing to look for. */
  | { readonly kind: 'elsewhere' }

/** A material's path, which starts at the repository's root (FORMAT 1). */
export function resolveMaterial(path: string): Target {
  const written = path.trim().replace(/\\/g, '/')
  if (isLocal(written)) return { kind: 'outside' }
  if (/^[a-z][a-z\d+.-]+:/i.test(written) || written.startsWith('//')) return { kind: 'elsewhere' }
  return normalize(written.split('/'))
}

/** A link in the body, which starts at the file as Markdown has it; one that begins with `/` starts at the root. */
export function resolveLink(file: string, url: string): Target {
  const written = url.trim().replace(/&amp;/g, '&').replace(/\\([!-/:-@[-`{-~])/g, '$1')
  if (isLocal(written)) return { kind: 'outside' }
  if (written === '' || written.startsWith('#') || written.startsWith('?') || /^[a-z][a-z\d+.-]*:/i.test(written) || written.startsWith('//')) return { kind: 'elsewhere' }
  const bare = written.replace(/[?#].*$/s, '')
  const path = decode(bare)
  if (path === undefined || bare === '') return { kind: 'elsewhere' }
  return normalize(path.startsWith('/') ? path.split('/') : [...file.split('/').slice(0, -1), ...path.split('/')])
}

/** A place on the writer's own machine: a drive, a home folder, a `file:` address. */
function isLocal(written: string): boolean {
  return /^(?:file:|[a-z]:[\\/]|~\/)/i.test(written)
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone percent sign belongs to the name.
    return text
  }
}

function normalize(parts: readonly string[]): Target {
  const kept: string[] = []
  for (const part of parts) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.pop() === undefined) return { kind: 'outside' }
  }
  return kept.length === 0 ? { kind: 'elsewhere' } : { kind: 'inside', path: kept.join('/') }
}

/** A path's ending in small letters, with the dot; empty where there is none. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/** A path's name without folder and ending. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? name : name.slice(0, dot)
}

const DATA = new Set(['.csv', '.tsv', '.xlsx', '.xlsm', '.xls', '.ods', '.json', '.parquet'])
const SHEETS = new Set(['.csv', '.tsv', '.xlsx', '.xlsm', '.xls', '.ods'])
const DECKS = new Set(['.pptx', '.pptm', '.ppt', '.odp', '.key'])
const PICTURES = new Set(['.png', '.svg', '.jpg', '.jpeg', '.gif', '.webp', '.avif', '.bmp'])
const REPORTS = new Set(['.pbix', '.pbit', '.twb', '.twbx', '.rdl'])

/** Files whose age is the age of data (A13). */
export function isData(path: string): boolean {
  return DATA.has(endingOf(path))
}

/** Spreadsheets, for which a chart is asked (A14). */
export function isSheet(path: string): boolean {
  return SHEETS.has(endingOf(path))
}

/** Presentations by their ending; a Markdown deck is one by its content. */
export function isDeck(path: string): boolean {
  return DECKS.has(endingOf(path))
}

export function isMarkdown(path: string): boolean {
  return endingOf(path) === '.md' || endingOf(path) === '.markdown'
}

/** A picture or a BI report, which shows data as a chart. */
export function showsChart(path: string): boolean {
  return PICTURES.has(endingOf(path)) || REPORTS.has(endingOf(path))
}
