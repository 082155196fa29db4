import type { Config, Person } from '../config/model.ts'
import { yamlText } from '../rules/edits.ts'
import { quote } from '../yaml/problems.ts'
import type { Named } from './model.ts'

/** Somebody whom the imported files name and the directory does not know yet. */
export interface ProposedPerson extends Named {
  /** Key in the directory, unique there. */
  readonly key: string
}

/** Everybody that the files name: who is known already, and who is proposed. */
export interface Directory {
  readonly people: readonly ProposedPerson[]
  /** How a meeting file refers to somebody. */
  readonly reference: (named: Named) => string
}

/**
 * Collects people into a proposed directory. Two mentions are one person where the logins are the same, or the names are and no login
 * speaks against it. Who stands in the configuration is not proposed again.
 */
export function proposeDirectory(mentioned: readonly Named[], config: Pick<Config, 'people' | 'groups'>): Directory {
  const found: { name: string; login?: string; mail?: true }[] = []
  // Mentions with a login first, so that a bare name joins the one that has one.
  for (const each of [...mentioned].sort((a, b) => Number(b.login !== undefined) - Number(a.login !== undefined))) {
    const same = found.find((known) => isSame(known, each))
    if (same === undefined) found.push({ ...each })
    else if (each.mail) same.mail = true
  }
  const known = [...config.people.values()]
  const taken = new Set([...config.people.keys(), ...config.groups.keys()])
  const order = new Map(mentioned.map((each, at) => [lower(each.name), at] as const).reverse())
  const people = found.filter((each) => !known.some((person) => isPerson(person, each)))
    .sort((a, b) => (order.get(lower(a.name)) ?? 0) - (order.get(lower(b.name)) ?? 0))
    .map((each) => ({ ...each, key: freeKey(each, taken) }))
  return { people, reference: (named) => referenceTo(named, people, known) }
}

/** The directory's lines as they stand under `people:` in the configuration, key by key. Addresses are only said to exist. */
export function directoryEntries(people: readonly ProposedPerson[]): (readonly [string, string])[] {
  return people.map(({ key, name, login, mail }) => {
    const fields = [`name: ${flow(name)}`, ...(login === undefined ? [] : [`github: ${flow(login)}`]), ...(mail ? ['email: secret'] : [])]
    return [key, `{ ${fields.join(', ')} }`] as const
  })
}

/** A text as a value inside a list or mapping in brackets. */
export function flow(value: string): string {
  return /[,[\]{}'"]/.test(value) ? quote(value) : yamlText(value)
}

function lower(text: string): string {
  return text.toLowerCase()
}

function isSame(a: Named, b: Named): boolean {
  if (a.login !== undefined && b.login !== undefined) return lower(a.login) === lower(b.login)
  return lower(a.name) === lower(b.name)
}

function isPerson(person: Person, { name, login }: Named): boolean {
  return (login !== undefined && person.github !== undefined && lower(person.github) === lower(login))
    || lower(person.name ?? '') === lower(name) || lower(person.key) === lower(name)
}

function freeKey({ name, login }: Named, taken: Set<string>): string {
  const plain = lower(name.normalize('NFD').replace(/\p{M}/gu, '')).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  const base = /^\p{L}/u.test(plain) ? plain : lower(login ?? '') || `p-${plain || 'erson'}`
  let key = base
  for (let number = 2; taken.has(key); number++) key = `${base}-${number}`
  taken.add(key)
  return key
}

/** The name where it stands for one person only and reads as one word in a list; else the key. */
function referenceTo(named: Named, people: readonly ProposedPerson[], known: readonly Person[]): string {
  const person = known.find((each) => isPerson(each, named))
  if (person !== undefined) return person.name !== undefined && isPlainName(person.name) ? person.name : person.key
  const own = people.find((each) => isSame(each, named))
  if (own === undefined) return named.name
  const alike = people.filter((each) => lower(each.name) === lower(own.name)).length
  return isPlainName(own.name) && alike === 1 ? own.name : own.key
}

function isPlainName(name: string): boolean {
  return !/[,，、;；@＠:：]/.test(name)
}
