import type { Range } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Message, MessageData } from '../messages/message.ts'

/** A value of YAML with the place it was read from. Ranges are of the whole text that was given to the reader. */
export type YamlNode = YamlScalar | YamlList | YamlMap

export interface YamlScalar {
  readonly kind: 'scalar'
  /** By YAML 1.2's core schema: `14:00`, `no` and dates are text. */
  readonly value: string | number | boolean | null
  /** What was written, without quotes and with escapes resolved; empty for nothing. */
  readonly text: string
  /** As written, quotes included; empty and right after the colon where nothing stands. */
  readonly range: Range
  readonly quoted: boolean
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly range: Range
}

export interface YamlMap {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
  readonly range: Range
}

export interface YamlEntry {
  readonly key: string
  readonly keyRange: Range
  /** Absent where the value could not be read; a problem then says why. */
  readonly value?: YamlNode
}

/** Something that is not YAML, or is YAML but surely not what was meant. */
export interface YamlProblem {
  readonly code: string
  readonly message: Message
  readonly data: MessageData
  readonly range: Range
  /** The repair; it changes how a thing is written, never what it says. */
  readonly fix?: { readonly title: Message; readonly edits: readonly TextEdit[] }
}
