import { at } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'
import { lineEnd } from '../text/lines.ts'
import type { Material, Meeting } from '../meeting/model.ts'
import type { Message } from '../messages/message.ts'
import { quote } from '../yaml/problems.ts'
import { keyName, yamlText } from './edits.ts'
import type { Rule } from './rule.ts'

const messages = {
  unsaid: { en: 'Nothing says whether {name} has to be read before the meeting: add “read_before”, or a Preparation section.', zh: '没有写明 {name} 是否要在会前阅读，请加上“会前阅读”，或写“会前准备”一节。' },
  fixRead: { en: 'It has to be read before', zh: '需要会前阅读' },
  fixSkip: { en: 'It need not be read before', zh: '不需要会前阅读' },
} satisfies Record<string, Message>

/** B2: what must be read or prepared beforehand is said. */
export const readBeforeStated: Rule = {
  id: 'read-before-stated',
  clauses: ['B2'],
  severity: 'warning',
  speaks: 'always',
  summary: { en: 'For each material it is said whether it has to be read before', zh: '每份材料都写明是否要会前阅读' },
  messages,
  *check({ meeting, text }) {
    if (meeting.preparation?.hasContent === true) return
    for (const material of meeting.fields.materials?.value ?? []) {
      if (material.readBefore !== undefined || hasUnreadable(text, material)) continue
      const place = material.path ?? material.url
      const fix = (title: Message, value: boolean): { title: Message; safe: boolean; edits: TextEdit[] }[] => {
        return [{ title, safe: false, edits: writeReadBefore(meeting, text, material, value) }]
      }
      yield {
        message: messages.unsaid, data: { name: place?.value ?? '' }, range: place?.range ?? material.range,
        fixes: [...fix(messages.fixRead, true), ...fix(messages.fixSkip, false)],
      }
    }
  },
}

/** A value that could not be read is `front-matter`'s, not missing. */
function hasUnreadable(text: string, { range }: Material): boolean {
  return /(?:read_before|会前阅读)\s*[:：]\s*\S/.test(text.slice(range.start, range.end + 40).split(/\r?\n\s*-/)[0] ?? '')
}

function writeReadBefore(meeting: Meeting, text: string, material: Material, value: boolean): TextEdit[] {
  const chinese = keyName(meeting, 'materials') === '材料'
  const word = chinese ? `会前阅读: ${value ? '是' : '否'}` : `read_before: ${String(value)}`
  const { range } = material
  if (text.charAt(range.start) === '{') return [{ range: at(range.end - 1), text: `, ${word}` }]
  let column = 0
  for (let start = range.start; start > 0 && !/[\r\n]/.test(text.charAt(start - 1)); start--) column++
  const below = `${lineEnd(text)}${' '.repeat(column)}${word}`
  if (!material.bare) return [{ range: at(range.end), text: below }]
  const key = material.url === undefined ? (chinese ? '路径' : 'path') : 'url'
  const place = yamlText(material.path?.value ?? material.url?.value ?? '')
  const dash = text.slice(range.start - column, range.start)
  if (/^\s*-\s+$/.test(dash)) return [{ range, text: `${key}: ${place}${below}` }]
  // Inside brackets the bare path becomes a mapping in braces; alone behind the key it becomes a list of one as well.
  const inline = `{ ${key}: ${/[,[\]{}]/.test(place) ? quote(place) : place}, ${word} }`
  const alone = meeting.fields.materials?.range.start === range.start && text.charAt(range.start) !== '['
  return [{ range, text: alone ? `[${inline}]` : inline }]
}
