import { cleanLine, shorten } from '../clean.ts'
import { chatButtons, chatLines, PLAIN, type Marks } from './lines.ts'
import { DISCORD, fitLines, jsonBytes, SLACK, TEAMS, units } from './limits.ts'
import type { ChatPost, Json } from './payload.ts'

/** The services whose posts go out of an incoming webhook. */
export const SERVICES = { slack: slackPayload, teams: teamsPayload, discord: discordPayload }

/** mrkdwn: `&`, `<` and `>` are the only signs that can call or link; a joiner keeps the others from pairing. */
const SLACK_MARKS: Marks = {
  escape: (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/[*_~`]/g, '\u2060$&\u2060'),
  bold: (text) => (text.trim() === '' ? '' : `*${text.trim()}*`),
  link: (url, text) => `<${url.replace(/&/g, '&amp;')}${text === undefined ? '' : `|${text.replaceAll('|', '¦')}`}>`,
}

/** https://api.slack.com/block-kit. The title and the fall-back are plain text. */
function slackPayload({ notice, people }: ChatPost): Json {
  const lines = chatLines(notice, SLACK_MARKS, {
    name: (key) => {
      const id = people.id(key)
      return id !== undefined && /^[UW][A-Z0-9]{2,20}$/.test(id) ? `<@${id}>` : SLACK_MARKS.escape(cleanLine(people.name(key)))
    },
  })
  const sections = sectionsOf(lines).map((text): Json => ({ type: 'section', text: { type: 'mrkdwn', text } }))
  const buttons = chatButtons(notice).slice(0, 5)
    .map(({ text, url }): Json => ({ type: 'button', text: { type: 'plain_text', text }, url }))
  return {
    text: SLACK_MARKS.escape(shorten(notice.subject, 300)),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: shorten(notice.subject, SLACK.header), emoji: false } },
      ...sections,
      ...(buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons }]),
    ],
    unfurl_links: false,
  }
}

/** Lines in sections: a line too long for one of its own is cut, any other begins the next; what is left over is marked. */
function sectionsOf(lines: readonly string[]): readonly string[] {
  const sections: string[] = []
  let rest = lines
  while (rest.length > 0 && sections.length < SLACK.sections) {
    const part = fitLines(rest, SLACK.section, 1, units)
    const whole = part.length === rest.length && part[part.length - 1] === rest[rest.length - 1]
    const kept = whole || part.length === 1 || sections.length === SLACK.sections - 1 ? part : part.slice(0, -1)
    sections.push(kept.join('\n'))
    rest = rest.slice(kept.length)
  }
  return sections
}

/**
 * An Adaptive Card through Workflows. Its text blocks read Markdown, so all text stands in runs of rich text, which do not.
 * A called person stands in a block of their own, whose `<at>` has its entity.
 */
function teamsPayload({ notice, people }: ChatPost): Json {
  const called = new Map<string, { id: string; name: string }>()
  const lines = chatLines(notice, PLAIN, {
    name: (key) => {
      const name = cleanLine(people.name(key))
      const id = people.id(key)
      if (id !== undefined && /^[\w.+@-]{3,120}$/.test(id)) called.set(key, { id, name: name.replace(/[<>&\\*_[\]()`#]/g, '') })
      return name
    },
  })
  const run = (text: string, look: Readonly<Record<string, string>>): Json =>
    ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, ...look }] })
  const title = run(notice.subject, { weight: 'Bolder', size: 'Medium' })
  const body = fitLines(lines, TEAMS.bytes, TEAMS.block, jsonBytes).map((line) => run(line, {}))
  const persons = [...called.values()]
  const at = persons.map(({ name }) => `<at>${name}</at>`).join(' ')
  const calls: Json[] = at === '' ? [] : [{ type: 'TextBlock', wrap: true, text: at }]
  const entities = persons.map(({ id, name }): Json => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } }))
  const actions = chatButtons(notice).map(({ text, url }): Json => ({ type: 'Action.OpenUrl', title: text, url }))
  return {
    type: 'message',
    attachments: [{
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4',
        body: [title, ...calls, ...body],
        actions,
        msteams: { width: 'Full', entities },
      },
    }],
  }
}

const DISCORD_MARKS: Marks = {
  escape: (text) => text.replace(/[\\*_~`|>[\]()<#:@-]/g, '\\$&'),
  bold: (text) => (text.trim() === '' ? '' : `**${text.trim()}**`),
  link: (url, text) => (text === undefined ? `<${url}>` : `[${text}](<${url}>)`),
}

/** Nobody is called but by an id from the configuration. */
function discordPayload({ notice, people }: ChatPost): Json {
  const users = new Set<string>()
  const lines = chatLines(notice, DISCORD_MARKS, {
    name: (key) => {
      const id = people.id(key)
      if (id === undefined || !/^\d{15,21}$/.test(id)) return DISCORD_MARKS.escape(cleanLine(people.name(key)))
      users.add(id)
      return `<@${id}>`
    },
  })
  const links = chatButtons(notice).map(({ text, url }) => DISCORD_MARKS.link(url, DISCORD_MARKS.escape(text)))
  return {
    // A mention in an embed calls nobody, so it stands in the content too.
    content: [...users].map((id) => `<@${id}>`).join(' '),
    embeds: [{
      title: shorten(notice.subject.replace(/[\\*_~`|[\]<>]/g, '\\$&'), DISCORD.title),
      description: fitLines(lines, DISCORD.description, 1, units, links).join('\n'),
    }],
    allowed_mentions: { parse: [], users: [...users].slice(0, 100) },
  }
}
