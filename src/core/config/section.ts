import { closest } from '../text/similar.ts'
import type { Range } from '../text/range.ts'
import type { YamlMap, YamlNode } from '../yaml/node.ts'
import type { ConfigProblem, ClockSpan } from './model.ts'
import { readDuration } from './duration.ts'
import { isZone } from './zone-name.ts'
import { fault, type ConfigCode } from './problems.ts'

/** One value of the configuration on its way into the model. */
export interface Setting {
  readonly key: string
  readonly keyRange: Range
  readonly node: YamlNode
}

/** Reads values of one mapping by their types; what is of another type is reported and absent. */
export class Section {
  private readonly settings = new Map<string, Setting>()
  readonly problems: ConfigProblem[]

  /** `known` undefined takes any key. Keys that begin with `x-` are the team's own. */
  constructor(map: YamlMap | undefined, problems: ConfigProblem[], known?: readonly string[]) {
    this.problems = problems
    for (const { key, keyRange, value } of map?.entries ?? []) {
      if (this.settings.has(key)) problems.push(fault('duplicate-key', keyRange, { key }))
      else if (known !== undefined && !known.includes(key)) this.unknown(key, keyRange, known)
      else if (value !== undefined && !isNothing(value)) this.settings.set(key, { key, keyRange, node: value })
    }
  }

  private unknown(key: string, range: Range, known: readonly string[]): void {
    if (key.startsWith('x-')) return
    const meant = closest(key, known)
    this.problems.push(meant === undefined ? fault('unknown-key', range, { key }) : fault('misspelt-key', range, { key, meant }))
  }

  has(key: string): boolean {
    return this.settings.has(key)
  }

  entries(): Setting[] {
    return [...this.settings.values()]
  }

  refuse(code: ConfigCode, key: string, node: YamlNode): undefined {
    this.problems.push(fault(code, node.range, { key, value: node.kind === 'scalar' ? node.text : key }))
    return undefined
  }

  map(key: string): YamlMap | undefined {
    const node = this.settings.get(key)?.node
    if (node === undefined || node.kind === 'map') return node
    return this.refuse('not-map', key, node)
  }

  text(key: string): string | undefined {
    const node = this.settings.get(key)?.node
    if (node === undefined) return undefined
    return node.kind === 'scalar' ? node.text.trim() : this.refuse('not-text', key, node)
  }

  /** A list of texts; one text alone is a list as well. Each with its place. */
  texts(key: string): { value: string; range: Range }[] | undefined {
    const node = this.settings.get(key)?.node
    if (node === undefined) return undefined
    const items = node.kind === 'list' ? node.items : [node]
    const found: { value: string; range: Range }[] = []
    for (const item of items) {
      if (item.kind !== 'scalar') return this.refuse('not-list', key, item)
      found.push({ value: item.text.trim(), range: item.range })
    }
    return found
  }

  choice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const text = this.text(key)
    const node = this.settings.get(key)?.node
    if (text === undefined || node === undefined) return undefined
    const found = choices.find((each) => each === text)
    if (found === undefined) this.problems.push(fault('not-choice', node.range, { key, value: text, choices: { list: choices } }))
    return found
  }

  yesNo(key: string): boolean | undefined {
    const node = this.settings.get(key)?.node
    if (node === undefined) return undefined
    return node.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : this.refuse('not-yes-no', key, node)
  }

  count(key: string): number | undefined {
    const node = this.settings.get(key)?.node
    if (node === undefined) return undefined
    const value = node.kind === 'scalar' ? node.value : undefined
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : this.refuse('not-count', key, node)
  }

  zone(key: string): string | undefined {
    return this.checked(key, 'not-zone', (text) => (isZone(text) ? text : undefined))
  }

  minutes(key: string): number | undefined {
    return this.checked(key, 'not-duration', readDuration)
  }

  span(key: string): ClockSpan | undefined {
    return this.checked(key, 'not-span', readSpan)
  }

  day(key: string): string | undefined {
    return this.checked(key, 'not-date', (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text) ? text : undefined))
  }

  region(key: string): string | undefined {
    return this.checked(key, 'not-region', (text) => (text === 'none' || isRegion(text) ? text : undefined))
  }

  uuid(key: string): string | undefined {
    return this.checked(key, 'not-uuid', (text) => (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : undefined))
  }

  checked<T>(key: string, code: ConfigCode, read: (text: string) => T | undefined): T | undefined {
    const text = this.text(key)
    const node = this.settings.get(key)?.node
    if (text === undefined || node === undefined) return undefined
    return read(text) ?? this.refuse(code, key, node)
  }
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null
}

/** A country that exists, or a part of one: `CN`, `DE-BY`. */
function isRegion(text: string): boolean {
  if (!/^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/.test(text)) return false
  // A host without the names of countries takes any.
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(text.slice(0, 2)) !== undefined
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** `09:00-18:00` as minutes after midnight; the end has to come later. */
export function readSpan(text: string): ClockSpan | undefined {
  const found = /^(\d{1,2}):(\d\d)\s*[-–—~至]\s*(\d{1,2}):(\d\d)$/.exec(text)
  if (found === null) return undefined
  const start = Number(found[1]) * 60 + Number(found[2])
  const end = Number(found[3]) * 60 + Number(found[4])
  return Number(found[2]) < 60 && Number(found[4]) < 60 && start < end && end <= 1440 ? { start, end } : undefined
}
