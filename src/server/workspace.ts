import picomatch from 'picomatch'
import { LARGEST } from '../app/listing.ts'
import type { Config } from '../core/config/model.ts'
import type { LanguageContext } from '../core/language/context.ts'
import type { Problem } from '../core/lint/lint.ts'
import { WorkspaceIndex } from '../core/lint/workspace-index.ts'
import type { Instant } from '../core/arrangement/zone.ts'
import type { Language } from '../core/messages/message.ts'
import { CONFIG_FILE, NO_CONFIGURATION, readConfiguration, type Configuration } from './configuration.ts'
import type { Target } from './convert.ts'
import type { OpenText } from './documents.ts'
import { diskEntry, openEntry, type Entry } from './entry.ts'
import { FactCache } from './fact-cache.ts'
import type { Host, Place } from './host.ts'
import { slices } from './slices.ts'
import type { Root } from './uris.ts'
import { Verdicts, type Known } from './verdicts.ts'

/** Folders whose files are nobody's meetings, as the disk's listing leaves them out. */
const SKIPPED = /(?:^|\/)(?:\.git|node_modules|\.hg|\.svn)\//
/** What has to be made anew; each holds those before it. */
const Wanted = { nothing: 0, index: 1, files: 2 } as const

/**
 * One repository: its configuration, every meeting file read once, and their verdicts, each kept until something it depends on
 * changes. Files that are open in the editor count as they stand there, for themselves and for others.
 */
export class Workspace implements Known {
  readonly root: Root
  readonly place: Place
  private readonly host: Host
  private readonly tell: () => void
  private readonly fail: (error: unknown) => void
  readonly facts: FactCache
  private readonly verdicts = new Verdicts(this)
  private readonly opened = new Map<string, OpenText>()
  private readonly missed = new Set<string>()
  entries = new Map<string, Entry>()
  index: WorkspaceIndex
  private configuration: Configuration = NO_CONFIGURATION
  private matches: (path: string) => boolean = () => false
  private sorted: readonly Entry[] | undefined
  private url: Promise<string | undefined> | undefined
  private listed: Promise<readonly string[]> | undefined
  private loading: Promise<void> | undefined
  private turn = 0
  private wanted: number = Wanted.nothing
  private built: Config | undefined

  constructor(root: Root, place: Place, host: Host, tell: () => void, fail: (error: unknown) => void) {
    this.root = root
    this.place = place
    this.host = host
    this.tell = tell
    this.fail = fail
    this.facts = new FactCache(place.files, place.history)
    this.index = new WorkspaceIndex(this.configuration.config, host.now())
    this.load(Wanted.files)
    this.loaded = this.ready()
  }

  /** Settles when all files have been read once. */
  readonly loaded: Promise<void>

  /** Settles when everything that is known to have changed has been read. */
  async ready(): Promise<void> {
    while (this.loading !== undefined) await this.loading
  }

  get settings(): Configuration {
    return this.configuration
  }

  /** Every meeting file, in the order of their paths. */
  get files(): readonly Entry[] {
    return (this.sorted ??= [...this.entries.values()].sort((a, b) => (a.file < b.file ? -1 : 1)))
  }

  entry(file: string): Entry | undefined {
    return this.entries.get(file)
  }

  /** The text of a file now: the editor's, else the disk's. */
  async textOf(file: string): Promise<string | undefined> {
    const open = this.opened.get(file)
    if (open !== undefined) return open.text
    const read = await this.place.files.readText(file, LARGEST)
    return 'text' in read ? read.text : undefined
  }

  /** Texts that are open in the editor, by path. */
  get texts(): ReadonlyMap<string, OpenText> {
    return this.opened
  }

  isMeeting(file: string): boolean {
    return this.matches(file) && !SKIPPED.test(file)
  }

