import { HEADINGS, type SectionKind } from './keys.ts'
import type { Section } from './model.ts'
import type { Block } from './markdown/block.ts'
import { plainText } from './markdown/plain.ts'

const INSIDE_MINUTES: readonly SectionKind[] = ['attendance', 'discussion', 'decisions', 'actions']

/** Units of a heading beyond which it cannot be one of the table's, whatever stands around it. */
const LONGEST_NAME = 48

/** A section with the meaning that its heading's words have anywhere, counting or not. */
export interface NamedSection {
  readonly section: Section
  readonly named?: SectionKind
  /** The heading's words are Chinese ones of the table. */
  readonly chinese: boolean
}

/**
 * The sections that the headings of a document's top level make, in their order. A heading in a quote or list makes
 * none. `kind` is given to the first heading of its meaning; attendance, discussion, decisions and action items count
 * only inside Minutes.
 */
export function readSections(text: string, root: Block): NamedSection[] {
  const headings = root.children.filter((block) => block.kind === 'heading')
  const ends = sectionEnds(headings, text.length)
  const taken = new Set<SectionKind>()
  let minutes: Section | undefined
  return headings.map((block, index) => {
    const start = block.lines[0] ?? block.start
    const end = block.lines[block.lines.length - 1] ?? start
    const value = plainText(text.slice(start, end))
    const name = nameOf(value)
    const content = { start: block.end, end: ends[index] ?? text.length }
    const counts = name && !taken.has(name.kind) && (!INSIDE_MINUTES.includes(name.kind)
      || (minutes !== undefined && block.start < minutes.content.end))
    if (name && counts) taken.add(name.kind)
    const section: Section = {
      ...(name && counts ? { kind: name.kind } : {}),
      level: block.level,
      heading: { value, range: { start, end } },
      headingRange: { start: block.start, end: block.end },
      content,
    }
    if (section.kind === 'minutes') minutes = section
    return { section, ...(name ? { named: name.kind } : {}), chinese: name?.chinese === true }
  })
}

function nameOf(heading: string): { kind: SectionKind; chinese: boolean } | undefined {
  if (heading.length > LONGEST_NAME) return undefined
  const names = headingNames()
  const known = names.get(heading.toLowerCase()) ?? (isTrimmed(heading) ? undefined : names.get(headingKey(heading)))
  return known ?? nameOfBoth(heading, names)
}

/** A name with its translation: `会议纪要 (Notes)`, `议题（Agenda）`, `Minutes - 纪要`. The first half that is a name counts. */
function nameOfBoth(heading: string, names: ReturnType<typeof headingNames>): ReturnType<typeof nameOf> {
  const halves = /^(.+?)\s*(?:[(（]([^()（）]+)[)）]|\s[-–—/|]\s*(\S.*))[\s:：]*$/u.exec(heading)
  const [first, second] = [halves?.[1] ?? '', halves?.[2] ?? halves?.[3] ?? '']
  // One half is Chinese and the other is not; all else in brackets is a remark.
  if (halves === null || /\d/.test(second) || HAN.test(first) === HAN.test(second)) return undefined
  return names.get(headingKey(first)) ?? names.get(headingKey(second))
}

const HAN = /\p{Script=Han}/u

/** True where nothing stands before or after a heading's letters, so that there is nothing to take away. */
function isTrimmed(value: string): boolean {
  return isLatin(value.charCodeAt(0)) && isLatin(value.charCodeAt(value.length - 1))
}

function isLatin(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122
}

/** Where each heading's section ends: at the next heading of its own or a higher level. */
function sectionEnds(headings: readonly Block[], length: number): number[] {
  const ends = headings.map(() => length)
  const open: { index: number; level: number }[] = []
  headings.forEach((block, index) => {
    for (let last = open[open.length - 1]; last && last.level >= block.level; last = open[open.length - 1]) {
      ends[last.index] = block.start
      open.pop()
    }
    open.push({ index, level: block.level })
  })
  return ends
}

/** Numbers, signs, emoji and brackets before a heading's words, also 一、 and 第一部分. */
const NUMBERING = new RegExp(
  '^(?:[\\s\\p{Extended_Pictographic}\\p{Emoji_Component}\\u200d\\p{P}\\p{S}]'
  + '|[一二三四五六七八九十]{1,3}\\s*[、.．)）]|第[一二三四五六七八九十]{1,3}[章节部分项]{1,2})+',
  'u',
)

/** A heading's words for comparison: without numbering, emoji, brackets' marks and a colon, in lower case. */
export function headingKey(heading: string): string {
  return heading
    .replace(NUMBERING, '')
    .replace(/[\s\p{Extended_Pictographic}\u200d\ufe0f\p{P}\p{S}]+$/u, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

let table: Map<string, { kind: SectionKind; chinese: boolean }> | undefined

function headingNames(): Map<string, { kind: SectionKind; chinese: boolean }> {
  if (table) return table
  table = new Map()
  for (const [kind, names] of Object.entries(HEADINGS)) {
    for (const name of names) {
      table.set(name.toLowerCase(), { kind: sectionKind(kind), chinese: !/[a-z]/i.test(name) })
    }
  }
  return table
}

function sectionKind(name: string): SectionKind {
  const kinds: readonly SectionKind[] = ['preparation', 'agenda', 'minutes', ...INSIDE_MINUTES]
  return kinds.find((kind) => kind === name) ?? 'preparation'
}
