import type { ChannelName } from '../../config/model.ts'
import { cleanLine } from '../clean.ts'
import { namesFor, type Notice } from '../notice/notice.ts'
import { CHINESE_SERVICES } from './chinese-services.ts'
import { fitLines, jsonBytes, WEBHOOK } from './limits.ts'
import { chatButtons, chatLines, PLAIN } from './lines.ts'
import { SERVICES } from './services.ts'

/** The channels that take a JSON post. */
export type ChatChannel = Exclude<ChannelName, 'github' | 'mail' | 'phone'>

/** JSON as it is sent, before a service's signature. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Whom a post is about, and whom it calls. */
export interface ChatPeople {
  readonly name: (key: string) => string
  /** The person's id on this channel where they are to be called; from the configuration only, never from a meeting's text. */
  readonly id: (key: string) => string | undefined
}

/** What a service needs to write a post. */
export interface ChatPost {
  readonly notice: Notice
  readonly people: ChatPeople
  /** The meeting's id, or none for what concerns several meetings. */
  readonly meeting?: string
}

/**
 * The body of a post for one service, within its limits (FACTS 4): what does not fit is cut at a line's end and marked. No text
 * of a meeting can call anybody or write the service's marks (FACTS 2.3).
 */
export function chatPayload(channel: ChatChannel, { notice, people, ...rest }: ChatPost): Json {
  const post: ChatPost = { ...rest, notice, people: { ...people, name: namesFor(people.name, notice.language) } }
  switch (channel) {
    case 'slack':
    case 'teams':
    case 'discord':
      return SERVICES[channel](post)
    case 'feishu':
    case 'dingtalk':
    case 'wecom':
      return CHINESE_SERVICES[channel](post)
    case 'webhook':
      return genericPayload(post)
  }
}

/** A post for the team's own receiver: data and plain text, nothing to escape but JSON. */
function genericPayload({ notice, people, meeting }: ChatPost): Json {
  const lines = chatLines(notice, PLAIN, { name: (key) => cleanLine(people.name(key)) })
  return {
    version: 1,
    meeting: meeting ?? null,
    language: notice.language,
    important: notice.important,
    title: notice.subject,
    lines: fitLines(lines, WEBHOOK.bytes, 3, jsonBytes),
    links: chatButtons(notice).map(({ text, url }) => ({ text, url })),
  }
}
