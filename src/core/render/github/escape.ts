import { cleanLine, cleanText } from '../clean.ts'

/*
 * GitHub sanitises HTML but not what a text does: `@name` sends a notification, `#12` writes into another issue's history,
 * a picture tells its host who reads (FACTS 2.3). A zero-width joiner after the sign breaks the first two and is not seen.
 */

const JOINER = '\u200d'

/** A person's text on one line of GitHub Markdown: it reads as it was typed and does nothing. */
export function escapeLine(text: string): string {
  const escaped = cleanLine(text)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*[\]~|$]/g, '\\$&')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
  return disarm(escaped)
}

/** The same at the beginning of a line, where further signs begin a block. */
export function escapeStart(text: string): string {
  const escaped = escapeLine(text)
  return escaped.replace(/^(?:[-+#>=:]|\d+(?=[.)]))/, (sign) => (/\d$/.test(sign) ? `${sign}\\` : `\\${sign}`))
}

/** A person's Markdown: its own structure stays, raw HTML, pictures and whatever acts outside the text do not. */
export function defuseMarkdown(source: string): string {
  const text = cleanText(source)
    .replace(/<((?:https?|mailto|tel):[^<>\s]*)>/gi, '$1')
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(/!(?=\[)/g, '')
    .replace(/\]\(\s*<?\s*(?!https?:|mailto:|tel:|#|[^:()\s]*(?:[)\s]|$))[^)\s]*/gi, '](#')
    .replace(/^(\s{0,3}\[[^\]]*\]:\s*)(?!https?:|mailto:|tel:)\S+/gim, '$1#')
  return disarm(text)
}

/** Code between backticks: the sign itself cannot stand in it. */
export function codeSpan(text: string): string {
  const line = cleanLine(text).replaceAll('`', "'").replaceAll('|', '¦').replaceAll('<!--', `<${JOINER}!--`)
  return line === '' ? '' : `\`${line}\``
}

/** https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue */
const CLOSING = /(?:close|fix|resolve)(?:[sd]|e[sd])?(?=:?\s+(?:#|GH-|https?:|[\w.-]+\/[\w.-]+#))/gi

/** Breaks mentions, references and closing keywords. */
export function disarm(text: string): string {
  return text
    .replace(/@(?=[\p{L}\p{N}_-])/gu, `@${JOINER}`)
    .replace(/#(?=\d)/g, `#${JOINER}`)
    .replace(/GH-(?=\d)/gi, (sign) => sign + JOINER)
    .replace(CLOSING, (word) => `${word.slice(0, 1)}${JOINER}${word.slice(1)}`)
}
