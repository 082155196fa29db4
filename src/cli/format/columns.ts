/** A text filled up to so many columns of a terminal, with one space behind it at least. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(1, columns - widthOf(text)))
}

/** The same with the text at the right, without a space behind it. */
export function padLeft(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - widthOf(text))) + text
}

/** A text cut to so many columns, with an ellipsis where something was cut off. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let [kept, width] = ['', 1]
  for (const sign of text) {
    width += widthOf(sign)
    if (width > columns) break
    kept += sign
  }
  return `${kept}…`
}

/** Chinese signs are two columns wide. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffdc]/.test(sign) ? 2 : 1), 0)
}
