import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { githubDescription } from '../../../scripts/github-description.mjs'

type Json = Readonly<Record<string, unknown>>

/** One operation of GitHub's REST API. */
interface Operation {
  readonly method: string
  readonly pattern: RegExp
  readonly path: string
  readonly names: readonly string[]
  readonly spec: Json
}

/** GitHub's own description of its API: what a request and an answer may look like. */
export interface Description {
  /** What is wrong with a request; empty where nothing is. */
  request(method: string, url: URL, body: unknown): string[]
  response(method: string, url: URL, status: number, body: unknown): string[]
  /** An answer's body as the description asks: the given values, and a value of the right kind wherever one is required. */
  fill(method: string, url: URL, status: number, given: unknown): unknown
}

let loaded: Description | undefined

/** Read once a process: it takes half a second. */
export function description(): Description {
  loaded ??= load(JSON.parse(readFileSync(githubDescription(), 'utf8')) as Json)
  return loaded
}

function load(spec: Json): Description {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  const addFormats = formats.default as (ajv: Ajv) => unknown
  addFormats(ajv)
  ajv.addSchema({ $id: 'gh', components: toSchema(spec['components']) as object })
  const operations = operationsOf(spec)
  const validators = new Map<string, ValidateFunction>()
  const errors = (name: string, schema: unknown, value: unknown): string[] => {
    let validate = validators.get(name)
    if (validate === undefined) validators.set(name, (validate = ajv.compile(JSON.parse(JSON.stringify(toSchema(schema)).replaceAll('"#/components', '"gh#/components')) as object)))
    return validate(value) ? [] : (validate.errors ?? []).slice(0, 5).map((each) => `${each.instancePath || '/'} ${each.message ?? ''}`)
  }
  const deref = (node: unknown): Json => {
    let at = node as Json
    while (typeof at['$ref'] === 'string') at = at['$ref'].slice(2).split('/').reduce<unknown>((inside, key) => (inside as Json)[key.replaceAll('~1', '/')], spec) as Json
    return at
  }
  const find = (method: string, url: URL): (Operation & { readonly values: readonly string[] }) | undefined => {
    for (const each of operations) {
      const match = each.method === method.toLowerCase() ? each.pattern.exec(url.pathname) : null
      if (match !== null) return { ...each, values: match.slice(1).map(decodeURIComponent) }
    }
    return undefined
  }
  const answer = (operation: Operation, status: number): Json | undefined => {
    const response = (operation.spec['responses'] as Json)[String(status)]
    return response === undefined ? undefined : deref(response)
  }
  const schemaOf = (content: unknown): Json | undefined => ((content as Json | undefined)?.['application/json'] as Json | undefined)?.['schema'] as Json | undefined
  return {
    request(method, url, body) {
      const operation = find(method, url)
      if (operation === undefined) return [`GitHub has no operation ${method} ${url.pathname}`]
      const known = new Set<string>()
      const found: string[] = []
      for (const each of (operation.spec['parameters'] as unknown[] | undefined ?? []).map(deref)) {
        const name = String(each['name'])
        if (each['in'] === 'query') known.add(name)
        const raw = each['in'] === 'query' ? url.searchParams.get(name) : each['in'] === 'path' ? operation.values[operation.names.indexOf(name)] : undefined
        if (raw === null || raw === undefined) continue
        const type = JSON.stringify(deref(each['schema']))
        const value = type.includes('"integer"') && /^-?\d+$/.test(raw) ? Number(raw) : type.includes('"boolean"') ? raw === 'true' : raw
        found.push(...errors(`${operation.method} ${operation.path} ${name}`, each['schema'], value).map((error) => `${name}: ${error}`))
      }
      for (const name of url.searchParams.keys()) if (!known.has(name)) found.push(`there is no query parameter ${name}`)
      const wanted = operation.spec['requestBody'] === undefined ? undefined : schemaOf(deref(operation.spec['requestBody'])['content'])
      if (wanted !== undefined && body !== undefined) {
        found.push(...errors(`${operation.method} ${operation.path} body`, wanted, body))
        const properties = deref(wanted)['properties'] as Json | undefined
        if (properties !== undefined) for (const name of Object.keys(body as Json)) if (!(name in properties)) found.push(`there is no field ${name}`)
      }
      return found
    },
    response(method, url, status, body) {
      const operation = find(method, url)
      if (operation === undefined) return ['no such operation']
      const response = answer(operation, status)
      if (response === undefined) return [`status ${status} is not declared`]
      const schema = schemaOf(response['content'])
      return schema === undefined || body === undefined ? [] : errors(`${operation.method} ${operation.path} ${status}`, schema, body)
    },
    fill(method, url, status, given) {
      const operation = find(method, url)
      const response = operation === undefined ? undefined : answer(operation, status)
      const schema = response === undefined ? undefined : schemaOf(response['content'])
      return schema === undefined ? given : fill(schema, given, deref, 0)
    },
  }
}

