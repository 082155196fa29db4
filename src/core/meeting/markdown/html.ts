const RAW = /^<(?:script|pre|style|textarea)(?:\s|>|$)/i
const BLOCK_NAMES = new Set((
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset '
  + 'figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem '
  + 'nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'
).split(' '))
const NAME = /^<\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)(\/(?!>))?/i
const LONE_TAG = new RegExp(
  '^(?:<[a-z][a-z0-9-]*'
  + '(?:\\s+[a-z_:][a-z0-9_.:-]*(?:\\s*=\\s*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?)*\\s*/?>|</[a-z][a-z0-9-]*\\s*>)[ \\t]*$',
  'i',
)

/**
 * The kind of HTML block (CommonMark 4.6, 1 to 7) that a line beginning with `<` opens, 0 for none.
 * Only kind 7 cannot interrupt a paragraph.
 */
export function htmlKind(line: string): number {
  const second = line.charCodeAt(1)
  if (second === 33) {
    if (line.startsWith('<!--')) return 2
    if (line.startsWith('<![CDATA[')) return 5
    const third = line.charCodeAt(2) | 32
    return third >= 97 && third <= 122 ? 4 : 0
  }
  if (second === 63) return 3
  if (RAW.test(line)) return 1
  const name = NAME.exec(line)
  if (name && name[2] === undefined && BLOCK_NAMES.has((name[1] ?? '').toLowerCase())) return 6
  return LONE_TAG.test(line) ? 7 : 0
}

/** True when the line (from `at` to `end`) holds what ends an HTML block of kinds 1 to 5. */
export function endsHtml(kind: number, text: string, at: number, end: number): boolean {
  if (kind === 2) return within(text, '-->', at, end)
  if (kind === 3) return within(text, '?>', at, end)
  if (kind === 4) return within(text, '>', at, end)
  if (kind === 5) return within(text, ']]>', at, end)
  return kind === 1 && /<\/(?:script|pre|style|textarea)>/i.test(text.slice(at, end))
}

function within(text: string, what: string, at: number, end: number): boolean {
  return text.slice(at, end).includes(what)
}
