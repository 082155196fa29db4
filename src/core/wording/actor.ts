import { BEFORE_TO } from '../text/before-to.ts'

/** So many units the names before an act take at most. */
const LOOKED_AT = 60

/** What stands before names: "Action item (Niko): …", "TODO: …". */
const ANNOUNCED = /^\s*(?:action(?: item)?s?|ai|to-?do)\s*(?:\([^()]{1,40}\)\s*)?(?:[:：]\s*|(?=for \p{Lu}))/iu
/** One name: "Mara", "oK", "@kb", "mcmillan"; two words only where both have a capital. */
const NAME = '(?:@[\\p{L}\\p{N}_-]+|(?:(?:Dr|Mrs?|Ms|Prof)\\.? )?\\p{L}[\\p{L}\\p{N}.\'’_-]*(?: \\p{Lu}[\\p{L}.\'’-]*)?)'
const ACTORS = new RegExp(`^(?:for )?(${NAME})((?:\\s?[,&/]\\s?|,? and )${NAME}){0,4} (?:(?:to|will|shall)|(?:is|are|has|have|needs?|agreed|promised|offered|volunteers?|volunteered) to) (?=\\p{Ll}|PR\\b)`, 'u')

/**
 * An action item without who does it where the sentence begins with that: "Mara to order two pumps", "Action (KB, LT): order …".
 * Nobody's name says how definite the act is.
 */
export function withoutActor(sentence: string): string {
  const text = sentence.replace(ANNOUNCED, '')
  // "To" and "will" stand near the beginning, or no name stands before them.
  if (!/\b(?:to|will|shall) /.test(text.slice(0, LOOKED_AT))) return text
  const actors = ACTORS.exec(text)
  if (actors === null || /^\p{Ll}+ \p{Lu}/u.test(actors[0]) || BEFORE_TO.has((actors[1] ?? '').split(' ')[0]?.toLowerCase() ?? '')) return text
  return text.slice(actors[0].length)
}
