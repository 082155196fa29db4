import { closest } from '../text/similar.ts'
import type { YamlMap } from '../yaml/node.ts'
import { readYaml, type YamlRead } from '../yaml/read.ts'
import type { Config, ConfigProblem, Room } from './model.ts'
import { overlay, readPeople } from './people.ts'
import { readChannels, readPolicy } from './policy.ts'
import { fault } from './problems.ts'
import { readDuration } from './duration.ts'
import { readRules, type KnownRule } from './rules.ts'
import { Section } from './section.ts'

/** Keys of `.convoke.yml` (FORMAT 2). */
export const CONFIG_KEYS = [
  'meetings', 'language', 'timezone', 'working_hours', 'holiday_region', 'adopted', 'remind', 'minutes', 'digest', 'people', 'groups', 'rooms',
  'channels', 'policy', 'conference_hosts', 'rules', 'namespace', 'vocabulary', 'identity',
] as const
export const ROOM_KEYS = ['name', 'capacity', 'equipment', 'directions', 'sign_in', 'booking', 'timezone'] as const

export interface ParsedConfig {
  readonly config: Config
  readonly problems: readonly ConfigProblem[]
}

/** The configuration of a repository that has none. */
export const DEFAULT_CONFIG: Config = {
  meetings: ['meetings/**/*.md'], workingHours: { start: 540, end: 1080 }, remind: [1440, 120], minutesWithin: 240, digest: 'weekly',
  people: new Map(), groups: new Map(), rooms: new Map(), channels: new Map(), fallback: new Map(), conferenceHosts: [], rules: new Map(),
  vocabulary: [], identity: [],
}

/**
 * Reads `.convoke.yml`. Always gives a configuration, with a default where a value is absent or wrong; who acts on it looks
 * at the problems first. With `known.rules`, settings of other rules, and options that a rule does not have, are problems.
 */
export function parseConfig(text: string, known: { readonly rules?: readonly KnownRule[] } = {}): ParsedConfig {
  const { root, problems } = readRoot(text)
  const section = new Section(root, problems, CONFIG_KEYS)
  const people = readPeople(section.map('people'), problems)
  const channels = readChannels(section.map('channels'), problems)
  const optional = {
    language: section.choice('language', ['en', 'zh']), timezone: section.zone('timezone'), holidayRegion: section.region('holiday_region'),
    adopted: section.day('adopted'), namespace: section.uuid('namespace'),
  }
  const config: Config = {
    ...DEFAULT_CONFIG,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Config>),
    meetings: readGlobs(section) ?? DEFAULT_CONFIG.meetings,
    workingHours: section.span('working_hours') ?? DEFAULT_CONFIG.workingHours,
    remind: readRemind(section) ?? DEFAULT_CONFIG.remind,
    minutesWithin: new Section(section.map('minutes'), problems, ['within']).minutes('within') ?? DEFAULT_CONFIG.minutesWithin,
    digest: section.choice('digest', ['daily', 'weekly']) ?? DEFAULT_CONFIG.digest,
    people, channels,
    groups: readGroups(section.map('groups'), new Set(people.keys()), problems),
    rooms: readRooms(section.map('rooms'), problems),
    ...readPolicy(section.map('policy'), channels, problems),
    conferenceHosts: section.texts('conference_hosts')?.map((each) => each.value.toLowerCase()) ?? [],
    rules: readRules(section.map('rules'), known.rules, problems),
    vocabulary: section.texts('vocabulary')?.map((each) => each.value) ?? [],
    identity: section.texts('identity')?.map((each) => each.value) ?? [],
  }
  return { config, problems: sorted(problems) }
}

/** Lays a second directory (the Action's and the command line's `people`: YAML or JSON) over the configuration's. */
export function mergePeople(config: Config, text: string): ParsedConfig {
  const { root, problems } = readRoot(text)
  const people = new Map(config.people)
  const above = readPeople(root, problems)
  for (const [key, person] of above) people.set(key, overlay(people.get(key), person, root?.entries.find((each) => each.key === key)?.value))
  return { config: { ...config, people }, problems: sorted(problems) }
}

function readRoot(text: string): { root: YamlMap | undefined; problems: ConfigProblem[] } {
  const read: YamlRead = readYaml(text)
  return { root: read.root, problems: read.problems.map(({ message, data, range }) => ({ message, data, range })) }
}

/** What a pattern of meeting files begins with, or holds, that leads out of the repository: it would never match. A backslash before a wildcard only takes its meaning away. */
export const OUTSIDE = String.raw`^(?:/|\\(?![*?[\](){}!])|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)`

/** Patterns of paths below the repository's root. */
function readGlobs(section: Section): string[] | undefined {
  const globs = section.texts('meetings')
  for (const { value, range } of globs ?? []) if (new RegExp(OUTSIDE).test(value)) section.problems.push(fault('outside-root', range, { value }))
  return globs?.map((each) => each.value.replace(/^(?:\.\/)+/, ''))
}

function readRemind(section: Section): number[] | undefined {
  const texts = section.texts('remind')
  if (texts === undefined) return undefined
  const minutes: number[] = []
  for (const { value, range } of texts) {
    const length = readDuration(value)
    if (length === undefined) section.problems.push(fault('not-duration', range, { value }))
    else minutes.push(length)
  }
  return minutes.sort((a, b) => b - a)
}

function readGroups(map: YamlMap | undefined, people: ReadonlySet<string>, problems: ConfigProblem[]): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>()
  const section = new Section(map, problems)
  for (const { key, keyRange } of section.entries()) {
    if (people.has(key)) problems.push(fault('group-is-person', keyRange, { value: key }))
    const members = section.texts(key) ?? []
    for (const { value, range } of members) {
      if (people.has(value)) continue
      const meant = closest(value, people)
      problems.push(meant === undefined ? fault('unknown-person', range, { value }) : fault('misspelt-person', range, { value, meant }))
    }
    groups.set(key, members.map((each) => each.value).filter((each) => people.has(each)))
  }
  return groups
}

function readRooms(map: YamlMap | undefined, problems: ConfigProblem[]): Map<string, Room> {
  const rooms = new Map<string, Room>()
  for (const { key, node } of new Section(map, problems).entries()) {
    if (node.kind !== 'map') {
      problems.push(fault('not-map', node.range, { key }))
      continue
    }
    const section = new Section(node, problems, ROOM_KEYS)
    const optional = {
      name: section.text('name'), capacity: section.count('capacity'), directions: section.text('directions'), signIn: section.text('sign_in'),
      timezone: section.zone('timezone'),
    }
    rooms.set(key, {
      key, equipment: section.texts('equipment')?.map((each) => each.value) ?? [], bookingRequired: section.choice('booking', ['required', 'free']) === 'required',
      ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<Room>),
    })
  }
  return rooms
}

function sorted(problems: readonly ConfigProblem[]): ConfigProblem[] {
  return [...problems].sort((a, b) => a.range.start - b.range.start)
}
