/**
 * A text of a file or the configuration, safe to stand in Markdown: no mark, link, address or tag of it means anything, and it
 * stays on its line. A bare address would be made a link by GitHub's flavour, so colon, full stop and `@` are escaped too.
 */
export function escapeMarkdown(text: string, longest = 300): string {
  const line = plainLine(text)
  const clipped = line.length > longest ? `${line.slice(0, longest - 1)}…` : line
  return clipped.replace(/[\\`*_{}[\]()#+\-.!|<>~&:@^$"']/g, '\\$&')
}

/** A text on one line, without signs that cannot be seen: controls, and those that turn the direction of what follows. */
export function plainLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '').trim()
}

/** Lines of a Markdown list. */
export function markdownList(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}
