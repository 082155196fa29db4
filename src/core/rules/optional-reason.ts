import type { Message } from '../messages/message.ts'
import type { Rule } from './rule.ts'

const messages = {
  missing: { en: 'Say why {person} is asked, so that they can judge whether to come: “{person}: keeps the sales figures”.', zh: '请写明为什么邀请 {person}，以便本人判断是否参加，例如“{person}: 了解背景”。' },
  empty: { en: '“{reason}” only says that {person} may stay away; say why they are asked.', zh: '“{reason}”只说明 {person} 可以不来，请写明为什么邀请。' },
} satisfies Record<string, Message>

/** Words that say only that one may come. Reading for background (了解背景) is a reason. */
const EMPTY = new Set([
  'optional', 'opt', 'fyi', 'for your information', 'if you want', 'if you like', 'if you wish', 'if interested', 'if available', 'if possible', 'if free', 'welcome',
  'you are welcome', 'nice to have', 'voluntary', 'as needed', 'if needed', 'cc', 'tbd', 'n/a', 'na', 'none', 'no reason', 'invited', 'guest', 'attendee', 'can join',
  'may join', 'may attend', 'feel free to join', 'not required', 'not mandatory', 'optional attendance', 'optional attendee', 'just fyi', 'fyi only', 'for info',
  'for information', 'information only', 'for reference', 'if time permits', 'if time allows', 'if they want', 'if they like', 'if they wish', 'as they like', 'up to them', 'up to you',
  'can come', 'may come', 'can attend', 'could join', 'by choice', 'not needed', 'attendance optional', 'attendance is optional', 'yes', 'no', 'ok', 'x', '?',
  '可选', '可选参加', '自愿', '自愿参加', '随意', '可来可不来', '可参加可不参加', '有空就来', '有空参加', '有兴趣可参加', '有兴趣就来', '欢迎参加', '欢迎', '知悉', '抄送', '旁听', '列席',
  '非必须', '非必须参加', '选择参加', '视情况', '视情况参加', '待定', '无', '按需', '按需参加', '可参加', '不强制', '供参考', '仅供参考',
  '可以不来', '可以不参加', '看情况', '看时间', '酌情', '酌情参加', '有时间参加', '有时间就来', '有空可参加', '有空可以来', '自由参加', '选择性参加', '可选参会', '可选人员', '自愿参会', '非必要', '不必须', '参加', '参会',
])

/** A10: each optional attendee carries the reason for being asked. */
export const optionalReason: Rule = {
  id: 'optional-reason',
  clauses: ['A10'],
  severity: 'warning',
  speaks: 'always',
  summary: { en: 'Each optional attendee carries the reason for being asked', zh: '每位可选参加者都写明邀请原因' },
  messages,
  *check({ meeting, text }) {
    for (const { value, range, reason, item } of meeting.fields.optional?.value ?? []) {
      // A reason that could not be read is `front-matter`'s.
      if (reason === undefined && /^['"]?\s*[:：]\s*[^\s}\]]/.test(text.slice(range.end, item.end))) continue
      if (reason === undefined) yield { message: messages.missing, data: { person: value }, range }
      else if (isEmpty(reason.value)) yield { message: messages.empty, data: { person: value, reason: reason.value }, range: reason.range }
    }
  },
}

function isEmpty(reason: string): boolean {
  const parts = reason.toLowerCase().split(/[,，;；、/()（）.。!！]+/).map((part) => part.replace(/["“”'…\s-]+/g, ' ').trim()).filter((part) => part !== '')
  return parts.every((part) => EMPTY.has(part)) || EMPTY.has(reason.toLowerCase().trim())
}
