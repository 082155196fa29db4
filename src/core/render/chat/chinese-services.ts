import { cleanLine, shorten } from '../clean.ts'
import { chatButtons, chatLines, type Marks } from './lines.ts'
import { DINGTALK, FEISHU, fitLines, jsonBytes, WECOM } from './limits.ts'
import type { ChatPost, Json } from './payload.ts'

/** 飞书, 钉钉 and 企业微信: group robots. */
export const CHINESE_SERVICES = { feishu: feishuPayload, dingtalk: dingtalkPayload, wecom: wecomPayload }

/** The card's Markdown takes signs as entities (open.feishu.cn, "卡片 Markdown 组件"). */
const FEISHU_MARKS: Marks = {
  escape: (text) => text.replace(/[&<>*_~`[\]()\\#]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  bold: (text) => (text.trim() === '' ? '' : `**${text.trim()}**`),
  link: (url, text) => `[${text ?? url.replace(/[[\]]/g, '')}](${inMarkdown(url)})`,
}

function feishuPayload({ notice, people }: ChatPost): Json {
  const lines = chatLines(notice, FEISHU_MARKS, {
    name: (key) => {
      const id = people.id(key)
      const sound = id !== undefined && /^ou_[A-Za-z0-9_]{1,60}$/.test(id)
      return sound ? `<at id=${id}></at>` : FEISHU_MARKS.escape(cleanLine(people.name(key)))
    },
  })
  const content = fitLines(lines, FEISHU.bytes, 2, jsonBytes).join('\n')
  const actions = chatButtons(notice).map(({ text, url }): Json =>
    ({ tag: 'button', text: { tag: 'plain_text', content: text }, url, type: 'default' }))
  return {
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: {
        title: { tag: 'plain_text', content: shorten(notice.subject, 200) },
        template: notice.important ? 'orange' : 'blue',
      },
      elements: [
        { tag: 'div', text: { tag: 'lark_md', content } },
        ...(actions.length === 0 ? [] : [{ tag: 'action', actions }]),
      ],
    },
  }
}

/** Markdown without entities: signs that would mark are written in their full-width forms, which read the same. */
const WIDE: Readonly<Record<string, string>> = {
  '<': '＜', '>': '＞', '@': '＠', '*': '＊', '_': '＿', '`': '｀', '[': '［', ']': '］', '#': '＃', '\\': '＼',
  '~': '～', '|': '｜', '!': '！',
}
const WIDE_MARKS: Marks = {
  escape: (text) => {
    const wide = text.replace(/[<>@*_`[\]#\\~|!]/g, (sign) => WIDE[sign] ?? sign)
    return wide.replace(/^(\d+)\./, '$1．').replace(/^-/, '－')
  },
  bold: (text) => (text.trim() === '' ? '' : `**${text.trim()}**`),
  link: (url, text) => `[${text ?? url.replace(/[[\]]/g, '')}](${inMarkdown(url)})`,
}

/** The robot calls whom `at` names; the text has to name them too. */
function dingtalkPayload({ notice, people }: ChatPost): Json {
  const users = new Set<string>()
  const lines = chatLines(notice, WIDE_MARKS, {
    name: (key) => {
      const id = people.id(key)
      if (id === undefined || !/^[A-Za-z0-9$:.-]{1,64}$/.test(id)) return WIDE_MARKS.escape(cleanLine(people.name(key)))
      users.add(id)
      return `@${id} `
    },
  })
  const links = chatButtons(notice).map(({ text, url }) => WIDE_MARKS.link(url, WIDE_MARKS.escape(text)))
  const text = fitLines([`### ${WIDE_MARKS.escape(notice.subject)}`, ...lines], DINGTALK.bytes, 4, jsonBytes, links).join('\n\n')
  return {
    msgtype: 'markdown',
    markdown: { title: shorten(notice.subject, DINGTALK.title), text },
    at: { atUserIds: [...users], isAtAll: false },
  }
}

function wecomPayload({ notice, people }: ChatPost): Json {
  const lines = chatLines(notice, WIDE_MARKS, {
    name: (key) => {
      const id = people.id(key)
      const sound = id !== undefined && /^[A-Za-z0-9_.@-]{1,64}$/.test(id) && !/^@?all$/i.test(id)
      return sound ? `<@${id}>` : WIDE_MARKS.escape(cleanLine(people.name(key)))
    },
  })
  const links = chatButtons(notice).map(({ text, url }) => WIDE_MARKS.link(url, WIDE_MARKS.escape(text)))
  const content = fitLines([`### ${WIDE_MARKS.escape(notice.subject)}`, ...lines], WECOM.bytes, 2, jsonBytes, links).join('\n')
  return { msgtype: 'markdown', markdown: { content } }
}

/** A URL between the brackets of a Markdown link. */
function inMarkdown(url: string): string {
  return url.replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}
