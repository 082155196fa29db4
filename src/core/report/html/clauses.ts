import type { Language } from '../../messages/message.ts'
import type { ClauseFigure, Report } from '../model.ts'
import { periodsOf, type Period } from '../periods.ts'
import { addTallies, NOTHING, percentOf } from '../tally.ts'
import { clauseText, percentText, periodText, tickText } from '../texts.ts'
import { stackedBar } from './charts.ts'
import { trendWords } from './overview.ts'
import type { Say, Word } from './words.ts'

const PARTS = ['A', 'B', 'C', 'D', 'E'] as const

/** Every clause with its share, in the procedure's parts. */
export function clauseTable({ clauses }: Report, language: Language, say: Say): string {
  const trends = clauses.some((each) => each.trend !== undefined)
  const bodies = PARTS.map((part) => {
    const rows = clauses.filter(({ clause, judged }) => clause.startsWith(part) && judged > 0).map((each) => row(each, trends, language, say))
    return rows.length === 0 ? '' : `<tbody><tr class="part"><th colspan="${trends ? 6 : 5}" scope="rowgroup">${say(`part_${part}` satisfies Word)}</th></tr>${rows.join('')}</tbody>`
  })
  const head = `<tr><th scope="col">${say('clause')}</th><th scope="col">${say('asks')}</th><th class="bar" scope="col"></th><th class="n" scope="col">${say('share')}</th><th class="n" scope="col">${say('count')}</th>${trends ? `<th class="n" scope="col">${say('trend')}</th>` : ''}</tr>`
  return `<section><h2>${say('byClause')}</h2><p class="says">${say('byClauseSays')}</p><div class="wide"><table class="clauses"><thead>${head}</thead>${bodies.join('')}</table></div>${left('unjudged', clauses.filter(({ off, judged }) => !off && judged === 0), language, say)}${left('switchedOff', clauses.filter(({ off }) => off), language, say)}</section>`
}

/** The clauses that have no row, and why. */
function left(why: 'unjudged' | 'switchedOff', clauses: readonly ClauseFigure[], language: Language, say: Say): string {
  if (clauses.length === 0) return ''
  const names = clauses.map(({ clause }) => `<span class="whole"><b>${clause}</b> ${clauseText(clause, language)}</span>`)
  return `<p class="more">${say(why)}${language === 'zh' ? '' : ': '}${names.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}</p>`
}

function row(figure: ClauseFigure, trends: boolean, language: Language, say: Say): string {
  const { clause, judged, broken, trend } = figure
  const name = `<td class="id">${clause}</td><th scope="row">${clauseText(clause, language)}</th>`
  return `<tr>${name}<td class="bar">${stackedBar(figure)}</td><td class="n"><b>${percentText(figure)}</b></td><td class="n">${judged - broken} / ${judged}</td>${trends ? `<td class="n">${trend === undefined ? '' : shortTrend(trend.points, trendWords(trend, say))}</td>` : ''}</tr>`
}

/** The sign and the number; the words stand there for whoever hears the page. */
function shortTrend(points: number, words: string): string {
  if (points === 0) return `<span class="none" title="${words}">±0</span>`
  return `<span class="${points > 0 ? 'up' : 'down'}" title="${words.replace(/<[^>]*>/g, '')}">${points > 0 ? '▲' : '▼'} ${Math.abs(points)}</span>`
}

/** Clause by month: each field's colour and number are the share of that month. */
export function heatTable(report: Report, language: Language, say: Say): string {
  const periods = periodsOf(report.months, report.day)
  const unit = periods[0]?.unit
  if (unit === undefined || periods.length < 2) return ''
  const years = groupByYear(periods)
  const yearRow = unit === 'year' ? '' : `<tr><td></td>${years.map(([year, count]) => `<th class="year" colspan="${count}" scope="colgroup">${year}</th>`).join('')}</tr>`
  const head = `${yearRow}<tr><td></td>${periods.map((each) => `<th scope="col" abbr="${periodText(each, language)}">${unit === 'month' ? shortTick(each) : tickText(each, language)}</th>`).join('')}</tr>`
  const rows = report.clauses.filter(({ judged }) => judged > 0).map(({ clause }) => {
    const cells = periods.map((period) => {
      const tally = addTallies(period.members.map((month) => month.clauses[clause] ?? NOTHING))
      const percent = percentOf(tally)
      if (percent === undefined) return '<td>·</td>'
      return `<td class="h${shade(percent)}" title="${clause}, ${periodText(period, language)}: ${tally.judged - tally.broken} / ${tally.judged}">${percent}</td>`
    })
    return `<tr><th scope="row"><b>${clause}</b>${clauseText(clause, language)}</th>${cells.join('')}</tr>`
  })
  return `<section><h3>${say('heat', { unit: say(`heat_${unit}` satisfies Word) })}</h3><p class="says">${say('heatSays')}</p><div class="scroll"><table class="heat${periods.length <= 13 ? ' roomy' : ''}"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table></div></section>`
}

function shade(percent: number): number {
  return [40, 60, 75, 90, 100].filter((from) => percent >= from).length
}

/** The number of a month: it is as wide as the fields below it. */
function shortTick({ name }: Period<unknown>): string {
  return String(Number(name.slice(5)))
}

function groupByYear(periods: readonly Period<unknown>[]): [string, number][] {
  const years: [string, number][] = []
  for (const { name } of periods) {
    const last = years[years.length - 1]
    if (last?.[0] === name.slice(0, 4)) last[1]++
    else years.push([name.slice(0, 4), 1])
  }
  return years
}
