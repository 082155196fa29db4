import type { Language } from '../core/messages/message.ts'

/** What a command writes to and knows of its surroundings; given, so that tests can look at it. */
export interface Terminal {
  readonly out: (text: string) => void
  /** Notes and progress: never part of the result. */
  readonly note: (text: string) => void
  readonly colour: boolean
  /** Someone is looking at the notes. */
  readonly watched: boolean
  readonly interactive: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}

type Colour = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'underline'
const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39], green: [32, 39], underline: [4, 24],
}

/** Text in a colour, where the terminal shows colours. */
export function paint({ colour }: Pick<Terminal, 'colour'>, style: Colour, text: string): string {
  const [on, off] = CODES[style]
  return colour ? `\x1b[${on}m${text}\x1b[${off}m` : text
}

/** Control signs of a file's text made visible, so that no title steers a terminal. Line ends and tabs stay. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

/** The reader's language: asked for, else the locale's. */
export function languageOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  if (asked === 'zh' || asked === 'en') return asked
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}

/** Colours by the conventions of NO_COLOR and FORCE_COLOR, else where the stream is a terminal. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true
  return isTerminal && env['TERM'] !== 'dumb'
}
