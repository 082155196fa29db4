import type { ChannelName } from '../../config/model.ts'
import { closest } from '../../text/similar.ts'
import type { Located } from '../../text/range.ts'
import type { YamlMap, YamlNode } from '../../yaml/node.ts'
import type { Extension, Material, Move } from '../model.ts'
import { fault } from './problems.ts'
import { clip, innerRange, readText, readYesNo, refuse, type Reader } from './reader.ts'
import { readDay, readDayOrWall, readMinutes } from './times.ts'

/** The inner keys of lists of mappings, with their Chinese names. */
export const MATERIAL_KEYS = { path: '路径', url: '链接', as_of: '数据日期', read_before: '会前阅读', note: '说明' } as const
export const EXTENSION_KEYS = { by: '延长', reason: '原因' } as const

/** Channel names as people write them. */
export const CHANNEL_WORDS: Readonly<Record<ChannelName, readonly string[]>> = {
  github: [], mail: ['邮件', 'email', 'e-mail'], phone: ['电话'], slack: [], teams: [], feishu: ['飞书', 'lark'], dingtalk: ['钉钉'],
  wecom: ['企业微信'], discord: [], webhook: [],
}

export function readChannels(reader: Reader, node: YamlNode): Located<ChannelName>[] | undefined {
  const found: Located<ChannelName>[] = []
  for (const item of node.kind === 'list' ? node.items : [node]) {
    if (item.kind !== 'scalar') return refuse(reader, 'not-text', item.range)
    const written = item.text.trim().toLowerCase()
    const names = Object.keys(CHANNEL_WORDS) as ChannelName[]
    const name = names.find((each) => each === written || CHANNEL_WORDS[each].includes(written))
    if (name === undefined) return refuse(reader, 'not-channel', item.range, { value: clip(item.text), choices: { list: names } })
    found.push({ value: name, range: innerRange(reader.text, item) })
  }
  return found
}

/** Materials: paths, addresses, or mappings (FORMAT 1). An item that is neither is reported and left out. */
export function readMaterials(reader: Reader, node: YamlNode): Material[] | undefined {
  const found: Material[] = []
  for (const item of node.kind === 'list' ? node.items : [node]) {
    const material = item.kind === 'map' ? ofMap(reader, item) : item.kind === 'scalar' && item.text.trim() !== '' ? bare(reader, item) : undefined
    if (material === undefined) refuse(reader, 'not-material', item.range)
    else found.push(material)
  }
  return found
}

