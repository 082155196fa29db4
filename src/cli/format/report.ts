import type { Language, Message } from '../../core/messages/message.ts'
import { render } from '../../core/messages/render.ts'
import type { ClauseFigure, Report, Tally } from '../../core/report/model.ts'
import { periodsOf } from '../../core/report/periods.ts'
import { addTallies, percentOf, shareOf } from '../../core/report/tally.ts'
import { clauseText, hoursText, NO_PAST, numberText, percentText, periodText, pointsText } from '../../core/report/texts.ts'
import { paint, printable, type Terminal } from '../terminal.ts'
import { cut, pad, padLeft } from './columns.ts'

const TEXTS = {
  judged: { en: '{judged} of {files} meeting files judged, as of {day}', zh: '共 {files} 个会议文件，统计 {judged} 个，截至 {day}' },
  bare: { en: '{count} without front matter are not counted: convoke import makes them meeting files', zh: '{count} 个没有 front matter 的文件未统计，可用 convoke import 转为会议文件' },
  unreadable: { en: '{count} could not be read', zh: '{count} 个无法读取' },
  history: { en: '{count} ended before the procedure was adopted and are not judged', zh: '{count} 场会议早于流程启用日期，不作评判' },
  overall: { en: '{percent} of {judged} checks kept; {clean} meetings have nothing to mend', zh: '{judged} 项检查中 {percent} 符合；{clean} 场会议无需整改' },
  clause: { en: 'clause', zh: '条款' },
  kept: { en: 'kept', zh: '符合' },
  of: { en: 'of', zh: '适用' },
  trend: { en: 'trend', zh: '趋势' },
  off: { en: 'off', zh: '未启用' },
  months: { en: 'By month of the meeting', zh: '按会议月份' },
  meetings: { en: 'meetings', zh: '会议数' },
  hours: { en: 'person-hours', zh: '工时' },
  past: { en: 'As the repository stood', zh: '当时的仓库状态' },
  today: { en: 'today', zh: '当前' },
  files: { en: 'To mend first', zh: '优先整改' },
  errors: { en: 'errors', zh: '错误' },
  warnings: { en: 'warnings', zh: '警告' },
  actions: { en: 'Open action items: {open}, overdue {overdue}, without a date {undated}', zh: '未完成的行动项：{open} 项，逾期 {overdue} 项，无日期 {undated} 项' },
  nobody: { en: '(no single owner)', zh: '（没有唯一责任人）' },
  open: { en: 'open', zh: '未完成' },
  overdue: { en: 'overdue', zh: '逾期' },
  series: { en: 'Series', zh: '例会' },
  ahead: { en: 'next 12 weeks', zh: '未来 12 周' },
  spent: { en: 'so far', zh: '迄今' },
} satisfies Record<string, Message>

const BAR = 20

/** A report for a terminal: one table after another, the figures first. */
export function formatReport(report: Report, terminal: Terminal, language: Language): string {
  const say = (name: keyof typeof TEXTS, data: Readonly<Record<string, string | number>> = {}): string => render(TEXTS[name], data, language)
  const shown: Shown = { terminal, language, say }
  return [head(report, shown), clauses(report, shown), months(report, shown), past(report, shown), files(report, shown), actions(report, shown), series(report, shown)]
    .filter((part) => part.length > 0).map((part) => `${part.join('\n')}\n`).join('\n')
}

interface Shown {
  readonly terminal: Terminal
  readonly language: Language
  readonly say: (name: keyof typeof TEXTS, data?: Readonly<Record<string, string | number>>) => string
}

function head({ scope, overall, clean, day }: Report, { terminal, say }: Shown): string[] {
  const left = (['bare', 'unreadable', 'history'] as const).filter((sort) => scope[sort] > 0).map((sort) => paint(terminal, 'dim', say(sort, { count: scope[sort] })))
  const lines = [paint(terminal, 'bold', say('judged', { judged: scope.judged, files: scope.files, day })), ...left]
  return scope.judged === 0 ? lines : [...lines, say('overall', { percent: percentText(overall), judged: numberText(overall.judged), clean })]
}

function clauses({ clauses: figures, scope }: Report, shown: Shown): string[] {
  const { terminal, language, say } = shown
  if (scope.judged === 0) return []
  const width = language === 'zh' ? 42 : 56
  const title = `${pad(say('clause'), width + BAR + 2)}${padLeft(say('kept'), 6)}${padLeft(say('of'), 7)}${padLeft(say('trend'), 7)}`
  return [paint(terminal, 'bold', title), ...figures.map((each) => {
    const name = pad(cut(`${each.clause.padEnd(4)}${clauseText(each.clause, language)}`, width - 1), width)
    if (each.off) return paint(terminal, 'dim', `${name}${say('off')}`)
    if (each.judged === 0) return paint(terminal, 'dim', `${name}${' '.repeat(BAR + 2)}${padLeft('–', 6)}${padLeft('0', 7)}`)
    return `${name}${bar(each, terminal)}  ${padLeft(percentText(each), 6)}${padLeft(String(each.judged), 7)}${padLeft(trendText(each), 7)}`
  })]
}