  /** The file for positions and edits; undefined where it is not known. */
  targetOf(file: string): Target | undefined {
    const open = this.opened.get(file)
    if (open !== undefined) return open
    if (file === CONFIG_FILE) return { uri: this.root.uriOf(file), lines: this.configuration.lines }
    const entry = this.entries.get(file)
    return entry === undefined ? undefined : { uri: this.root.uriOf(file), lines: entry.lines }
  }

  /** All that a language feature looks at; undefined for a file that is no meeting or cannot be read. */
  async context(file: string, language: Language, paths = false): Promise<LanguageContext | undefined> {
    const entry = this.entries.get(file)
    if (entry === undefined || entry.isUnread) return undefined
    const facts = this.facts.has(entry.wants) ? this.facts.facts : await this.facts.of(entry.wants)
    const [url, others] = [await (this.url ??= this.place.repositoryUrl().catch(() => undefined)), paths ? await this.paths() : undefined]
    const text = await this.textOf(file)
    if (text === undefined || this.entries.get(file) !== entry || text.length !== entry.meeting.length) return undefined
    const { config, text: configText } = this.configuration
    const { meeting, syntax, lines } = entry
    return {
      file, meeting, syntax, text, lines, config, facts, language, now: this.host.now(), workspace: this.index, files: this.files,
      ...(configText === undefined ? {} : { configText }), ...(url === undefined ? {} : { repositoryUrl: url }), ...(others === undefined ? {} : { paths: others }),
    }
  }

  get config(): Config {
    return this.configuration.config
  }

  get now(): Instant {
    return this.host.now()
  }

  /** Files that may be linked, listed once until some file comes or goes. */
  private paths(): Promise<readonly string[]> {
    return (this.listed ??= this.place.paths().catch(() => []))
  }

  /** What is wrong with a file now; undefined for one that is no meeting. */
  problems(file: string): Promise<readonly Problem[] | undefined> {
    return this.verdicts.of(file)
  }

  /** What was last found wrong with a file; undefined where it has not been judged yet. */
  lastProblems(file: string): readonly Problem[] | undefined {
    return this.verdicts.last(file)
  }

  /** A file was opened in the editor, or changed there. */
  edit(file: string, open: OpenText): void {
    this.opened.set(file, open)
    if (this.loading !== undefined) this.missed.add(file)
    if (file === CONFIG_FILE) this.load(Wanted.nothing)
    else if (this.isMeeting(file)) this.put(openEntry(file, open))
  }

  /** A file was closed in the editor: what lies on the disk counts again. */
  close(file: string): void {
    if (this.opened.delete(file)) this.reread([file])
  }

  /**
   * Files were deleted on the disk, folders with all that is in them. What is open of them is no meeting of the repository until somebody types
   * in it again: editors keep a text for minutes after its file has been moved away, and a meeting must not stand beside itself.
   */
  leave(paths: readonly string[]): void {
    for (const path of paths) for (const file of this.opened.keys()) if (file === path || file.startsWith(`${path}/`)) this.opened.delete(file)
  }

  /** Files were made, changed or removed on the disk; folders count with all that is in them. */
  reread(paths: readonly string[]): void {
    let isConfig = false
    this.listed = undefined
    for (const path of paths) {
      const gone = new Set(this.facts.forget(path))
      if (gone.size > 0) for (const { file, wants } of this.entries.values()) if (wants.some((each) => gone.has(each.path))) this.verdicts.forget(file)
      isConfig ||= path === CONFIG_FILE
      this.missed.add(path)
      for (const file of this.entries.keys()) if (file.startsWith(`${path}/`)) this.missed.add(file)
    }
    if (isConfig) this.load(Wanted.nothing)
    else this.run(() => this.catchUp())
  }

  /** Time has gone by: what is said of the hour is said anew. */
  tick(much: boolean): void {
    if (much) this.load(Wanted.index)
    else {
      for (const file of this.opened.keys()) this.verdicts.forget(file)
      this.tell()
    }
  }

