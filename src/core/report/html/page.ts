import type { Language } from '../../messages/message.ts'
import type { Report } from '../model.ts'
import { clauseTable } from './clauses.ts'
import { escape } from './escape.ts'
import { overview } from './overview.ts'
import { STYLE } from './style.ts'
import { hoursSection, overTime } from './time.ts'
import { wordsIn, type Say } from './words.ts'
import { actionsSection, filesSection } from './work.ts'

/**
 * A report as one page of HTML: no script, nothing to load, charts drawn inside it, each with its figures as text. `name` is the
 * repository's. Every text of a file is escaped; the page's policy forbids scripts besides.
 */
export function reportPage(report: Report, name: string, language: Language): string {
  const say = wordsIn(language)
  const sections = report.scope.judged === 0 ? [] : [
    clauseTable(report, language, say), overTime(report, language, say), filesSection(report, say), actionsSection(report, say),
  ]
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say('title')}: ${escape(name)}, ${report.day}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${[overview(report, name, language, say), ...sections, hoursSection(report, language, say), howCounted(report, say)].filter((part) => part !== '').join('\n')}
</main>
<footer>${say('by', { name: 'Convoke' })}</footer>
</body>
</html>
`
}

/** What the figures mean, and what is not in them. */
function howCounted({ scope, hours, past }: Report, say: Say): string {
  const counted = (['history', 'cancelled', 'bare', 'unreadable'] as const).filter((sort) => scope[sort] > 0)
  const words = { history: 'howHistory', cancelled: 'howCancelled', bare: 'howBare', unreadable: 'howUnreadable' } as const
  const items = [
    ...(scope.judged > 0 ? [say('howClauses'), say('howTime'), say('howTrend')] : []), ...(past.state === 'known' ? [say('howPast')] : []),
    ...counted.map((sort) => say(words[sort], { count: scope[sort] })), ...(hours.unknown > 0 ? [say('howHours', { count: hours.unknown })] : []),
  ]
  return items.length === 0 ? '' : `<section><h2>${say('how')}</h2><ul class="how">${items.map((item) => `<li>${item}</li>`).join('')}</ul></section>`
}
