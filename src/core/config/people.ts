import type { YamlMap, YamlNode } from '../yaml/node.ts'
import { CHANNELS, type Address, type ChannelName, type ConfigProblem, type Person } from './model.ts'
import { fault } from './problems.ts'
import { Section } from './section.ts'

const OWN = ['name', 'github', 'email', 'language', 'timezone', 'working_hours', 'holiday_region', 'outside'] as const
/** Keys of a person: their own, and the channels' names for their addresses there. */
export const PERSON_KEYS: readonly string[] = [...OWN, ...CHANNELS.filter((name) => name !== 'github' && name !== 'mail')]

const MAIL = /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+$/

/** Reads the directory: people by key. */
export function readPeople(map: YamlMap | undefined, problems: ConfigProblem[]): Map<string, Person> {
  const people = new Map<string, Person>()
  for (const { key, node } of new Section(map, problems).entries()) {
    if (node.kind === 'map') people.set(key, readPerson(key, node, problems))
    else problems.push(fault('not-map', node.range, { key }))
  }
  return people
}

function readPerson(key: string, map: YamlMap, problems: ConfigProblem[]): Person {
  const section = new Section(map, problems, PERSON_KEYS)
  const name = section.text('name')
  const github = section.text('github')?.replace(/^@/, '')
  const language = section.choice('language', ['en', 'zh'])
  const timezone = section.zone('timezone')
  const workingHours = section.span('working_hours')
  const holidayRegion = section.region('holiday_region')
  return {
    key, outside: section.yesNo('outside') ?? false, addresses: readAddresses(section, github),
    ...(name === undefined ? {} : { name }), ...(github === undefined ? {} : { github }), ...(language === undefined ? {} : { language }),
    ...(timezone === undefined ? {} : { timezone }), ...(workingHours === undefined ? {} : { workingHours }),
    ...(holidayRegion === undefined ? {} : { holidayRegion }),
  }
}

function readAddresses(section: Section, github: string | undefined): Map<ChannelName, Address> {
  const addresses = new Map<ChannelName, Address>()
  if (github !== undefined && github !== '') addresses.set('github', { kind: 'written', value: github })
  const mail = section.checked('email', 'not-address', (text) => (text === 'secret' || MAIL.test(text) ? text : undefined))
  if (mail !== undefined) addresses.set('mail', makeAddress(mail))
  for (const name of CHANNELS) {
    if (name === 'github' || name === 'mail') continue
    const value = section.text(name)
    if (value !== undefined && value !== '') addresses.set(name, makeAddress(value))
  }
  return addresses
}

function makeAddress(text: string): Address {
  return text === 'secret' ? { kind: 'secret' } : { kind: 'written', value: text }
}

/** Someone of the directory with what a second source says of them laid over it. */
export function overlay(below: Person | undefined, above: Person, written: YamlNode | undefined): Person {
  if (below === undefined) return above
  const saysOutside = written?.kind === 'map' && written.entries.some((entry) => entry.key === 'outside')
  return { ...below, ...above, outside: saysOutside ? above.outside : below.outside, addresses: new Map([...below.addresses, ...above.addresses]) }
}
