/**
 * A text of a file or the configuration, safe to stand in Markdown: no mark, link, address or tag of it means anything, and it
 * stays on its line. A bare address would be made a link by GitHub's flavour, so colon, full stop and `@` are escaped too.
 */
export function escapeMarkdown(text: string, longest = 300): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const clipped = line.length > longest ? `${line.slice(0, longest - 1)}…` : line
  return clipped.replace(/[\\`*_{}[\]()#+\-.!|<>~&:@^$"']/g, '\\$&')
}

/** Lines of a Markdown list. */
export function markdownList(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n')
}
