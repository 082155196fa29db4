import { hostOf, isConferencing, providerOf } from '../arrangement/conferencing.ts'
import type { Found, Proposal } from './model.ts'
import type { Source } from './source.ts'

const URL = /https?:\/\/[^\s<>"'`)\]）】，。；、|\\]+/gi
/** What a link to join may be introduced by. */
const JOINS = /\b(?:join|bridge|dial|conference|conferencing|video ?call|call|zoom|webex|jitsi|hangout|meet(?:ing)? link|meeting (?:url|room|link)|webrtc)\b|会议(?:链接|地址|号|id|室)|入会|接入/i
/** What says that a link leads elsewhere. */
const ELSEWHERE = /\b(?:record(?:ing|ed)|video recording|minutes|notes|agenda|issue|slides?|irc|chat|archive|calendar|time ?zone|playlist|transcript|slack|previous|upcoming)\b|录(?:像|屏|制|音|播)|回放|纪要|文档|视频/i
const NO_JOIN = /youtu\.?be|bilibili|docs\.google|github\.com|gitee\.com|hackmd\.io|\/rec(?:ording)?\/|\/wiki\/|\/docx?\/|\/calendar|\/docs\/|timeanddate|dateful|time\.is|everytimezone|slack\.com|discord\.(?:gg|com)\/(?!channels)|matrix\.to|lists\./i

/** Where to join: the first address of conferencing software, else one that a line or heading calls so. Recordings, notes and chats are none. */
export function readLink({ text, meeting, groups }: Source): Pick<Proposal, 'link' | 'provider'> {
  const { link: own } = meeting.fields
  let likely: Found<string> | undefined
  const underLink = groups.filter((group) => group.own && group.meaning === 'link').flatMap((group) => group.lines.map((line) => line.range.start))
  for (const match of text.slice(meeting.bodyStart).matchAll(URL)) {
    const start = meeting.bodyStart + match.index
    const url = match[0].replace(/[.,;:!?*_]+$/, '')
    if (NO_JOIN.test(url)) continue
    const lineStart = text.lastIndexOf('\n', start) + 1
    const before = text.slice(lineStart, start)
    const found: Found<string> = { value: url, sureness: 'sure', place: { in: 'text', range: { start, end: start + url.length } } }
    if (isConferencing(hostOf(url), []) && !ELSEWHERE.test(before)) return withProvider(found)
    const heading = underLink.some((at) => at >= lineStart && at <= start)
    if (likely === undefined && (heading || (JOINS.test(before.slice(-80)) && /meet|zoom|call|join|conf|room|webrtc/i.test(url))) && !ELSEWHERE.test(before)) likely = { ...found, sureness: 'likely' }
  }
  if (likely) return withProvider(likely)
  return own === undefined ? {} : withProvider({ value: own.value, sureness: 'sure', place: { in: 'text', range: own.range } })
}

function withProvider(link: Found<string>): Pick<Proposal, 'link' | 'provider'> {
  const provider = providerOf(hostOf(link.value))
  return { link, ...(provider === undefined ? {} : { provider }) }
}
