/** A title as a part of a file's name and of an id: letters and digits of any script, joined by `-`, at most 40 of them; `meeting` where it has none. */
export function slugOf(title: string): string {
  const words = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return Array.from(words).slice(0, 40).join('').replace(/-+$/, '') || 'meeting'
}
