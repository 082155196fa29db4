import { writeDuration } from '../config/duration.ts'
import { KEYS } from '../meeting/keys.ts'
import { parse } from '../meeting/parse.ts'
import { keyName, yamlText } from '../rules/edits.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { lineEnd } from '../text/lines.ts'
import { at } from '../text/range.ts'

/**
 * The edits that write an extension with its reason into the front matter (E4), after those that stand there. None where the file
 * has no front matter, or what stands under the key cannot be added to so that it is read as meant.
 */
export function extensionEdits(text: string, minutes: number, reason: string): readonly TextEdit[] {
  const { meeting } = parse(text)
  const front = meeting.frontMatter
  if (front === undefined) return []
  const end = lineEnd(text)
  const zh = keyName(meeting, 'extended') === KEYS.extended.zh
  const by = `${zh ? '延长' : 'by'}: ${writeDuration(minutes, meeting.language)}`
  const why = `${zh ? '原因' : 'reason'}: ${yamlText(reason.replace(/\s+/g, ' ').trim())}`
  const entry = front.entries.find((each) => each.key === 'extended')
  const known = meeting.fields.extended?.value ?? []
  const closed = front.content.end === front.content.start || /[\r\n]/.test(text.charAt(front.content.end - 1))
  const last = known[known.length - 1]
  const tries: TextEdit[] = []
  if (entry === undefined) tries.push({ range: at(front.content.end), text: `${closed ? '' : end}${keyName(meeting, 'extended')}:${end}  - ${by}${end}    ${why}${end}` })
  else if (entry.empty) tries.push({ range: entry.valueRange, text: `${end}  - ${by}${end}    ${why}` })
  else if (last !== undefined) {
    const value = text.slice(entry.valueRange.start, entry.valueRange.end)
    if (value.trimEnd().endsWith(']')) tries.push({ range: at(entry.valueRange.start + value.trimEnd().length - 1), text: `, { ${by}, ${why} }` })
    else {
      const indent = /(?:^|[\r\n])([ \t]*)-[ \t]*[^\r\n]*$/.exec(text.slice(0, last.range.start + 1))?.[1] ?? '  '
      tries.push({ range: at(last.range.end), text: `${end}${indent}- ${by}${end}${indent}  ${why}` })
    }
  }
  return tries.filter((edit) => isMeant(text, edit, known.length + 1, minutes)).slice(0, 1)
}

function isMeant(text: string, edit: TextEdit, count: number, minutes: number): boolean {
  const after = parse(applyEdits(text, [edit]) ?? '').meeting.fields.extended?.value ?? []
  return after.length === count && after[count - 1]?.by?.value === minutes && after[count - 1]?.reason !== undefined
}
