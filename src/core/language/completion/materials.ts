import { MATERIAL_KEYS } from '../../meeting/front-matter/lists.ts'
import { isData, isDeck } from '../../materials/paths.ts'
import { wallAt } from '../../arrangement/zone.ts'
import { zoneOf } from '../../arrangement/when.ts'
import type { Message } from '../../messages/message.ts'
import { keyName, yamlText } from '../../rules/edits.ts'
import { lineEnd } from '../../text/lines.ts'
import type { Located } from '../../text/range.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import type { Place } from './place.ts'
import { inChoice, inSnippet, propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  data: { en: 'data', zh: '数据' },
  deck: { en: 'slides', zh: '幻灯片' },
} satisfies Record<string, Message>

const MOST = 300

/** Files of the repository as materials: the path alone behind `path:`, otherwise the whole item with its date and whether to read it before (A12, A13, B2). */
export function materialCompletions(context: LanguageContext, place: Place & { kind: 'value' }): Completion[] {
  const { paths = [], text, meeting, language, facts, config } = context
  const isHere = ({ range }: Located<string>): boolean => range.start <= place.range.end && range.end >= place.range.start
  const taken = new Set((meeting.fields.materials?.value ?? []).flatMap(({ path }) => (path === undefined || isHere(path) ? [] : [path.value])))
  const chinese = keyName(meeting, 'id') !== 'id'
  const name = (key: keyof typeof MATERIAL_KEYS): string => (chinese ? MATERIAL_KEYS[key] : key)
  const yes = chinese ? ['是', '否'] : ['true', 'false']
  const indent = `${lineEnd(text)}${/^\s*/.exec(place.before)?.[0] ?? ''}  `
  const wanted = place.typed.toLowerCase()
  const found = paths.filter((path) => !taken.has(path) && path.toLowerCase().includes(wanted)).sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1)).slice(0, MOST)
  return propose(place.range, found.map((path): Proposed => {
    const kind = isDeck(path) ? MESSAGES.deck[language] : isData(path) ? MESSAGES.data[language] : ''
    const base = { label: path, kind: 'file', detail: kind } as const
    if (place.inner !== undefined || place.form !== 'item') return { ...base, text: yamlText(path) }
    const committed = facts.get(path)?.committed
    const day = typeof committed === 'number' ? wallAt(committed, zoneOf(meeting, config) ?? 'UTC').slice(0, 10) : undefined
    const asOf = isData(path) || isDeck(path) ? `${indent}${name('as_of')}: \${1:${day ?? 'YYYY-MM-DD'}}` : ''
    return { ...base, text: `${inSnippet(`${name('path')}: ${yamlText(path)}`)}${asOf}${indent}${name('read_before')}: \${2|${yes.map(inChoice).join(',')}|}`, isSnippet: true }
  }))
}

/** Slides and data before all else. */
function weight(path: string): number {
  return isDeck(path) ? 0 : isData(path) ? 1 : 2
}

/** Files behind `](` in the body, as paths from the file, as Markdown has them. */
export function linkedFiles({ paths = [], file }: LanguageContext, place: Place): Completion[] {
  const typed = /\]\(([^()\s]*)$/.exec(place.before)?.[1] ?? ''
  const range = { start: place.cursor - typed.length, end: place.range.end }
  const wanted = typed.toLowerCase()
  const found = [...paths].sort().map((path) => relative(file, path)).filter((path) => path.toLowerCase().includes(wanted))
  return propose(range, found.slice(0, MOST).map((label) => ({ label, kind: 'file' })))
}

function relative(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/').replace(/[ ()]/g, encodeURIComponent).replace(/\(/g, '%28').replace(/\)/g, '%29')
}
