import type { Config } from '../config/model.ts'
import type { ActionItem, PersonRef } from '../meeting/model.ts'

/** What makes a name at the beginning an owner: a colon or a dash, and what is to be done; after a Chinese name a space will do. */
const AFTER_NAME = /^\s*(?:[:：]|[-–—]\s|(?:to|will|shall)\s)/
const AFTER_CHINESE_NAME = /^(?:\s*[:：,，、—–-]|\s)/

/**
 * The people who own an action item (D2), each as they are written in `text`, the file's. Where nobody is marked as such, a name of the
 * directory that the item begins with: “韩梅梅：公布分配表” is hers (FORMAT 1, a plain name).
 */
export function ownersOf(text: string, item: ActionItem, config: Config): readonly PersonRef[] {
  return item.owners.length > 0 ? item.owners : namedFirst(text, item, config)
}

function namedFirst(text: string, { text: { value, range } }: ActionItem, config: Config): PersonRef[] {
  for (const { key, name } of config.people.values()) {
    for (const [word, form] of [[name, 'name'], [key, 'key']] as const) {
      if (word === undefined || word === '' || !value.startsWith(word)) continue
      const chinese = /\p{Script=Han}$/u.test(word)
      if (!(chinese ? AFTER_CHINESE_NAME : AFTER_NAME).test(value.slice(word.length))) continue
      // Marks may stand before it: **name**.
      const at = text.slice(range.start, range.end).indexOf(word)
      return [{ value: word, form, range: at === -1 ? range : { start: range.start + at, end: range.start + at + word.length } }]
    }
  }
  return []
}