/** Values for whatever is required and not given. */
function fill(node: unknown, given: unknown, deref: (node: unknown) => Json, depth: number): unknown {
  const schema = deref(node)
  if (Array.isArray(given)) return given.map((each) => fill(schema['items'] ?? {}, each, deref, depth + 1))
  if (given !== undefined && (typeof given !== 'object' || given === null)) return given
  const choices = (schema['anyOf'] ?? schema['oneOf']) as unknown[] | undefined
  if (choices !== undefined && schema['properties'] === undefined) {
    if (given === undefined && (schema['nullable'] === true || choices.some((each) => deref(each)['nullable'] === true))) return null
    const fitting = choices.find((each) => given === undefined || deref(each)['type'] === 'object' || deref(each)['properties'] !== undefined)
    return fill(fitting ?? choices[0], given, deref, depth)
  }
  const all = schema['allOf'] as unknown[] | undefined
  if (all !== undefined && schema['properties'] === undefined) return all.reduce((value, each) => fill(each, value, deref, depth), given)
  if (schema['properties'] !== undefined || typeof given === 'object') {
    if (given === undefined && schema['nullable'] === true) return null
    const properties = (schema['properties'] ?? {}) as Json
    const filled: Record<string, unknown> = { ...(given as Json | undefined) }
    for (const name of schema['required'] as string[] | undefined ?? []) if (filled[name] === undefined) filled[name] = depth > 12 ? {} : fill(properties[name] ?? {}, undefined, deref, depth + 1)
    for (const name of Object.keys(filled)) if (properties[name] !== undefined && typeof filled[name] === 'object' && filled[name] !== null) filled[name] = fill(properties[name], filled[name], deref, depth + 1)
    return filled
  }
  return plain(schema)
}

function plain(schema: Json): unknown {
  if (schema['nullable'] === true) return null
  const choices = schema['enum'] as unknown[] | undefined
  if (choices !== undefined) return choices[0]
  const type = Array.isArray(schema['type']) ? schema['type'][0] as unknown : schema['type']
  if (type === 'integer' || type === 'number') return schema['minimum'] ?? 0
  if (type === 'boolean') return false
  if (type === 'array') return []
  if (type === 'object') return {}
  if (schema['format'] === 'date-time') return '2026-01-01T00:00:00Z'
  return schema['format'] === 'uri' ? 'https://example.org/' : schema['format'] === 'email' ? 'a@example.org' : 'x'
}

function operationsOf(spec: Json): Operation[] {
  const found: Operation[] = []
  for (const [path, item] of Object.entries(spec['paths'] as Json)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
      const operation = (item as Json)[method]
      if (operation === undefined) continue
      const names: string[] = []
      const pattern = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{([^}]+)\}/g, (_, name: string) => {
        names.push(name)
        return /^(?:path|ref|basehead)$/.test(name) ? '(.+)' : '([^/]+)'
      })
      found.push({ method, path, names, pattern: new RegExp(`^${pattern}$`), spec: operation as Json })
    }
  }
  const letters = (path: string): number => path.replace(/\{[^}]+\}/g, '').length
  return found.sort((a, b) => letters(b.path) - letters(a.path))
}

/** OpenAPI 3.0 as JSON Schema: what may be null says so in its type. */
function toSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toSchema)
  if (typeof node !== 'object' || node === null) return node
  const schema: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(node)) {
    if (key === 'example' || key === 'examples' || key === 'discriminator' || key === 'xml' || key === 'externalDocs' || key.startsWith('x-')) continue
    schema[key] = key === 'enum' || key === 'default' || key === 'const' ? value : toSchema(value)
  }
  if (schema['nullable'] !== true) return schema
  delete schema['nullable']
  if (typeof schema['type'] !== 'string') return { anyOf: [{ type: 'null' }, schema] }
  schema['type'] = [schema['type'], 'null']
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(null)) schema['enum'] = [...schema['enum'] as unknown[], null]
  return schema
}
