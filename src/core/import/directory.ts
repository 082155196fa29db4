import type { Config } from '../config/model.ts'
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
  const known = lookup([...config.people.values()].map((person) => ({ person, names: [person.name, person.key], login: person.github })))
  const found: Mutable[] = []
  const logins = new Map<string, Mutable>()
  const names = new Map<string, Mutable[]>()
  // Mentions with a login first, so that a bare name joins the one that has one.
  for (const each of [...mentioned].sort((a, b) => Number(b.login !== undefined) - Number(a.login !== undefined))) {
    const alike = names.get(lower(each.name)) ?? []
    const same = each.login === undefined ? alike[0] : logins.get(lower(each.login)) ?? alike.find((other) => other.login === undefined)
    if (same !== undefined) {
      if (each.mail) same.mail = true
      continue
    }
    const made: Mutable = { ...each }
    found.push(made)
    if (made.login !== undefined) logins.set(lower(made.login), made)
    names.set(lower(made.name), [...alike, made])
  }
  const order = new Map(mentioned.map((each, at) => [lower(each.name), at] as const).reverse())
  const taken = new Set([...config.people.keys(), ...config.groups.keys()])
  const people = found.filter((each) => known(each) === undefined).sort((a, b) => (order.get(lower(a.name)) ?? 0) - (order.get(lower(b.name)) ?? 0))
    .map((each) => ({ ...each, key: freeKey(each, taken) }))
  const proposed = lookup(people.map((person) => ({ person, names: [person.name], login: person.login })))
  return {
    people,
    reference: (named) => {
      const person = known(named) ?? proposed(named)
      if (person === undefined) return named.name
      const alone = (names.get(lower(person.name ?? ''))?.length ?? 0) <= 1
      return person.name !== undefined && isPlainName(person.name) && alone ? person.name : person.key
    },
  }
}

type Mutable = { -readonly [K in keyof Named]: Named[K] }

/** Finds somebody by login, else by name. */
function lookup<T>(people: readonly { readonly person: T; readonly names: readonly (string | undefined)[]; readonly login: string | undefined }[]): (named: Named) => T | undefined {
  const logins = new Map<string, T>()
  const names = new Map<string, T>()
  for (const { person, names: own, login } of people) {
    if (login !== undefined && !logins.has(lower(login))) logins.set(lower(login), person)
    for (const name of own) if (name !== undefined && !names.has(lower(name))) names.set(lower(name), person)
  }
  return ({ name, login }) => (login === undefined ? undefined : logins.get(lower(login))) ?? names.get(lower(name))
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

function freeKey({ name, login }: Named, taken: Set<string>): string {
  const plain = lower(name.normalize('NFD').replace(/\p{M}/gu, '')).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  const base = /^\p{L}/u.test(plain) ? plain : lower(login ?? '') || `p-${plain || 'erson'}`
  let key = base
  for (let number = 2; taken.has(key); number++) key = `${base}-${number}`
  taken.add(key)
  return key
}

function isPlainName(name: string): boolean {
  return !/[,，、;；@＠:：]/.test(name)
}
