import type { Range } from '../text/range.ts'
import type { YamlMap } from '../yaml/node.ts'
import { CHANNELS, type Channel, type ChannelName, type Config, type ConfigProblem, type Importance, type Urgency } from './model.ts'
import { fault } from './problems.ts'
import { Section } from './section.ts'

/** Keys of a channel; those but `from` are names of secrets. */
export const CHANNEL_KEYS = ['secret', 'from', 'sign', 'inbox'] as const

/** Reads `channels`: what each needs to send, by secrets' names. */
export function readChannels(map: YamlMap | undefined, problems: ConfigProblem[]): Map<ChannelName, Channel> {
  const channels = new Map<ChannelName, Channel>()
  for (const { key, keyRange, node } of new Section(map, problems).entries()) {
    const name = channelName(key, keyRange, problems)
    if (name === undefined) continue
    if (node.kind !== 'map') {
      problems.push(fault('not-map', node.range, { key }))
      continue
    }
    const section = new Section(node, problems, CHANNEL_KEYS)
    const texts = CHANNEL_KEYS.map((each) => [each, section.text(each)] as const).filter(([, text]) => text !== undefined)
    channels.set(name, { name, ...(Object.fromEntries(texts) as Omit<Channel, 'name'>) })
  }
  return channels
}

/** Reads `policy`: importance × urgency → channels, and each channel's fall-back. */
export function readPolicy(
  map: YamlMap | undefined, channels: ReadonlyMap<ChannelName, Channel>, problems: ConfigProblem[],
): Pick<Config, 'policy' | 'fallback'> {
  const section = new Section(map, problems, ['channels', 'fallback'])
  const fallback = new Map<ChannelName, ChannelName>()
  for (const { key, keyRange, node } of new Section(section.map('fallback'), problems).entries()) {
    const from = channelName(key, keyRange, problems)
    const to = node.kind === 'scalar' ? channelName(node.text.trim(), node.range, problems) : undefined
    if (from !== undefined && to !== undefined) fallback.set(from, to)
    if (from !== undefined && leadsBack(from, fallback)) {
      problems.push(fault('fallback-loop', node.range, { value: from }))
      fallback.delete(from)
    }
  }
  const table = section.map('channels')
  return table === undefined ? { fallback } : { fallback, policy: readTable(table, channels, problems) }
}

function readTable(map: YamlMap, channels: ReadonlyMap<ChannelName, Channel>, problems: ConfigProblem[]): NonNullable<Config['policy']> {
  const section = new Section(map, problems, ['normal', 'high'])
  const row = (importance: Importance): Record<Urgency, readonly ChannelName[]> => {
    const cells = new Section(section.map(importance), problems, ['normal', 'urgent'])
    const cell = (urgency: Urgency): readonly ChannelName[] => {
      const texts = cells.texts(urgency)
      if (texts === undefined) return builtInChannels(importance, channels)
      return [...new Set(texts.flatMap(({ value, range }) => channelName(value, range, problems) ?? []))]
    }
    return { normal: cell('normal'), urgent: cell('urgent') }
  }
  return { normal: row('normal'), high: row('high') }
}

/** With no policy: `github`, and `mail` where configured; two of the configured ones for an important meeting (FORMAT 2). */
export function builtInChannels(importance: Importance, channels: ReadonlyMap<ChannelName, Channel>): readonly ChannelName[] {
  const first: ChannelName[] = channels.has('mail') ? ['github', 'mail'] : ['github']
  if (importance === 'normal' || first.length === 2) return first
  return [...first, ...[...channels.keys()].filter((name) => name !== 'github')].slice(0, 2)
}

function channelName(text: string, range: Range, problems: ConfigProblem[]): ChannelName | undefined {
  const name = CHANNELS.find((each) => each === text)
  if (name === undefined) problems.push(fault('unknown-channel', range, { value: text, choices: { list: CHANNELS } }))
  return name
}

function leadsBack(from: ChannelName, fallback: ReadonlyMap<ChannelName, ChannelName>): boolean {
  const seen = new Set<ChannelName>([from])
  for (let at = fallback.get(from); at !== undefined; at = fallback.get(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
