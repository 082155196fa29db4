/** A language that every text of the product exists in. */
export type Language = 'en' | 'zh'

/** A text in both languages, with `{name}` placeholders, the same ones in each. */
export interface Message {
  readonly en: string
  readonly zh: string
}

/**
 * A value for a placeholder. Ids and data travel, words are chosen at the edge, so everything whose wording
 * depends on the language is a tagged value:
 * `minutes` a length of time, `wall` a local time `YYYY-MM-DDTHH:MM` (weekday and clock are shown), `date` a
 * day `YYYY-MM-DD`, `list` names joined as the language joins them, `message` another message.
 */
export type MessageValue =
  | string
  | number
  | { readonly minutes: number }
  | { readonly wall: string }
  | { readonly date: string }
  | { readonly list: readonly MessageValue[] }
  | { readonly message: Message; readonly data?: MessageData }

export type MessageData = Readonly<Record<string, MessageValue>>
