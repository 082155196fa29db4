import { DEFAULT_CONFIG, parseConfig } from '../../src/core/config/parse.ts'
import { lint } from '../../src/core/lint/lint.ts'
import { indexWorkspace } from '../../src/core/lint/workspace.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import { render } from '../../src/core/messages/render.ts'
import { plan } from '../../src/core/process/plan.ts'
import { calendarFeed } from '../../src/core/render/calendar/calendar.ts'
import { renderMarkdown } from '../../src/core/render/github/markdown.ts'
import { chatPayload } from '../../src/core/render/chat/payload.ts'
import { noticeOf } from '../../src/core/render/occasion.ts'
import { directoryOf } from '../../src/core/render/notice/reader.ts'
import { reportPage } from '../../src/core/report/html/page.ts'
import { judgeForReport } from '../../src/core/report/judge.ts'
import { reportOf } from '../../src/core/report/report.ts'
import { indexLines } from '../../src/core/text/lines.ts'
import { everything } from './language-all.ts'

/** Runs the whole core over a repository's files: reads, judges, plans, renders, and offers what an editor shows. Gives everything it said, as text. */
export function runCore(files: Readonly<Record<string, string>>, configText: string, now: number): string {
  const { config } = configText === '' ? { config: DEFAULT_CONFIG } : parseConfig(configText)
  const read = Object.entries(files).map(([file, text]) => ({ file, text, ...parse(text) }))
  const workspace = indexWorkspace(read, config, now)
  const said: string[] = []
  for (const { file, text, meeting, problems: syntax } of read) {
    for (const each of lint({ file, text, meeting, syntax, config, now, facts: new Map(), workspace, named: false })) {
      said.push(render(each.message, each.data, 'en'), render(each.message, each.data, 'zh'), ...each.fixes.map((fix) => render(fix.title, fix.data ?? {}, 'zh')))
    }
  }
  for (const { file, text, meeting, problems: syntax } of read) {
    for (const language of ['en', 'zh'] as const) {
      const context = { file, text, meeting, syntax, lines: indexLines(text), config, configText, now, language, facts: new Map(), workspace, files: read, paths: ['data/q1-spend.csv'] }
      const problems = lint({ ...context, named: false })
      for (let offset = 0; offset <= text.length; offset += 211) said.push(JSON.stringify(everything(context, problems, offset), (_, value: unknown) => (value instanceof Map ? [...value] : value)))
    }
  }
  const { effects, kept } = plan(read, { entries: new Map(), unknown: new Set(), replies: new Map(), issueStates: new Map() }, now, config)
  const directory = directoryOf(config)
  for (const effect of effects) {
    if (!('occasion' in effect)) continue
    for (const language of ['en', 'zh'] as const) said.push(renderMarkdown(noticeOf(effect.occasion, { language, sink: 'issue' }, directory), { mention: () => undefined }))
    if (effect.way === 'chat') said.push(JSON.stringify(chatPayload(effect.channel, { notice: noticeOf(effect.occasion, { language: 'en', sink: 'chat' }, directory), meeting: effect.meeting, people: { name: directory.name, id: () => undefined } })))
  }
  const judged = read.map(({ problems: syntax, ...each }) => ({ ...each, named: false, problems: judgeForReport({ ...each, syntax, config, now, facts: new Map(), workspace, named: false }) }))
  const report = reportOf({ files: judged, config, facts: new Map(), now }, { state: 'off' })
  said.push(JSON.stringify(report), reportPage(report, 'team', 'en'), reportPage(report, 'team', 'zh'))
  said.push(calendarFeed([], undefined), JSON.stringify({ effects, kept }))
  return said.join('\n')
}
