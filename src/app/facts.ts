import type { Deck, FactRequest, FileFact, Facts, Sheet, Unreadable } from '../core/materials/facts.ts'
import { endingOf, isMarkdown, stemOf } from '../core/materials/paths.ts'
import { closest } from '../core/text/similar.ts'
import type { Files } from '../ports/files.ts'
import type { History } from '../ports/history.ts'

/** Office files above this size are not opened. */
const LARGEST = 100 * 1024 * 1024

/** Finds out what the rules want to know of files: each path once, git asked once for all of them. */
export async function gatherFacts(requests: readonly FactRequest[], disk: Files, history: History): Promise<Facts> {
  const files = listingOnce(disk)
  const merged = new Map<string, FactRequest>()
  for (const each of requests) {
    const known = merged.get(each.path)
    merged.set(each.path, known === undefined ? each : {
      path: each.path, commit: known.commit || each.commit, deck: known.deck || each.deck, sheet: known.sheet || each.sheet,
    })
  }
  const facts = new Map<string, FileFact>()
  const dated: string[] = []
  for (const request of merged.values()) {
    const found = await files.stat(request.path)
    const state = found === undefined ? 'missing' : found.kind === 'folder' ? 'folder' : 'file'
    if (state === 'file' && request.commit) dated.push(request.path)
    const more = state === 'file' ? await lookInside(request, files) : state === 'missing' ? await lookBeside(request.path, files) : {}
    facts.set(request.path, { state, ...more })
  }
  const commits = await history.lastCommits(dated)
  for (const path of dated) facts.set(path, { state: 'file', ...facts.get(path), committed: commits.get(path) ?? 'unknown' })
  return facts
}

/** Many links lead to the same folder, so its names are asked for once. */
function listingOnce(files: Files): Files {
  const listed = new Map<string, Promise<readonly string[]>>()
  return {
    ...files,
    names: (folder) => {
      let names = listed.get(folder)
      if (names === undefined) listed.set(folder, (names = files.names(folder)))
      return names
    },
  }
}

/** What a path to nothing may have meant: the nearest name in its folder; only case, a letter or two, or the ending differ. */
async function lookBeside(path: string, files: Files): Promise<Partial<FileFact>> {
  const slash = path.lastIndexOf('/')
  const folder = path.slice(0, Math.max(0, slash))
  const names = await files.names(folder)
  const name = path.slice(slash + 1)
  const meant = closest(name, names) ?? names.find((each) => stemOf(each) === stemOf(name) && stemOf(name) !== '')
  return meant === undefined ? {} : { meant: folder === '' ? meant : `${folder}/${meant}` }
}

async function lookInside({ path, deck, sheet }: FactRequest, files: Files): Promise<Partial<FileFact>> {
  const found: { deck?: Deck | Unreadable; sheet?: Sheet | Unreadable; neighbours?: readonly string[] } = {}
  if (deck) {
    const read = isMarkdown(path) ? await readMarkdown(path, files) : await readDeck(path, files)
    if (read !== undefined) found.deck = read
  }
  if (sheet) {
    const read = await readSheet(path, files)
    if (read !== undefined) found.sheet = read
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    found.neighbours = (await files.names(folder)).filter((name) => stemOf(name) === stemOf(path)).map((name) => (folder === '' ? name : `${folder}/${name}`))
      .filter((each) => each !== path)
  }
  return found
}

async function readMarkdown(path: string, files: Files): Promise<Deck | undefined> {
  const read = await files.readText(path, 5 * 1024 * 1024)
  if (!('text' in read) || !read.text.replace(/^\ufeff/, '').startsWith('---')) return undefined
  const { readMarkdownDeck } = await import('../core/materials/markdown-deck.ts')
  return readMarkdownDeck(read.text)
}

async function readDeck(path: string, files: Files): Promise<Deck | Unreadable | undefined> {
  const ending = endingOf(path)
  if (ending !== '.pptx' && ending !== '.pptm' && ending !== '.odp') return undefined
  const bytes = await files.readBytes(path, LARGEST)
  if (bytes === undefined) return { unreadable: 'too large' }
  const { readOdp, readPptx } = await import('../core/materials/office.ts')
  return ending === '.odp' ? readOdp(bytes) : readPptx(bytes)
}

async function readSheet(path: string, files: Files): Promise<Sheet | Unreadable | undefined> {
  const ending = endingOf(path)
  if (ending === '.csv' || ending === '.tsv') return { charts: 0 }
  if (ending !== '.xlsx' && ending !== '.xlsm' && ending !== '.ods') return undefined
  const bytes = await files.readBytes(path, LARGEST)
  if (bytes === undefined) return { unreadable: 'too large' }
  const { readOds, readXlsx } = await import('../core/materials/office.ts')
  return ending === '.ods' ? readOds(bytes) : readXlsx(bytes)
}
