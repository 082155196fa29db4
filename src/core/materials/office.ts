import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import type { Deck, Sheet, Slide, Unreadable } from './facts.ts'

/** Parts of an office file that are inflated at most, and how large each may become: a zip bomb stops here. */
const MOST_PARTS = 10_000
const LARGEST_PART = 20 * 1024 * 1024
const LARGEST_SUM = 100 * 1024 * 1024

type Xml = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly Xml[]; readonly text: string }

/** Reads a .pptx: slides in the order of the presentation, their bullet points and pictures counted. */
export function readPptx(bytes: Uint8Array): Deck | Unreadable {
  return guarded(() => {
    const parts = unzip(bytes, (name) => /^ppt\/(?:presentation\.xml|_rels\/presentation\.xml\.rels|slides\/[^/]+\.xml)$/.test(name))
    const relations = new Map(all(parseXml(parts, 'ppt/_rels/presentation.xml.rels'), 'Relationship').map((each) => [each.attributes['Id'], each.attributes['Target'] ?? '']))
    const order = all(parseXml(parts, 'ppt/presentation.xml'), 'sldId')
    const slides: Slide[] = []
    for (const [at, id] of order.entries()) {
      const target = relations.get(Object.entries(id.attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '') ?? ''
      const slide = parseXml(parts, target.startsWith('/') ? target.slice(1) : `ppt/${target}`)
      // A hidden slide is shown to nobody; its number stays, as viewers count it.
      if (slide !== undefined && all(slide, 'sld')[0]?.attributes['show'] !== '0') slides.push(countSlide(slide, at + 1))
    }
    return { slides }
  })
}

const TITLES = new Set(['title', 'ctrTitle', 'subTitle', 'dt', 'ftr', 'sldNum', 'hdr'])

function countSlide(slide: Xml, number: number): Slide {
  let points = 0
  let title = ''
  for (const shape of all(slide, 'sp')) {
    const type = all(shape, 'ph')[0]?.attributes['type']
    const paragraphs = all(shape, 'p').filter((paragraph) => textOf(paragraph) !== '')
    if (type === 'title' || type === 'ctrTitle') title ||= paragraphs.map(textOf).join(' ')
    else if (type === undefined || !TITLES.has(type)) points += paragraphs.filter((each) => isPoint(each, all(shape, 'ph').length > 0)).length
  }
  const shapes = all(slide, 'sp').filter((shape) => all(shape, 'blip').length > 0).length
  const pictures = all(slide, 'pic').length + shapes + all(slide, 'graphicFrame').filter((frame) => !isTable(frame)).length
  return { number, points, pictures, ...(title === '' ? {} : { title: title.slice(0, 120) }) }
}

/** A paragraph of a placeholder is a point unless its bullet was taken away; one of a free text box where it was given one. */
function isPoint(paragraph: Xml, inPlaceholder: boolean): boolean {
  const has = (name: string): boolean => all(paragraph, name).length > 0
  return inPlaceholder ? !has('buNone') : has('buChar') || has('buAutoNum') || has('buBlip')
}

function textOf(paragraph: Xml): string {
  return all(paragraph, 't').map((run) => run.text).join('').replace(/\s+/g, ' ').trim()
}

function isTable(frame: Xml): boolean {
  return all(frame, 'tbl').length > 0
}

/** Reads an .odp: each page's list items and pictures. */
export function readOdp(bytes: Uint8Array): Deck | Unreadable {
  return guarded(() => {
    const content = parseXml(unzip(bytes, (name) => name === 'content.xml'), 'content.xml')
    if (content === undefined) return { unreadable: 'no content' }
    const slides = all(content, 'page').map((page, at) => {
      const points = all(page, 'list-item').filter((item) => item.children.some((child) => child.name === 'p')).length
      return { number: at + 1, points, pictures: all(page, 'image').length + all(page, 'object').length }
    })
    return { slides }
  })
}

/** Counts the charts inside an .xlsx: chart parts, sheets of charts included. */
export function readXlsx(bytes: Uint8Array): Sheet | Unreadable {
  return guarded(() => {
    let charts = 0
    unzip(bytes, (name) => {
      if (/^xl\/(?:charts\/chart[^/]*|chartsheets\/[^/]+|charts\/chartEx[^/]*)\.xml$/.test(name)) charts++
      return false
    })
    return { charts }
  })
}

/** Counts the charts inside an .ods: each lies in an object folder of its own. */
export function readOds(bytes: Uint8Array): Sheet | Unreadable {
  return guarded(() => {
    let charts = 0
    unzip(bytes, (name) => {
      if (/^Object [^/]+\/content\.xml$/.test(name)) charts++
      return false
    })
    return { charts }
  })
}

/** A file that is not what its name says is unreadable, never an exception. */
function guarded<T>(read: () => T): T | Unreadable {
  try {
    return read()
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : 'not readable' }
  }
}

function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let parts = 0
  let sum = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (++parts > MOST_PARTS) throw new Error('too many parts')
      if (!wanted(name)) return false
      sum += originalSize
      if (originalSize > LARGEST_PART || sum > LARGEST_SUM) throw new Error('a part is too large')
      return true
    },
  })
}

let parser: XMLParser | undefined

function parseXml(parts: Readonly<Record<string, Uint8Array>>, name: string): Xml | undefined {
  const bytes = Object.hasOwn(parts, name) ? parts[name] : undefined
  if (bytes === undefined) return undefined
  parser ??= new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', processEntities: false, trimValues: false, parseTagValue: false })
  return { name: '', attributes: {}, children: toXml(parser.parse(strFromU8(bytes))), text: '' }
}

/** The parser's ordered form as a tree of elements without namespace prefixes. */
function toXml(nodes: unknown): Xml[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: Record<string, unknown>) => {
    const tag = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
    if (tag === undefined) return []
    const children = node[tag]
    const attributes = (node[':@'] ?? {}) as Record<string, string>
    const text = Array.isArray(children) ? children.map((child: Record<string, unknown>) => (typeof child['#text'] === 'string' ? unescapeXml(child['#text']) : '')).join('') : ''
    const name = tag.slice(tag.indexOf(':') + 1)
    // What a choice falls back to shows the same thing once more for older programs.
    return name === 'Fallback' ? [] : [{ name, attributes, children: toXml(children), text }]
  })
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's own five names and numbers; an entity that a file declares is left as it is written. */
function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/** All elements of a name at any depth, in document order; those inside a match are found as well. */
function all(root: Xml | undefined, name: string): Xml[] {
  if (root === undefined) return []
  const found: Xml[] = []
  const stack = [...root.children].reverse()
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.name === name) found.push(at)
    for (let child = at.children.length - 1; child >= 0; child--) stack.push(at.children[child] as Xml)
  }
  return found
}
