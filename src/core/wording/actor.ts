/** So many units the names before an act take at most. */
const LOOKED_AT = 60

/** What stands before names: "Action item (Niko): …", "TODO: …". */
const ANNOUNCED = /^\s*(?:action(?: item)?s?|ai|to-?do)\s*(?:\([^()]{1,40}\)\s*)?(?:[:：]\s*|(?=for \p{Lu}))/iu
/** One name: "Mara", "oK", "@kb", "mcmillan"; two words only where both have a capital. */
const NAME = '(?:@[\\p{L}\\p{N}_-]+|(?:(?:Dr|Mrs?|Ms|Prof)\\.? )?\\p{L}[\\p{L}\\p{N}.\'’_-]*(?: \\p{Lu}[\\p{L}.\'’-]*)?)'
const ACTORS = new RegExp(`^(?:for )?(${NAME})((?:\\s?[,&/]\\s?|,? and )${NAME}){0,4} (?:(?:to|will|shall)|(?:is|are|has|have|needs?|agreed|promised|offered|volunteers?|volunteered) to) (?=\\p{Ll}|PR\\b)`, 'u')

/** Words that begin an act and go on with "to", so that no name is taken for one: "switch to …", "add to …". */
const ACTS = new RegExp(`^(?:${[
  'add', 'agree', 'aim', 'announce', 'answer', 'appeal', 'apply', 'ask', 'assign', 'attach', 'attend', 'attempt', 'back', 'begin', 'bring', 'change', 'check', 'come', 'commit', 'compare', 'connect', 'continue', 'convert',
  'copy', 'decide', 'deliver', 'demo', 'donate', 'downgrade', 'email', 'escalate', 'explain', 'expand', 'extend', 'file', 'follow-?up', 'forward', 'get', 'give', 'go', 'hand', 'help', 'hope', 'increase', 'introduce', 'invite', 'issue', 'keep',
  'lead', 'learn', 'link', 'listen', 'look', 'mail', 'map', 'meet', 'merge', 'migrate', 'move', 'need', 'offer', 'open', 'pass', 'plan', 'point', 'port', 'post', 'prepare', 'present', 'promise', 'promote', 'propose', 'push',
  'reach', 'read', 'react', 'reduce', 'refer', 'remember', 'remind', 'rename', 'reply', 'report', 'respond', 'return', 'review', 'revert', 'say', 'sell', 'send', 'share', 'shift', 'show', 'speak', 'stick', 'start', 'submit', 'subscribe',
  'suggest', 'switch', 'talk', 'tell', 'transfer', 'translate', 'try', 'turn', 'update', 'upgrade', 'upload', 'use', 'volunteer', 'wait', 'want', 'work', 'write', 'how', 'what', 'when', 'where', 'whether', 'why', 'who', 'due',
  'according', 'access', 'answers', 'changes', 'link', 'links', 'letter', 'next', 'proposal', 'reply', 'response', 'to', 'up', 'in', 'on', 'at', 'with',
].join('|')})$`, 'i')

/**
 * An action item without who does it where the sentence begins with that: "Mara to order two pumps", "Action (KB, LT): order …".
 * Nobody's name says how definite the act is.
 */
export function withoutActor(sentence: string): string {
  const text = sentence.replace(ANNOUNCED, '')
  // "To" and "will" stand near the beginning, or no name stands before them.
  if (!/\b(?:to|will|shall) /.test(text.slice(0, LOOKED_AT))) return text
  const actors = ACTORS.exec(text)
  if (actors === null || /^\p{Ll}+ \p{Lu}/u.test(actors[0]) || ACTS.test((actors[1] ?? '').split(' ')[0] ?? '')) return text
  return text.slice(actors[0].length)
}
