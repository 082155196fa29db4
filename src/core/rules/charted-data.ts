import { isSheet, resolveMaterial, showsChart, stemOf } from '../materials/paths.ts'
import type { Message } from '../messages/message.ts'
import type { Rule } from './rule.ts'

const messages = {
  plain: { en: '{name} is a spreadsheet without a chart: draw one inside it, or put a picture of the same name beside it.', zh: '{name} 是没有图表的表格，请在其中画图，或在旁边放一张同名图片。' },
} satisfies Record<string, Message>

/** Addresses of BI reports, which are charts themselves. */
const REPORT_HOSTS = /^https?:\/\/[^/]*(?:powerbi\.com|tableau\.com|lookerstudio\.google\.com|datastudio\.google\.com|metabase|superset|grafana|quickbi|fanruan|finebi)/i

/** A14: data is shown as charts where possible; a hint for spreadsheets without one. */
export const chartedData: Rule = {
  id: 'charted-data',
  clauses: ['A14'],
  severity: 'info',
  speaks: 'always',
  summary: { en: 'A spreadsheet has a chart inside it or beside it', zh: '表格里面或旁边有图表' },
  messages,
  *check({ meeting, facts }) {
    const materials = meeting.fields.materials?.value ?? []
    // A picture or a report among the materials shows the data of the meeting's sheets.
    if (materials.some(({ path, url }) => (path !== undefined && showsChart(path.value)) || (url !== undefined && (REPORT_HOSTS.test(url.value) || showsChart(url.value))))) return
    for (const { path } of materials) {
      const target = path === undefined ? undefined : resolveMaterial(path.value)
      if (path === undefined || target?.kind !== 'inside' || !isSheet(target.path)) continue
      const fact = facts.get(target.path)
      if (fact?.state !== 'file' || fact.sheet === undefined || 'unreadable' in fact.sheet || fact.sheet.charts > 0) continue
      // A document of the sheet's own name is its report.
      const beside = fact.neighbours?.some((each) => (showsChart(each) || /\.(?:pdf|html?)$/i.test(each)) && stemOf(each) === stemOf(target.path)) === true
      if (!beside) yield { message: messages.plain, data: { name: path.value }, range: path.range }
    }
  },
}
