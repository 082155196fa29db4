import type { Range } from '../text/range.ts'
import type { Message, MessageData } from '../messages/message.ts'
import type { ConfigProblem } from './model.ts'

/** What can be wrong in `.convoke.yml`, by the problem's code. */
const PROBLEMS = {
  'unknown-key': { en: 'There is no setting “{key}” here.', zh: '这里没有“{key}”这项设置。' },
  'misspelt-key': { en: 'There is no setting “{key}” here; did you mean “{meant}”?', zh: '这里没有“{key}”这项设置，是否想写“{meant}”？' },
  'duplicate-key': { en: '“{key}” is set twice.', zh: '“{key}”设置了两次。' },
  'not-map': { en: '“{key}” has to be a mapping of names to settings.', zh: '“{key}”应是名称到设置的映射。' },
  'not-list': { en: '“{key}” has to be a list of texts.', zh: '“{key}”应是文字列表。' },
  'not-text': { en: '“{key}” has to be a text.', zh: '“{key}”应是一段文字。' },
  'not-count': { en: '“{key}” has to be a whole number above zero.', zh: '“{key}”应是大于零的整数。' },
  'not-between': { en: '“{key}” has to be a whole number from {minimum} to {maximum}.', zh: '“{key}”应是 {minimum} 到 {maximum} 之间的整数。' },
  'outside-root': { en: '“{value}” leads out of the repository; write a pattern below its root, such as meetings/**/*.md.', zh: '“{value}”指向仓库之外，请写仓库之内的路径，例如 meetings/**/*.md。' },
  'not-yes-no': { en: '“{key}” has to be true or false.', zh: '“{key}”应为 true 或 false。' },
  'not-choice': { en: '“{value}” is no value of “{key}”; write one of: {choices}.', zh: '“{value}”不是“{key}”的可用值，可用的有：{choices}。' },
  'not-zone': { en: '“{value}” is no IANA time zone; write one such as Europe/Berlin.', zh: '“{value}”不是 IANA 时区，请写成 Asia/Shanghai 这样的名称。' },
  'not-span': { en: '“{value}” are no working hours; write them as "09:00-18:00".', zh: '“{value}”不是工作时间，请写成 "09:00-18:00"。' },
  'not-duration': { en: '“{value}” is no length of time; write it as 2h or 1d.', zh: '“{value}”不是时长，请写成 2h 或 1d。' },
  'not-date': { en: '“{value}” is no date; write it as 2026-11-01.', zh: '“{value}”不是日期，请写成 2026-11-01。' },
  'not-uuid': { en: '“{key}” has to be a UUID; `convoke init` writes one.', zh: '“{key}”应是 UUID，`convoke init` 会写入一个。' },
  'not-address': { en: '“{key}” has to be one mail address, or the word secret.', zh: '“{key}”应是一个邮箱地址，或写 secret。' },
  'not-region': { en: '“{value}” is no holiday region; write a country such as CN or DE-BY, or none.', zh: '“{value}”不是假日地区，请写 CN、DE-BY 这样的地区代码，或写 none。' },
  'unknown-person': { en: 'There is no person “{value}” under “people”.', zh: '“people”里没有“{value}”这个人。' },
  'misspelt-person': { en: 'There is no person “{value}” under “people”; did you mean “{meant}”?', zh: '“people”里没有“{value}”这个人，是否想写“{meant}”？' },
  'group-is-person': { en: '“{value}” is the key of a person already; give the group another name.', zh: '“{value}”已是某个人的键，请给小组换个名称。' },
  'unknown-channel': { en: 'There is no channel “{value}”; channels are: {choices}.', zh: '没有“{value}”这个渠道，可用的渠道有：{choices}。' },
  'fallback-loop': { en: 'The fall-back of “{value}” leads back to itself.', zh: '“{value}”的后备渠道绕回了自己。' },
  'unknown-rule': { en: 'There is no rule “{value}”; `convoke rules` lists them.', zh: '没有“{value}”这条规则，`convoke rules` 会列出全部规则。' },
  'misspelt-rule': { en: 'There is no rule “{value}”; did you mean “{meant}”?', zh: '没有“{value}”这条规则，是否想写“{meant}”？' },
} as const satisfies Record<string, Message>

export type ConfigCode = keyof typeof PROBLEMS

export function fault(code: ConfigCode, range: Range, data: MessageData = {}): ConfigProblem {
  return { message: PROBLEMS[code], data, range }
}
