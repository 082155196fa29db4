/**
 * Up to where a list by time was read: GitHub's time, whose unit is a second, and what was seen of that second, so that the next run
 * asks from there on, misses nothing of the same second, and takes nothing for new that it has seen.
 */
export interface Mark {
  readonly since: string
  readonly seen: ReadonlySet<string>
}

export function readMark(text: string): Mark {
  const [since = '', seen = ''] = text.split(' ')
  return { since, seen: new Set(seen.split(',').filter((each) => each !== '')) }
}

/** The next mark, from every item of a list with its time and a name that tells this state of it from others. */
export function nextMark(former: Mark | undefined, items: readonly { readonly at: string; readonly name: string }[]): string | undefined {
  const since = items.reduce((latest, each) => (each.at > latest ? each.at : latest), former?.since ?? '')
  if (since === '') return undefined
  const seen = items.filter((each) => each.at === since).map((each) => each.name)
  const all = new Set([...(former?.since === since ? former.seen : []), ...seen])
  return all.size === 0 ? since : `${since} ${[...all].sort().join(',')}`
}

/** Whether an item was seen by whoever made the mark. */
export function isSeen(mark: Mark | undefined, item: { readonly at: string; readonly name: string }): boolean {
  return mark !== undefined && item.at === mark.since && mark.seen.has(item.name)
}
