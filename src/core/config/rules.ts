import { closest } from '../text/similar.ts'
import type { YamlMap, YamlNode } from '../yaml/node.ts'
import type { ConfigProblem, RuleSetting } from './model.ts'
import { fault } from './problems.ts'
import { Section } from './section.ts'

/** What the configuration has to know of a rule, so that a wrong setting of it is told and not passed over. */
export interface KnownRule {
  readonly id: string
  readonly options?: Readonly<Record<string, KnownOption>>
}

export type KnownOption = { readonly type: 'integer'; readonly minimum: number; readonly maximum: number } | { readonly type: 'boolean' } | { readonly type: 'strings' }

const SEVERITIES = ['off', 'info', 'warning', 'error'] as const

/** Reads `rules`: for each a severity alone, or a mapping of `severity` and the rule's options. A wrong option is reported and absent. */
export function readRules(map: YamlMap | undefined, known: readonly KnownRule[] | undefined, problems: ConfigProblem[]): Map<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>()
  const section = new Section(map, problems)
  for (const { key, keyRange, node } of section.entries()) {
    const rule = known?.find((each) => each.id === key)
    if (known !== undefined && rule === undefined) {
      const meant = closest(key, known.map((each) => each.id))
      problems.push(meant === undefined ? fault('unknown-rule', keyRange, { value: key }) : fault('misspelt-rule', keyRange, { value: key, meant }))
      continue
    }
    if (node.kind === 'scalar') {
      const severity = section.choice(key, SEVERITIES)
      rules.set(key, { ...(severity === undefined ? {} : { severity }), options: {}, range: keyRange })
    } else if (node.kind === 'map') {
      const own = new Section(node, problems, rule === undefined ? undefined : ['severity', ...Object.keys(rule.options ?? {})])
      const severity = own.choice('severity', SEVERITIES)
      rules.set(key, { ...(severity === undefined ? {} : { severity }), options: readOptions(own, rule, problems), range: keyRange })
    } else problems.push(fault('not-map', node.range, { key }))
  }
  return rules
}

function readOptions(section: Section, rule: KnownRule | undefined, problems: ConfigProblem[]): Record<string, unknown> {
  const options: Record<string, unknown> = {}
  for (const { key, node } of section.entries()) {
    if (key === 'severity') continue
    const schema = rule?.options !== undefined && Object.hasOwn(rule.options, key) ? rule.options[key] : undefined
    const value = plain(node)
    if (schema?.type === 'integer' && !(typeof value === 'number' && Number.isInteger(value) && value >= schema.minimum && value <= schema.maximum)) {
      problems.push(fault('not-between', node.range, { key, minimum: schema.minimum, maximum: schema.maximum }))
    } else if (schema?.type === 'boolean' && typeof value !== 'boolean') problems.push(fault('not-yes-no', node.range, { key }))
    else if (schema?.type === 'strings' && !(Array.isArray(value) && value.every((each) => typeof each === 'string'))) problems.push(fault('not-list', node.range, { key }))
    else options[key] = value
  }
  return options
}

/** A value as plain data, for rules' options. */
function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return null
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries(node.entries.map((each) => [each.key, plain(each.value)]))
}
