import type { Meeting } from '../meeting/model.ts'
import type { FactRequest } from './facts.ts'
import { isData, isDeck, isMarkdown, isSheet, resolveLink, resolveMaterial } from './paths.ts'

/** What the rules will want to know of the repository's files to judge a meeting. Most meetings want nothing. */
export function requestFacts(meeting: Meeting, file: string): readonly FactRequest[] {
  const requests = new Map<string, FactRequest>()
  for (const { path, asOf } of meeting.fields.materials?.value ?? []) {
    if (path === undefined) continue
    const target = resolveMaterial(path.value)
    // Where nothing lies there, the rule wants to say whether it lies beside the meeting file.
    const beside = resolveLink(file, path.value)
    if (beside.kind === 'inside' && !requests.has(beside.path)) requests.set(beside.path, { path: beside.path, commit: false, deck: false, sheet: false })
    if (target.kind !== 'inside') continue
    const dated = isData(target.path) || isDeck(target.path) || isMarkdown(target.path)
    const deck = isDeck(target.path) || isMarkdown(target.path)
    requests.set(target.path, { path: target.path, commit: dated && asOf === undefined, deck, sheet: isSheet(target.path) })
  }
  for (const { url } of meeting.links) {
    const target = resolveLink(file, url.value)
    if (target.kind === 'inside' && !requests.has(target.path)) requests.set(target.path, { path: target.path, commit: false, deck: false, sheet: false })
  }
  return [...requests.values()]
}