function trendText({ trend }: ClauseFigure): string {
  return trend === undefined ? '' : pointsText(trend.points)
}

function bar(tally: Tally, terminal: Terminal): string {
  const full = Math.round((shareOf(tally) ?? 0) * BAR)
  const plain = Math.round((tally.judged === 0 ? 0 : tally.kept / tally.judged) * BAR)
  const percent = percentOf(tally) ?? 0
  return paint(terminal, percent >= 90 ? 'green' : percent >= 60 ? 'yellow' : 'red', '█'.repeat(plain) + '▒'.repeat(full - plain)) + paint(terminal, 'dim', '░'.repeat(BAR - full))
}

function months(report: Report, { terminal, language, say }: Shown): string[] {
  const periods = periodsOf(report.months, report.day).filter((each) => each.members.length > 0)
  if (periods.length === 0) return []
  const rows = periods.map((period) => {
    const tally = addTallies(period.members)
    const count = period.members.reduce((sum, each) => sum + each.meetings, 0)
    const minutes = period.members.reduce((sum, each) => sum + each.hours.personMinutes, 0)
    return `${pad(periodText(period, language), 20)}${bar(tally, terminal)}  ${padLeft(percentText(tally), 6)}${padLeft(String(count), 10)}${padLeft(hoursText(minutes), 14)}`
  })
  return [paint(terminal, 'bold', `${pad(say('months'), 42)}${padLeft(say('kept'), 6)}${padLeft(say('meetings'), 10)}${padLeft(say('hours'), 14)}`), ...rows]
}

function past({ past: figures }: Report, { terminal, language, say }: Shown): string[] {
  if (figures.state === 'off') return []
  if (figures.state !== 'known') return [paint(terminal, 'dim', NO_PAST[figures.state][language])]
  const rows = figures.points.map(({ day, commit, meetings, ...tally }) => `${pad(commit === undefined ? say('today') : day, 20)}${bar(tally, terminal)}  ${padLeft(percentText(tally), 6)}${padLeft(String(meetings), 10)}`)
  return [paint(terminal, 'bold', `${pad(say('past'), 42)}${padLeft(say('kept'), 6)}${padLeft(say('meetings'), 10)}`), ...rows]
}

function files({ files: figures }: Report, { terminal, say }: Shown): string[] {
  if (figures.length === 0) return []
  const rows = figures.slice(0, 10).map(({ file, errors, warnings, broken }) => `${pad(cut(printable(file), 47), 48)}${padLeft(String(errors), 8)}${padLeft(String(warnings), 10)}  ${paint(terminal, 'dim', broken.join(' '))}`)
  return [paint(terminal, 'bold', `${pad(say('files'), 48)}${padLeft(say('errors'), 8)}${padLeft(say('warnings'), 10)}`), ...rows]
}

function actions({ actions: { open, overdue, undated, owners } }: Report, { terminal, say }: Shown): string[] {
  if (open === 0) return []
  const rows = owners.slice(0, 10).map((each) => {
    const late = padLeft(String(each.overdue), 10)
    return `${pad(cut(each.owner === undefined ? say('nobody') : printable(each.owner), 31), 32)}${padLeft(String(each.open), 8)}${each.overdue > 0 ? paint(terminal, 'red', late) : late}`
  })
  return [paint(terminal, 'bold', say('actions', { open, overdue, undated })), paint(terminal, 'dim', `${pad('', 32)}${padLeft(say('open'), 8)}${padLeft(say('overdue'), 10)}`), ...rows]
}

function series({ hours }: Report, { terminal, say }: Shown): string[] {
  if (hours.series.length === 0) return []
  const rows = hours.series.slice(0, 10).map(({ id, title, personMinutes, comingMinutes }) => `${pad(cut(printable(title ?? id), 47), 48)}${padLeft(hoursText(personMinutes), 10)}${padLeft(hoursText(comingMinutes), 16)}`)
  return [paint(terminal, 'bold', `${pad(`${say('series')}, ${say('hours')}`, 48)}${padLeft(say('spent'), 10)}${padLeft(say('ahead'), 16)}`), ...rows]
}
