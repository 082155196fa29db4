import type { Language } from '../../messages/message.ts'
import type { PastPoint, Report } from '../model.ts'
import { periodsOf, type Period } from '../periods.ts'
import { addTallies, shareOf } from '../tally.ts'
import { hoursText, NO_PAST, percentText, periodText, tickText } from '../texts.ts'
import { hoursChart, shareChart, type ChartText, type HoursPoint, type SharePoint } from './charts.ts'
import { escape } from './escape.ts'
import { heatTable } from './clauses.ts'
import type { Say } from './words.ts'

/** The share kept along time: by when meetings take place, and as the repository stood; and clause by month. */
export function overTime(report: Report, language: Language, say: Say): string {
  const byMonth = periodsOf(report.months, report.day).map((period): SharePoint => ({
    ...placeOf(period, language), tally: addTallies(period.members), meetings: period.members.reduce((sum, each) => sum + each.meetings, 0),
  }))
  const left = `<div><h3>${say('byMonth')}</h3><p class="says">${say('byMonthSays')}</p>${shareFigure(byMonth, 'month', say('byMonth'), say)}</div>`
  return `<section><h2>${say('overTime')}</h2><div class="pair">${left}${asItStood(report, language, say)}</div>${heatTable(report, language, say)}</section>`
}

/** Person-hours along time, and of each series. */
export function hoursSection(report: Report, language: Language, say: Say): string {
  const { hours, months, day } = report
  const points = periodsOf(months, day).map((period): HoursPoint => {
    const ahead = period.members.reduce((sum, each) => sum + each.hours.aheadMinutes, 0) / 60
    return { ...placeOf(period, language), ahead, held: period.members.reduce((sum, each) => sum + each.hours.personMinutes, 0) / 60 - ahead }
  })
  if (hours.meetings === 0 && hours.series.length === 0) return ''
  const chart = hours.meetings === 0 || points.length === 0 ? '' : hoursFigure(points, say)
  return `<section><h2>${say('hours')}</h2><p class="says">${say('hoursSays')}</p><div class="pair">${chart}${seriesTable(report, say)}</div></section>`
}

function placeOf(period: Period<unknown>, language: Language): { name: string; tick: string; year: string } {
  return { name: periodText(period, language), tick: tickText(period, language), year: period.unit === 'year' ? '' : period.name.slice(0, 4) }
}

function asItStood({ past }: Report, language: Language, say: Say): string {
  const head = `<h3>${say('asItStood')}</h3>`
  if (past.state !== 'known') return `<div>${head}<p class="note">${NO_PAST[past.state][language]}</p></div>`
  const points = past.points.map((point): SharePoint => ({ ...timeOf(point, past.every, language, say), tally: point, meetings: point.meetings }))
  return `<div>${head}<p class="says">${say('asItStoodSays', { unit: say(`unit_${past.every}`) })}</p>${shareFigure(points, 'past', say('asItStood'), say)}</div>`
}

function timeOf({ day, commit }: PastPoint, every: 'month' | 'week', language: Language, say: Say): { name: string; tick: string; year: string } {
  if (commit === undefined) return { name: say('today'), tick: say('today'), year: day.slice(0, 4) }
  const month = { name: day.slice(0, 7), unit: 'month' as const }
  if (every === 'month') return { name: periodText(month, language), tick: tickText(month, language), year: day.slice(0, 4) }
  return { name: day, tick: `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`, year: day.slice(0, 4) }
}

function shareFigure(points: readonly SharePoint[], id: string, title: string, say: Say): string {
  const there = points.filter(({ tally }) => tally.judged > 0)
  const [first, last] = [there[0], there[there.length - 1]]
  if (first === undefined || last === undefined) return `<p class="note">${say('chartEmpty')}</p>`
  const lowest = there.reduce((low, each) => ((shareOf(each.tally) ?? 1) < (shareOf(low.tally) ?? 1) ? each : low))
  const says = say('chartSays', { first: percentText(first.tally), from: first.name, last: percentText(last.tally), to: last.name, low: percentText(lowest.tally), lowest: lowest.name })
  const rows = there.map(({ name, tally, meetings }) => [name, percentText(tally), `${tally.judged - tally.broken} / ${tally.judged}`, String(meetings)])
  return `<figure style="margin:0">${shareChart(points, { id, title, says }, say('meetings'))}${figuresTable([say('period'), say('share'), say('checksHead'), say('count')], rows, say)}</figure>`
}

function hoursFigure(points: readonly HoursPoint[], say: Say): string {
  const all = (point: HoursPoint): number => point.held + point.ahead
  const there = points.filter((each) => all(each) > 0)
  const [first, last] = [there[0], there[there.length - 1]]
  if (first === undefined || last === undefined) return ''
  const show = (hours: number): string => hoursText(hours * 60)
  const high = there.reduce((most, each) => (all(each) > all(most) ? each : most))
  const text: ChartText = { id: 'hours', title: say('hours'), says: say('hoursChart', { first: show(all(first)), from: first.name, last: show(all(last)), to: last.name, high: show(all(high)), highest: high.name }) }
  const legend = there.some((each) => each.ahead > 0) ? `<ul class="legend"><li><i class="ik"></i>${say('held')}</li><li><i class="ir"></i>${say('ahead')}</li></ul>` : ''
  const rows = there.map((each) => [each.name, show(each.held), show(each.ahead)])
  return `<figure style="margin:0">${hoursChart(points, text, show)}${legend}${figuresTable([say('period'), say('held'), say('ahead')], rows, say)}</figure>`
}

/** The chart's data as a table, folded away on a screen. */
function figuresTable(head: readonly string[], rows: readonly (readonly string[])[], say: Say): string {
  const cells = rows.map((row) => `<tr>${row.map((cell, at) => (at === 0 ? `<th scope="row">${escape(cell)}</th>` : `<td class="n">${escape(cell)}</td>`)).join('')}</tr>`)
  return `<details><summary>${say('figures')}</summary><table><thead><tr>${head.map((word, at) => `<th scope="col"${at === 0 ? '' : ' class="n"'}>${word}</th>`).join('')}</tr></thead><tbody>${cells.join('')}</tbody></table></details>`
}

function seriesTable({ hours: { series } }: Report, say: Say): string {
  if (series.length === 0) return ''
  const rows = series.slice(0, 12).map(({ id, title, meetings, personMinutes, coming, comingMinutes }) => {
    const cell = (count: number, minutes: number): string => `<td class="n">${hoursText(minutes)}<span class="path">${say('meetingCount', { count })}</span></td>`
    return `<tr><th scope="row"><bdi>${escape(title ?? id)}</bdi></th>${cell(meetings, personMinutes)}${cell(coming, comingMinutes)}</tr>`
  })
  const head = [say('series'), say('soFar'), say('coming')]
  return `<div class="wide"><table class="series"><thead><tr>${head.map((word, at) => `<th scope="col"${at === 0 ? '' : ' class="n"'}>${word}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}
