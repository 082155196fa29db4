import { gatherFacts } from '../app/facts.ts'
import type { FactRequest, FileFact, Facts } from '../core/materials/facts.ts'
import type { Files } from '../ports/files.ts'
import type { History } from '../ports/history.ts'

/** So many paths are looked at before others have their turn. */
const AT_ONCE = 20

/** What is known of files that meetings link to, each looked at once until somebody says that it has changed. */
export class FactCache {
  private readonly files: Files
  private readonly history: History
  private readonly known = new Map<string, FileFact>()
  private readonly asked = new Map<string, FactRequest>()

  constructor(files: Files, history: History) {
    this.files = files
    this.history = history
  }

  /** Facts of at least what is asked; only what is not known yet is looked at. */
  async of(requests: readonly FactRequest[], breathe: () => Promise<void> | undefined = () => undefined): Promise<Facts> {
    const missing = requests.filter((each) => !this.covers(each))
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const some = missing.slice(at, at + AT_ONCE).map((each) => this.merged(each))
      const found = await gatherFacts(some, this.files, this.history)
      for (const each of some) this.asked.set(each.path, each)
      for (const [path, fact] of found) this.known.set(path, fact)
      await breathe()
    }
    return this.known
  }

  /** True where nothing has to be looked at to answer these. */
  has(requests: readonly FactRequest[]): boolean {
    return requests.every((each) => this.covers(each))
  }

  get facts(): Facts {
    return this.known
  }

  /** Forgets a path and its neighbours, since the nearest name to a missing file may be a new one. Gives the paths that were known. */
  forget(path: string): readonly string[] {
    const folder = folderOf(path)
    const gone = [...this.known.keys()].filter((each) => each === path || each.startsWith(`${path}/`) || folderOf(each) === folder)
    for (const each of gone) {
      this.known.delete(each)
      this.asked.delete(each)
    }
    return gone
  }

  private covers({ path, commit, deck, sheet }: FactRequest): boolean {
    const asked = this.asked.get(path)
    return asked !== undefined && (asked.commit || !commit) && (asked.deck || !deck) && (asked.sheet || !sheet)
  }

  private merged(request: FactRequest): FactRequest {
    const asked = this.asked.get(request.path)
    return asked === undefined ? request : { path: request.path, commit: asked.commit || request.commit, deck: asked.deck || request.deck, sheet: asked.sheet || request.sheet }
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