function bare(reader: Reader, node: YamlNode & { kind: 'scalar' }): Material {
  const place = { value: node.text.trim(), range: innerRange(reader.text, node) }
  return { range: node.range, ...(/^https?:\/\//i.test(place.value) ? { url: place } : { path: place }), bare: true }
}

function ofMap(reader: Reader, map: YamlMap): Material | undefined {
  const parts = readParts(reader, map, MATERIAL_KEYS)
  const path = parts.path === undefined ? undefined : readText(reader, parts.path)
  const url = parts.url === undefined ? undefined : readText(reader, parts.url)
  if (parts.path === undefined && parts.url === undefined) return undefined
  const asOf = located(ofKey(reader, MATERIAL_KEYS, 'as_of'), parts.as_of, readDay)
  const readBefore = located(ofKey(reader, MATERIAL_KEYS, 'read_before'), parts.read_before, readYesNo)
  const note = parts.note === undefined ? undefined : readText(reader, parts.note)
  return {
    range: map.range, bare: false, ...(path && path.value !== '' ? { path } : {}), ...(url && url.value !== '' ? { url } : {}),
    ...(asOf ? { asOf } : {}), ...(readBefore ? { readBefore } : {}), ...(note ? { note } : {}),
  }
}

export function readExtensions(reader: Reader, node: YamlNode): Extension[] | undefined {
  const found: Extension[] = []
  for (const item of node.kind === 'list' ? node.items : [node]) {
    if (item.kind !== 'map') {
      refuse(reader, 'not-extension', item.range)
      continue
    }
    const parts = readParts(reader, item, EXTENSION_KEYS)
    const by = located(ofKey(reader, EXTENSION_KEYS, 'by'), parts.by, readMinutes)
    const reason = parts.reason === undefined ? undefined : readText(reader, parts.reason)
    if (parts.by === undefined) refuse(reader, 'not-extension', item.range)
    found.push({ range: item.range, ...(by ? { by } : {}), ...(reason ? { reason } : {}) })
  }
  return found
}

const MOVE_KEYS = { from: '原定', to: '改为' } as const

/**
 * Moved occurrences: a mapping from the original start to the new one, or a list of such, or of `from` and `to`. A day alone
 * keeps the series' clock.
 */
export function readMoves(reader: Reader, node: YamlNode): Move[] | undefined {
  const found: Move[] = []
  for (const map of node.kind === 'list' ? node.items : [node]) {
    if (map.kind !== 'map') {
      refuse(reader, 'not-move', map.range)
      continue
    }
    if (map.entries.every(({ key }) => Object.hasOwn(MOVE_KEYS, key) || Object.values<string>(MOVE_KEYS).includes(key))) {
      const parts = readParts(reader, map, MOVE_KEYS)
      const from = located(reader, parts.from, readDayOrWall)
      const to = located(reader, parts.to, readDayOrWall)
      if (parts.from === undefined || parts.to === undefined) refuse(reader, 'not-move', map.range)
      if (from !== undefined && to !== undefined) found.push({ from, to })
      continue
    }
    for (const { key, keyRange, value } of map.entries) {
      const from = readDayOrWall(reader, { kind: 'scalar', value: key, text: key, range: keyRange, quoted: false })
      const to = value === undefined ? undefined : readDayOrWall(reader, value)
      if (from === undefined || to === undefined || value === undefined) continue
      found.push({ from: { value: from, range: keyRange }, to: { value: to, range: value.kind === 'scalar' ? innerRange(reader.text, value) : value.range } })
    }
  }
  return found
}

export function readDays(reader: Reader, node: YamlNode): Located<string>[] | undefined {
  const found: Located<string>[] = []
  for (const item of node.kind === 'list' ? node.items : [node]) {
    const day = readDayOrWall(reader, item)
    if (day !== undefined) found.push({ value: day, range: item.kind === 'scalar' ? innerRange(reader.text, item) : item.range })
  }
  return found
}

function located<T>(reader: Reader, node: YamlNode | undefined, read: (reader: Reader, node: YamlNode) => T | undefined): Located<T> | undefined {
  if (node === undefined) return undefined
  const value = read(reader, node)
  return value === undefined ? undefined : { value, range: node.kind === 'scalar' ? innerRange(reader.text, node) : node.range }
}

/** The reader of an inner key, which its problems name, in the language of the key above it. */
function ofKey<K extends string>(reader: Reader, names: Readonly<Record<K, string>>, key: K): Reader {
  return { ...reader, key: /[^\x20-\x7e]/.test(reader.key) ? names[key] : key }
}

/** The values of a small mapping by canonical key; unknown and doubled keys are reported. */
function readParts<K extends string>(reader: Reader, map: YamlMap, keys: Readonly<Record<K, string>>): Partial<Record<K, YamlNode>> {
  const parts: Partial<Record<K, YamlNode>> = {}
  const names = Object.keys(keys) as K[]
  for (const { key, keyRange, value } of map.entries) {
    const name = names.find((each) => each === key.trim().toLowerCase() || keys[each] === key.trim())
    if (name === undefined) {
      if (!key.startsWith('x-')) reportUnknown(reader, key, keyRange, [...names, ...Object.values<string>(keys)])
    } else if (parts[name] !== undefined) refuse(reader, 'duplicate-key', keyRange, { key: clip(key) })
    else if (value !== undefined && !(value.kind === 'scalar' && value.text === '' && !value.quoted)) parts[name] = value
  }
  return parts
}

function reportUnknown(reader: Reader, key: string, range: { start: number; end: number }, candidates: readonly string[]): void {
  const meant = closest(key.trim(), candidates)
  const data = { key: clip(key) }
  reader.problems.push(meant === undefined
    ? fault('unknown-key', range, data)
    : fault('misspelt-key', range, { ...data, meant }, { title: 'rename', edits: [{ range, text: meant }] }))
}
