import type { Language } from '../../messages/message.ts'
import type { Report, Tally, Trend } from '../model.ts'
import { hoursText, numberText, percentText, periodText } from '../texts.ts'
import { stackedBar } from './charts.ts'
import { escape } from './escape.ts'
import type { Say } from './words.ts'

/** The head of the page: whose report it is, four figures, and everything that was judged as one bar. */
export function overview(report: Report, name: string, language: Language, say: Say): string {
  const { scope, overall, clean, actions, trend } = report
  const lead = [`<bdi>${escape(name)}</bdi>`, say('asOf', { date: { date: report.day } }), say('judged', { judged: scope.judged, files: scope.files })]
  const head = `<header><h1>${say('title')}</h1><p class="lead">${lead.join(' · ')}</p></header>`
  if (scope.judged === 0) return `${head}<p class="note">${say('nothing')}</p>`
  const hours = hoursTile(report, language, say)
  const late = actions.open === 0 ? '' : actions.overdue === 0 ? say('noneOverdue') : `<span class="late">${say('overdueOf', { overdue: actions.overdue })}</span>`
  const tiles = [
    tile(say('overall'), percentText(overall), trend === undefined ? checksText(overall, say) : say('onEarlier', { trend: trendWords(trend, say) }), 'main'),
    tile(say('clean'), numberText(clean), say('cleanOf', { judged: scope.judged })),
    ...hours,
    tile(say('openActions'), numberText(actions.open), late),
  ]
  return `${head}<dl class="tiles">${tiles.join('')}</dl><div role="img" aria-label="${say('allChecks', { kept: overall.kept, remarked: overall.remarked, broken: overall.broken })}">${stackedBar(overall, 'stack')}</div>${legend(overall, say)}`
}

/** A trend in words with its sign, coloured by whether it is good. */
export function trendWords({ points }: Trend, say: Say): string {
  if (points === 0) return say('same')
  return points > 0 ? `<span class="up">▲ ${say('better', { points })}</span>` : `<span class="down">▼ ${say('worse', { points: -points })}</span>`
}

function tile(label: string, big: string, sub: string, className = ''): string {
  return `<div class="tile ${className}"><dt>${label}</dt><dd class="big">${big}</dd><dd class="sub">${sub}</dd></div>`
}

/** The hours of the latest month that has begun, and the median of the twelve up to it. */
function hoursTile({ months, day }: Report, language: Language, say: Say): string[] {
  const begun = months.filter(({ month, hours }) => month <= day.slice(0, 7) && hours.meetings > 0).slice(-12)
  const latest = begun[begun.length - 1]
  if (latest === undefined) return []
  const sorted = begun.map((each) => each.hours.personMinutes).sort((a, b) => a - b)
  const middle = ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
  return [tile(say('hoursIn', { period: periodText({ name: latest.month, unit: 'month' }, language) }), say('hoursNumber', { hours: hoursText(latest.hours.personMinutes) }), begun.length < 3 ? '' : say('hoursMedian', { median: hoursText(middle) }))]
}

function checksText({ judged, broken }: Tally, say: Say): string {
  return say('checks', { kept: numberText(judged - broken), judged: numberText(judged) })
}

function legend({ kept, remarked, broken }: Tally, say: Say): string {
  const parts = [['ik', say('kept'), kept], ['ir', say('remarked'), remarked], ['ib', say('broken'), broken]] as const
  return `<ul class="legend" aria-label="${say('legend')}">${parts.map(([key, word, count]) => `<li><i class="${key}"></i>${word} <b>${numberText(count)}</b></li>`).join('')}</ul>`
}
