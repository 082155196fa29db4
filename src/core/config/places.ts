import type { Range } from '../text/range.ts'
import { readYaml, type YamlMap, type YamlNode } from '../yaml/read.ts'

/** Where the configuration's text speaks of people, groups and rooms. */
export interface ConfigPlaces {
  /** Keys as written, quotes included, in the order of the text. */
  readonly people: readonly KeyPlace[]
  readonly groups: readonly KeyPlace[]
  readonly rooms: readonly KeyPlace[]
  /** People as members of groups; the range is of the member as written, quotes included. */
  readonly members: readonly KeyPlace[]
}

export interface KeyPlace {
  readonly key: string
  readonly range: Range
}

let last: { readonly text: string; readonly places: ConfigPlaces } | undefined

/** Reads the places of `.convoke.yml`; what cannot be read is absent. Never throws. The last text's are kept: an editor asks again and again. */
export function placesOf(text: string): ConfigPlaces {
  if (last?.text !== text) last = { text, places: readPlaces(text) }
  return last.places
}

function readPlaces(text: string): ConfigPlaces {
  const { root } = readYaml(text)
  const groups = mapUnder(root, 'groups')
  const members = (groups?.entries ?? []).flatMap(({ value }) => (value?.kind === 'list' ? value.items : value === undefined ? [] : [value])).flatMap(memberOf)
  return { people: keysOf(mapUnder(root, 'people')), groups: keysOf(groups), rooms: keysOf(mapUnder(root, 'rooms')), members }
}

function mapUnder(root: YamlMap | undefined, key: string): YamlMap | undefined {
  const value = root?.entries.find((each) => each.key === key)?.value
  return value?.kind === 'map' ? value : undefined
}

function keysOf(map: YamlMap | undefined): KeyPlace[] {
  return (map?.entries ?? []).map(({ key, keyRange }) => ({ key, range: keyRange }))
}

function memberOf(node: YamlNode): KeyPlace[] {
  return node.kind === 'scalar' && node.text.trim() !== '' ? [{ key: node.text.trim(), range: node.range }] : []
}