  /** Looks at every file of the disk again, for clients that cannot say what changed there. */
  rescan(): void {
    this.run(async () => {
      for (const file of [...await this.place.files.list(this.config.meetings), ...this.entries.keys()]) this.missed.add(file)
      await this.catchUp()
    })
    this.reread([CONFIG_FILE])
  }

  private put(entry: Entry): void {
    const before = this.entries.get(entry.file)
    this.sorted = undefined
    if (before?.face === entry.face) {
      this.entries.set(entry.file, entry)
      this.index.put(entry)
      return
    }
    if (before !== undefined) this.verdicts.doubt(before)
    this.entries.set(entry.file, entry)
    this.index.put(entry)
    this.verdicts.doubt(entry)
  }

  private drop(file: string): void {
    const before = this.entries.get(file)
    if (before === undefined) return
    this.verdicts.doubt(before)
    this.sorted = undefined
    this.entries.delete(file)
    this.verdicts.forget(file)
    this.index.remove(file)
  }

  /** Reads the configuration and what follows from it; the files as well where `wanted` says so; then what changed meanwhile. */
  private load(wanted: number): void {
    const turn = ++this.turn
    this.wanted = Math.max(this.wanted, wanted)
    this.run(async () => {
      const configuration = await readConfiguration(this.place.files, this.opened.get(CONFIG_FILE), this.configuration)
      if (turn !== this.turn) return
      this.configuration = configuration
      const { config } = configuration
      if (config !== this.built) this.wanted = Math.max(this.wanted, config.meetings.join('\n') === this.built?.meetings.join('\n') ? Wanted.index : Wanted.files)
      if (this.wanted > Wanted.nothing) await this.build(this.wanted === Wanted.files, turn)
      await this.catchUp()
    })
  }

  /** Builds entries and index anew, in slices; until it is done, the old ones answer. */
  private async build(isElsewhere: boolean, turn: number): Promise<void> {
    const { config } = this.configuration
    const matches = picomatch([...config.meetings], { dot: false })
    const { breathe } = slices(this.host)
    const listed = isElsewhere ? await this.place.files.list(config.meetings) : [...this.entries.keys()]
    const paths = new Set([...listed, ...[...this.opened.keys()].filter((path) => matches(path) && !SKIPPED.test(path))])
    const entries = new Map<string, Entry>()
    const index = new WorkspaceIndex(config, this.host.now())
    for (const file of paths) {
      const open = this.opened.get(file)
      const known = this.entries.get(file)
      const entry = open === undefined ? (isElsewhere ? await diskEntry(file, this.place.files) : known) : known?.open === open ? known : openEntry(file, open)
      if (turn !== this.turn) return
      if (entry !== undefined) {
        entries.set(file, entry)
        index.put(entry)
        index.learn()
      }
      await breathe()
    }
    if (turn !== this.turn) return
    this.matches = matches
    this.entries = entries
    this.sorted = undefined
    this.index = index
    this.built = config
    this.wanted = Wanted.nothing
    this.verdicts.forgetAll()
  }

  /** Takes in what changed while something else was going on. */
  private async catchUp(): Promise<void> {
    const { breathe } = slices(this.host)
    for (const file of this.missed) {
      this.missed.delete(file)
      const open = this.opened.get(file)
      if (!this.isMeeting(file)) continue
      const known = this.entries.get(file)
      const entry = open === undefined ? await diskEntry(file, this.place.files, known) : openEntry(file, open)
      // Opened or changed meanwhile: the newer text has been taken in already.
      if (this.opened.get(file) !== open) continue
      if (entry === undefined) this.drop(file)
      else if (entry !== this.entries.get(file) && (open === undefined || this.entries.get(file)?.open !== open)) this.put(entry)
      await breathe()
    }
  }

  /** One thing after another; `ready` waits for the last. */
  private run(work: () => Promise<void>): void {
    const before = this.loading ?? Promise.resolve()
    const own = before.then(work).catch(this.fail).then(() => {
      if (this.loading === own) this.loading = undefined
      this.tell()
    })
    this.loading = own
  }
}
