import type { Located } from '../../text/range.ts'
import type { YamlEntry, YamlNode, YamlScalar } from '../../yaml/node.ts'
import type { OptionalRef, PersonRef } from '../model.ts'
import { innerRange, refuse, type Reader } from './reader.ts'
import { fault } from './problems.ts'

const MAIL = /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\]+$/
const SEPARATOR = /[,，、;；]/

/** One person: a key, `@login`, a mail address or a name. */
export function readPerson(reader: Reader, node: YamlNode): PersonRef | undefined {
  if (node.kind !== 'scalar' || node.text.trim() === '') return refuse(reader, 'not-person', node.range)
  return makeRef(node.text.trim(), innerRange(reader.text, node))
}

/** A list of persons. One person alone is a list too; several in one text are read, with the list offered. */
export function readPersons(reader: Reader, node: YamlNode): PersonRef[] | undefined {
  if (node.kind === 'scalar') return readScalar(reader, node, node)
  if (node.kind === 'map') return refuse(reader, 'not-list', node.range)
  const found: PersonRef[] = []
  for (const item of node.items) {
    if (item.kind === 'scalar') found.push(...readScalar(reader, item, node) ?? [])
    else if (item.kind === 'map' && item.entries.length === 1 && item.entries[0] !== undefined) found.push(ofKey(reader, item.entries[0]))
    else refuse(reader, 'not-person', item.range)
  }
  return found
}

/** A list of `person: reason`; a person without a reason is read, A10 is a rule's matter. */
export function readOptional(reader: Reader, node: YamlNode): OptionalRef[] | undefined {
  if (node.kind === 'map') return node.entries.map((entry) => withReason(reader, entry, node))
  if (node.kind === 'scalar') return readScalar(reader, node, node)?.map((ref) => ({ ...ref, item: ref.range }))
  const found: OptionalRef[] = []
  for (const item of node.items) {
    if (item.kind === 'map') {
      const first = item.entries[0]
      if (first !== undefined && item.entries.length === 1) found.push(withReason(reader, first, item))
      else refuse(reader, 'not-person', item.range)
    } else if (item.kind === 'scalar') {
      const split = item.quoted ? -1 : item.text.indexOf('：')
      if (split > 0 && item.range.end - item.range.start === item.text.length) found.push(fullWidth(reader, item, split))
      else found.push(...(readScalar(reader, item, node) ?? []).map((ref) => ({ ...ref, item: item.range })))
    } else refuse(reader, 'not-person', item.range)
  }
  return found
}

function withReason(reader: Reader, entry: YamlEntry, item: YamlNode): OptionalRef {
  const ref = ofKey(reader, entry)
  const whole = { start: entry.keyRange.start, end: Math.max(entry.value?.range.end ?? 0, entry.keyRange.end) }
  const base = { ...ref, item: item.kind === 'map' && item.entries.length === 1 ? item.range : whole }
  const { value } = entry
  if (value?.kind !== 'scalar') {
    if (value !== undefined) refuse(reader, 'not-text', value.range)
    return base
  }
  const reason = value.text.trim()
  return reason === '' ? base : { ...base, reason: { value: reason, range: innerRange(reader.text, value) } }
}

/** `赵敏：了解背景` with a full-width colon, which is no mapping in YAML. */
function fullWidth(reader: Reader, item: YamlScalar, split: number): OptionalRef {
  const colon = item.range.start + split
  const key = item.text.slice(0, split).trimEnd()
  const rest = item.text.slice(split + 1)
  const reason = rest.trim()
  const from = colon + 1 + (rest.length - rest.trimStart().length)
  reader.problems.push(fault('not-person', { start: item.range.start, end: colon + 1 }, { key: reader.key }, {
    title: 'colon', edits: [{ range: { start: colon, end: from }, text: ': ' }],
  }))
  const ref = makeRef(key, { start: item.range.start, end: item.range.start + key.length })
  const base = { ...ref, item: item.range }
  return reason === '' ? base : { ...base, reason: { value: reason, range: { start: from, end: from + reason.length } } }
}

function ofKey(reader: Reader, entry: YamlEntry): PersonRef {
  const { start, end } = entry.keyRange
  const quoted = end - start === entry.key.length + 2 && /['"]/.test(reader.text.charAt(start))
  return makeRef(entry.key.trim(), quoted ? { start: start + 1, end: end - 1 } : entry.keyRange)
}

function readScalar(reader: Reader, node: YamlScalar, whole: YamlNode): PersonRef[] | undefined {
  const written = node.text.trim()
  if (written === '') return whole === node ? [] : refuse(reader, 'not-person', node.range)
  const range = innerRange(reader.text, node)
  if (!SEPARATOR.test(written)) return [makeRef(written, range)]
  const refs = split(written, range)
  if (refs === undefined) return [makeRef(written, range)]
  const list = refs.map((ref) => (ref.form === 'login' ? `'@${ref.value}'` : ref.value)).join(', ')
  const text = whole.kind === 'list' ? list : `[${list}]`
  // Inside a block list the item would become a list of its own, so only flow lists and bare values are mended in place.
  const mendable = whole === node || reader.text.charAt(whole.range.start) === '['
  reader.problems.push(fault('people-in-one-text', node.range, { key: reader.key }, mendable ? { title: 'list', edits: [{ range: node.range, text }] } : undefined))
  return refs
}

function split(written: string, range: Located<string>['range']): PersonRef[] | undefined {
  if (range.end - range.start < written.length) return undefined
  const refs: PersonRef[] = []
  const part = /[^,，、;；]+/g
  for (let match = part.exec(written); match !== null; match = part.exec(written)) {
    const name = match[0].trim()
    if (name === '') continue
    const start = range.start + match.index + (match[0].length - match[0].trimStart().length)
    refs.push(makeRef(name, { start, end: start + name.length }))
  }
  return refs
}

/** Where the reference is `@name`, the range covers the sign as well. */
function makeRef(written: string, range: Located<string>['range']): PersonRef {
  if (/^[@＠]/.test(written)) return { value: written.slice(1).trim(), range, form: 'login' }
  if (MAIL.test(written)) return { value: written, range, form: 'mail' }
  return { value: written, range, form: /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(written) ? 'key' : 'name' }
}
