import type { YamlEntry } from '../yaml/node.ts'
import { readYaml } from '../yaml/read.ts'
import type { Deck, Slide } from './facts.ts'

/** Keys that only a deck's front matter has: Marp's, reveal's and Slidev's. */
const DECK_KEYS = new Set(['marp', 'slidev', 'revealjs', 'revealOptions', 'reveal', 'paginate', 'transition', 'highlightTheme', 'slideNumber', 'drawings', 'headingDivider'])

const PICTURE = /!\[[^\]]*\][([]|<(?:img|svg|video)\b/gi
const DRAWING = /mermaid|plantuml|vega|echarts/

interface Open {
  number: number
  points: number
  pictures: number
  title: string
  filled: boolean
}

/**
 * Reads a Markdown deck: slides between lines of three dashes (or before headings, where Marp's `headingDivider` says so), list
 * items counted as points at every depth. Undefined for a Markdown file that is none.
 */
export function readMarkdownDeck(text: string): Deck | undefined {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const head = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source)
  if (head === null) return undefined
  const keys = readYaml(head[1] ?? '').root?.entries ?? []
  if (!isDeck(keys)) return undefined
  return { slides: readSlides(source.slice(head[0].length).split('\n'), dividerOf(keys), keys) }
}

function isDeck(keys: readonly YamlEntry[]): boolean {
  return keys.some(({ key, value }) => {
    if (key === 'marp') return value?.kind === 'scalar' && value.value === true
    return DECK_KEYS.has(key) || (key === 'theme' && keys.some((each) => each.key === 'title' || each.key === 'class' || each.key === 'layout'))
  })
}

/** The deepest heading that begins a slide; 0 where only dashes do. */
function dividerOf(keys: readonly YamlEntry[]): number {
  const value = keys.find(({ key }) => key === 'headingDivider')?.value
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : 0
}

function readSlides(lines: readonly string[], divider: number, keys: readonly YamlEntry[]): Slide[] {
  const slides: Slide[] = []
  const background = keys.some(({ key }) => key === 'backgroundImage' || key === 'background')
  let slide: Open = { number: 1, points: 0, pictures: background ? 1 : 0, title: '', filled: false }
  const turn = (): void => {
    slides.push(closed(slide))
    slide = { number: slide.number + 1, points: 0, pictures: 0, title: '', filled: false }
  }
  let fence = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== '') {
      if (mark !== undefined && mark.startsWith(fence) && line.trim() === mark) fence = ''
      continue
    }
    if (mark !== undefined) {
      fence = mark
      if (DRAWING.test(line)) slide.pictures++
    } else if (/^---+[ \t]*$/.test(line)) {
      turn()
      const end = ownFrontMatter(lines, at)
      if (lines.slice(at, end).some((each) => /^(?:image|background):\s*\S/.test(each))) slide.pictures++
      at = end
    } else {
      const level = /^(#{1,6})\s/.exec(line)?.[1]?.length ?? 9
      if (level <= divider && slide.filled) turn()
      count(slide, line)
    }
  }
  slides.push(closed(slide))
  return slides
}

/** The line that closes a slide's own keys, as Slidev has them right behind the dashes; the dashes' line where there are none. */
function ownFrontMatter(lines: readonly string[], dashes: number): number {
  let at = dashes + 1
  while (/^(?:[a-zA-Z][\w-]*:(?:\s|$)|\s+\S)/.test(lines[at] ?? '')) at++
  return at > dashes + 1 && /^---[ \t]*$/.test(lines[at] ?? '') ? at : dashes
}

function count(slide: Open, line: string): void {
  if (/^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/.test(line)) slide.points++
  slide.pictures += (line.match(PICTURE) ?? []).length
  if (slide.title === '') slide.title = /^#{1,3}\s+(.+)$/.exec(line)?.[1]?.trim() ?? ''
  if (line.trim() !== '') slide.filled = true
}

function closed({ number, points, pictures, title }: Open): Slide {
  const slide = { number, points, pictures }
  return title === '' ? slide : { ...slide, title: title.slice(0, 120) }
}
