import type { Range } from '../../text/range.ts'
import type { TextEdit } from '../../text/edit.ts'
import type { Message, MessageData } from '../../messages/message.ts'
import type { SyntaxProblem } from '../model.ts'

/** What can be wrong with the front matter's text beyond YAML itself, by the problem's code. */
export const FRONT_MATTER_PROBLEMS = {
  'too-large': {
    en: 'The front matter is larger than 256 KiB and was not read; move its text into the body.',
    zh: '文件头超过 256 KiB，没有读取；请把文字移到正文。',
  },
  'unclosed-fence': {
    en: 'The front matter is not closed; write --- on a line of its own after the last key.',
    zh: '文件头没有结束，请在最后一个键之后另起一行写 ---。',
  },
  'not-a-mapping': {
    en: 'The front matter has to be lines of “key: value”.',
    zh: '文件头应由“键: 值”组成。',
  },
  'unknown-key': {
    en: 'There is no key “{key}”; keys of your own begin with “x-”.',
    zh: '没有“{key}”这个键；自定义的键请以“x-”开头。',
  },
  'misspelt-key': {
    en: 'There is no key “{key}”; did you mean “{meant}”?',
    zh: '没有“{key}”这个键，是否想写“{meant}”？',
  },
  'duplicate-key': {
    en: '“{key}” is given twice; only the first one is read.',
    zh: '“{key}”出现了两次，只读取第一个。',
  },
  'not-text': { en: '“{key}” has to be one text.', zh: '“{key}”应是一段文字。' },
  'not-texts': { en: '“{key}” has to be a text or a list of texts.', zh: '“{key}”应是一段文字或一个文字列表。' },
  'not-list': { en: '“{key}” has to be a list.', zh: '“{key}”应是一个列表。' },
  'not-word': { en: '“{value}” is no value of “{key}”; write one of: {choices}.', zh: '“{value}”不是“{key}”的可用值，可用的有：{choices}。' },
  'not-yes-no': { en: '“{key}” has to be true or false.', zh: '“{key}”应为 true 或 false（是或否）。' },
  'not-time': { en: '“{value}” is no date with a time; write it as 2026-12-03 14:00.', zh: '“{value}”不是日期加时间，请写成 2026-12-03 14:00。' },
  'not-clock': { en: '“{value}” is no time of day; write it as 14:00.', zh: '“{value}”不是一天中的时刻，请写成 14:00。' },
  'not-date': { en: '“{value}” is no date; write it as 2026-12-03.', zh: '“{value}”不是日期，请写成 2026-12-03。' },
  'no-such-day': { en: '{value} does not exist in the calendar.', zh: '日历上没有 {value}。' },
  'no-such-time': { en: '{value} is no time of day.', zh: '一天中没有 {value} 这个时刻。' },
  offset: {
    en: 'A time is written without an offset; name the zone in “timezone”, such as Europe/Berlin.',
    zh: '时间后面不写时差，请在“时区”里写出时区，例如 Asia/Shanghai。',
  },
  'offset-zone': {
    en: '“{value}” is an offset, not a zone: it knows no summer time. Write an IANA name such as Europe/Berlin.',
    zh: '“{value}”是时差而不是时区，不含夏令时规则。请写 IANA 时区名，例如 Asia/Shanghai。',
  },
  'not-zone': { en: '“{value}” is no IANA time zone; write one such as Europe/Berlin.', zh: '“{value}”不是 IANA 时区，请写成 Asia/Shanghai 这样的名称。' },
  'not-duration': { en: '“{value}” is no length of time; write it as 90m or 1h30m.', zh: '“{value}”不是时长，请写成 90分钟 或 1小时30分钟。' },
  'not-url': { en: '“{value}” is no web address; it has to begin with https://.', zh: '“{value}”不是网址，应以 https:// 开头。' },
  'not-channel': { en: 'There is no channel “{value}”; channels are: {choices}.', zh: '没有“{value}”这个渠道，可用的渠道有：{choices}。' },
  'not-person': { en: 'This has to name a person: a key, an @login, or a mail address.', zh: '这里应写一个人：人员的键、@登录名或邮箱地址。' },
  'people-in-one-text': { en: 'Several people are written as one text; make it a list.', zh: '多个人写成了一段文字，请改成列表。' },
  'not-id': {
    en: 'An id is made of letters, digits, “-”, “_” and “.”, at most 100 of them.',
    zh: '编号由字母、数字、“-”、“_”和“.”组成，最长 100 个字符。',
  },
  'not-material': { en: 'A material is a path, or has “path” or “url”.', zh: '一份材料应是一个路径，或写明“路径”或 url。' },
  'not-move': { en: 'Write the original start and the new one: “2026-12-08: 2026-12-09 14:00”.', zh: '请写出原定时间和新时间：“2026-12-08: 2026-12-09 14:00”。' },
  'not-extension': { en: 'An extension says by how long and why: “by: 15m” and “reason: …”.', zh: '延长应写明多久和原因：“延长: 15分钟”和“原因: …”。' },
} as const satisfies Record<string, Message>

const FIX_TITLES = {
  rename: { en: 'Write “{meant}”', zh: '改为“{meant}”' },
  close: { en: 'Close the front matter', zh: '结束文件头' },
  list: { en: 'Make it a list', zh: '改成列表' },
  quote: { en: 'Put it in quotes', zh: '加上引号' },
  colon: { en: 'Write “: ”', zh: '改为半角冒号加空格' },
} as const satisfies Record<string, Message>

export type FrontMatterCode = keyof typeof FRONT_MATTER_PROBLEMS

/** One problem by its code; the repair, where there is one, keeps the meaning. */
export function fault(
  code: FrontMatterCode, range: Range, data: MessageData = {}, fix?: { title: keyof typeof FIX_TITLES; edits: readonly TextEdit[] },
): SyntaxProblem {
  const base = { code, message: FRONT_MATTER_PROBLEMS[code], data, range }
  return fix === undefined ? base : { ...base, fixes: [{ title: FIX_TITLES[fix.title], data, edits: fix.edits, safe: true }] }
}
