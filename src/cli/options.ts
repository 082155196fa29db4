import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Language } from '../core/messages/message.ts'
import { closest } from '../core/text/similar.ts'
import { resolveWall, type Instant } from '../core/arrangement/zone.ts'
import { readMoment } from '../core/meeting/front-matter/times.ts'
import { UsageError } from './errors.ts'

export interface Options {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/** Reads a command's arguments; one that it does not know is a usage error with "did you mean". */
export function readOptions(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>, language: Language): Options {
  try {
    const all = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' }, ...options } as const
    const { values, positionals } = parseArgs({ args: [...args], options: all, allowPositionals: true, strict: true })
    const lang = values.lang
    if (lang !== undefined && lang !== 'en' && lang !== 'zh') {
      throw new UsageError(language === 'zh' ? `--lang 只能是 en 或 zh，不能是“${lang}”。` : `--lang is en or zh, not “${lang}”.`)
    }
    return { values, positionals }
  } catch (error) {
    if (error instanceof UsageError) throw error
    const unknown = /'(--?[^'\s]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    const name = unknown.replace(/^-+/, '')
    if (Object.hasOwn(options, name)) {
      throw new UsageError(language === 'zh' ? `--${name} 后面缺少值，或多写了值。` : `--${name} lacks its value, or has one that it does not take.`)
    }
    const meant = closest(name, Object.keys(options))
    throw new UsageError(language === 'zh'
      ? `没有 ${unknown} 这个选项${meant === undefined ? '' : `，是否想用 --${meant}？`}。加 --help 可查看全部选项。`
      : `There is no option ${unknown}${meant === undefined ? '.' : `; did you mean --${meant}?`} Add --help for all of them.`)
  }
}

/**
 * The instant that `--now` names: with `Z` or an offset as it says, without one in the configuration's zone (UTC without it).
 * Absent: the clock's.
 */
export function readNow(written: string | boolean | undefined, zone: string | undefined, language: Language): Instant {
  if (typeof written !== 'string') return Date.now()
  const wrong = (): never => {
    throw new UsageError(language === 'zh' ? `--now“${written}”不是时间，请写成 2026-12-01T09:00:00Z。` : `--now “${written}” is no time; write it as 2026-12-01T09:00:00Z.`)
  }
  const text = written.trim()
  if (/(?:z|[+-]\d\d:?\d\d)$/i.test(text) && /^\d{4}-\d\d-\d\d[t ]\d\d:\d\d/i.test(text)) {
    const instant = Date.parse(text.replace(' ', 'T'))
    return Number.isNaN(instant) ? wrong() : instant
  }
  const moment = readMoment({ text, key: 'now', problems: [] }, { kind: 'scalar', value: text, text, range: { start: 0, end: text.length }, quoted: false })
  if (moment === undefined) return wrong()
  return resolveWall(`${moment.day}T${moment.clock ?? '00:00'}`, zone ?? 'UTC').instant
}

/** An option's text; undefined where it was not given. */
export function text(options: Options, name: string): string | undefined {
  const value = options.values[name]
  return typeof value === 'string' ? value : undefined
}
