import { readYaml } from '../yaml/read.ts'
import type { Deck, Slide } from './facts.ts'

/** Keys that only a deck's front matter has; `theme` and `paginate` are Marp's, `layout: cover` and `transition` Slidev's. */
const DECK_KEYS = new Set(['marp', 'slidev', 'revealjs', 'reveal', 'paginate', 'transition', 'highlightTheme', 'slideNumber', 'drawings'])

/**
 * Reads a Markdown deck: slides between lines of three dashes, list items counted as points at every depth. Undefined for a
 * Markdown file that is none.
 */
export function readMarkdownDeck(text: string): Deck | undefined {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const head = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source)
  if (head === null) return undefined
  const keys = readYaml(head[1] ?? '').root?.entries ?? []
  const isDeck = keys.some(({ key, value }) => {
    if (key === 'marp') return value?.kind === 'scalar' && value.value === true
    return DECK_KEYS.has(key) || (key === 'theme' && keys.some((each) => each.key === 'title' || each.key === 'class'))
  })
  if (!isDeck) return undefined
  const slides: Slide[] = []
  let slide = { number: 1, points: 0, pictures: 0, title: '' }
  let fence = ''
  for (const line of source.slice(head[0].length).split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && fence === '') fence = mark
    else if (mark !== undefined && mark.startsWith(fence) && line.trim() === mark) fence = ''
    else if (fence === '' && /^---[ \t]*$/.test(line)) {
      slides.push(closed(slide))
      slide = { number: slide.number + 1, points: 0, pictures: 0, title: '' }
    } else if (fence === '') {
      if (/^\s*(?:[-*+]|\d{1,9}[.)])\s+\S/.test(line)) slide.points++
      slide.pictures += (line.match(/!\[[^\]]*\]\(|<img\s/gi) ?? []).length
      if (slide.title === '') slide.title = /^#{1,3}\s+(.+)$/.exec(line)?.[1]?.trim() ?? ''
    }
    if (mark !== undefined && /mermaid|plantuml/.test(line)) slide.pictures++
  }
  slides.push(closed(slide))
  return { slides }
}

function closed({ title, ...slide }: { number: number; points: number; pictures: number; title: string }): Slide {
  return title === '' ? slide : { ...slide, title: title.slice(0, 120) }
}
