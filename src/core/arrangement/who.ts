import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Config, Person } from '../config/model.ts'
import type { Meeting, PersonRef } from '../meeting/model.ts'

/** What a written reference stands for. */
export type Resolution =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'group'; readonly group: string; readonly members: readonly Person[] }
  | { readonly kind: 'login'; readonly login: string }
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'unknown' }

/** Somebody who is asked to come. */
export interface Attendee {
  /** Directory key, `@login`, or `mail:` with a short hash of a bare address: fit to be printed anywhere. */
  readonly key: string
  /** Their entry in the directory; absent for a bare login or address. */
  readonly person?: Person
  readonly login?: string
  readonly address?: string
  /** Where the file names them (the group's name for a member). */
  readonly ref: PersonRef
  /** The strongest role that the file gives them: organizer, then required, then optional. */
  readonly role: 'organizer' | 'required' | 'optional'
  readonly reason?: string
  /** Named in `remote`. */
  readonly remote: boolean
}

interface Lookup {
  readonly logins: ReadonlyMap<string, Person>
  readonly names: ReadonlyMap<string, Person>
  readonly mails: ReadonlyMap<string, Person>
}
const lookups = new WeakMap<Config, Lookup>()

function lookupOf(config: Config): Lookup {
  const known = lookups.get(config)
  if (known !== undefined) return known
  const logins = new Map<string, Person>()
  const names = new Map<string, Person>()
  const mails = new Map<string, Person>()
  for (const person of config.people.values()) {
    if (person.github !== undefined) logins.set(person.github.toLowerCase(), person)
    if (person.name !== undefined) names.set(person.name, person)
    const mail = person.addresses.get('mail')
    if (mail?.kind === 'written') mails.set(mail.value.toLowerCase(), person)
  }
  const made = { logins, names, mails }
  lookups.set(config, made)
  return made
}

/**
 * Whom a reference means: a key of the directory first, then a group, a GitHub login, a mail address, and last a person's
 * name. A bare word that is none of them is unknown; only `@name` may be a login that the directory does not hold.
 */
export function resolvePerson(ref: Pick<PersonRef, 'value' | 'form'>, config: Config): Resolution {
  const { value, form } = ref
  const { logins, names, mails } = lookupOf(config)
  if (form === 'mail') {
    const person = mails.get(value.toLowerCase())
    return person === undefined ? { kind: 'mail', address: value } : { kind: 'person', person }
  }
  const keyed = config.people.get(value)
  if (keyed !== undefined) return { kind: 'person', person: keyed }
  const group = config.groups.get(value)
  if (group !== undefined) {
    return { kind: 'group', group: value, members: group.flatMap((key) => config.people.get(key) ?? []) }
  }
  const byLogin = form === 'login' ? logins.get(value.toLowerCase()) : undefined
  if (byLogin !== undefined) return { kind: 'person', person: byLogin }
  const byName = names.get(value)
  if (byName !== undefined) return { kind: 'person', person: byName }
  return form === 'login' ? { kind: 'login', login: value } : { kind: 'unknown' }
}

/** A key for a bare address that tells nothing of it. */
export function mailKey(address: string): string {
  return `mail:${bytesToHex(sha256(utf8ToBytes(address.trim().toLowerCase()))).slice(0, 10)}`
}

const attendeeLists = new WeakMap<Meeting, { config: Config; attendees: readonly Attendee[] }>()

/**
 * Everybody who is asked to come, each once with their strongest role, groups opened, organizer first, then required,
 * then optional, each in the file's order. Unknown references are left out (`front-matter` reports them).
 */
export function attendeesOf(meeting: Meeting, config: Config): readonly Attendee[] {
  const known = attendeeLists.get(meeting)
  if (known?.config === config) return known.attendees
  const found = new Map<string, Attendee>()
  const { organizer, required, optional, attendees, remote } = meeting.fields
  const remoteKeys = new Set((remote?.value ?? []).flatMap((ref) => keysOf(ref, config)))
  const add = (ref: PersonRef, role: Attendee['role'], reason?: string): void => {
    for (const one of expand(ref, config)) {
      if (found.has(one.key)) continue
      const withReason = reason === undefined ? {} : { reason }
      found.set(one.key, { ...one, ref, role, remote: remoteKeys.has(one.key), ...withReason })
    }
  }
  if (organizer !== undefined) add(organizer.value, 'organizer')
  for (const ref of required?.value ?? []) add(ref, 'required')
  for (const ref of optional?.value ?? []) add(ref, 'optional', ref.reason?.value)
  for (const ref of attendees?.value ?? []) add(ref, 'required')
  const list = [...found.values()]
  attendeeLists.set(meeting, { config, attendees: list })
  return list
}

/** The printable keys that a reference stands for; none for an unknown one. */
export function keysOf(ref: PersonRef, config: Config): string[] {
  return expand(ref, config).map((one) => one.key)
}

function expand(ref: PersonRef, config: Config): Pick<Attendee, 'key' | 'person' | 'login' | 'address'>[] {
  const resolution = resolvePerson(ref, config)
  switch (resolution.kind) {
    case 'person':
      return [{ key: resolution.person.key, person: resolution.person }]
    case 'group':
      return resolution.members.map((person) => ({ key: person.key, person }))
    case 'login':
      return [{ key: `@${resolution.login}`, login: resolution.login }]
    case 'mail':
      return [{ key: mailKey(resolution.address), address: resolution.address }]
    case 'unknown':
      return []
  }
}
