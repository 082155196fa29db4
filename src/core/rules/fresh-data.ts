import { whenOf } from '../arrangement/when.ts'
import { wallAt } from '../arrangement/zone.ts'
import { isData, isDeck, resolveMaterial } from '../materials/paths.ts'
import type { Message } from '../messages/message.ts'
import type { Material } from '../meeting/model.ts'
import { numberOption } from './options.ts'
import type { Context, Rule } from './rule.ts'

const messages = {
  stated: { en: '{name} holds data of {date}, more than a month old when the meeting begins.', zh: '{name} 的数据日期是{date}，到开会时已超过一个月。' },
  committed: { en: '{name} was last changed on {date}, more than a month before the meeting; update it, or state “as_of”.', zh: '{name} 最后更新于{date}，到开会时已超过一个月，请更新，或写明“数据日期”。' },
} satisfies Record<string, Message>

/** A13: data is at most a month old. */
export const freshData: Rule = {
  id: 'fresh-data',
  clauses: ['A13'],
  severity: 'warning',
  speaks: 'ahead',
  options: { max_months: { type: 'integer', default: 1, minimum: 1, maximum: 24, description: { en: 'How many calendar months old data may be', zh: '数据最多可以有几个月之久' } } },
  summary: { en: 'Data is at most a month old at the meeting', zh: '开会时数据不超过一个月' },
  messages,
  *check(context) {
    const { meeting, config } = context
    const start = meeting.fields.start?.value ?? meeting.fields.startDay?.value
    if (start === undefined) return
    const oldest = monthsBefore(start.slice(0, 10), numberOption(context, 'max_months'))
    const zone = whenOf(meeting, config)?.zone ?? config.timezone ?? 'UTC'
    for (const material of meeting.fields.materials?.value ?? []) {
      const name = material.path?.value ?? material.url?.value ?? ''
      if (material.asOf !== undefined) {
        if (material.asOf.value < oldest) yield { message: messages.stated, data: { name, date: { date: material.asOf.value } }, range: material.asOf.range }
        continue
      }
      const committed = commitOf(material, context)
      const day = committed === undefined ? undefined : wallAt(committed, zone).slice(0, 10)
      if (day !== undefined && day < oldest) yield { message: messages.committed, data: { name, date: { date: day } }, range: material.path?.range ?? material.range }
    }
  },
}

/** The last commit of a data file or a deck; prose without a stated date is not judged. */
function commitOf({ path }: Material, { facts }: Context): number | undefined {
  const target = path === undefined ? undefined : resolveMaterial(path.value)
  if (target?.kind !== 'inside') return undefined
  const fact = facts.get(target.path)
  const judged = isData(target.path) || isDeck(target.path) || fact?.deck !== undefined
  return !judged || fact?.committed === undefined || fact.committed === 'unknown' ? undefined : fact.committed
}

/** The same day of an earlier month, or that month's last day where it is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}
