import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Language } from '../core/messages/message.ts'
import { closest } from '../core/text/similar.ts'
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

/** An option's text; undefined where it was not given. */
export function text(options: Options, name: string): string | undefined {
  const value = options.values[name]
  return typeof value === 'string' ? value : undefined
}
