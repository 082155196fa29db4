import { nextOf } from '../../core/arrangement/series.ts'
import { whenOf, zoneOf } from '../../core/arrangement/when.ts'
import { attendeesOf } from '../../core/arrangement/who.ts'
import { MINUTE, wallAt, type Instant } from '../../core/arrangement/zone.ts'
import type { Language } from '../../core/messages/message.ts'
import { render } from '../../core/messages/render.ts'
import { lineAt, positionAt } from '../../core/text/lines.ts'
import type { Entry } from '../entry.ts'
import type { ActionSummary, MeetingSummary, Overview, Requests } from '../protocol.ts'
import type { Session } from '../session.ts'
import { slices } from '../slices.ts'
import type { Workspace } from '../workspace.ts'
import { ownerOf, personOf } from './people.ts'

/** Everything that views show, of all folders. Problems are those found so far; more may be told when all files are judged. */
export async function overview(session: Session, { now }: Requests['convoke/overview']['params']): Promise<Overview> {
  const { breathe } = slices(session.host)
  const meetings: MeetingSummary[] = []
  const actions: ActionSummary[] = []
  const configuration: Overview['configuration'][number][] = []
  for (const workspace of session.workspaces()) {
    await workspace.ready()
    const { lines, problems } = workspace.settings
    for (const { message, data, range } of problems) configuration.push({ message: render(message, data, session.language), ...positionAt(lines, range.start) })
    for (const entry of workspace.files) {
      // A Markdown file without front matter that lies among the meetings is none.
      if (entry.meeting.frontMatter === undefined) continue
      const summary = summaryOf(entry, workspace, session.language, now ?? workspace.now)
      meetings.push(summary)
      actions.push(...actionsOf(entry, summary, workspace, session.language, now ?? workspace.now))
      await breathe()
    }
  }
  return { meetings, actions, configuration }
}

/** One meeting as views show it; a series by its next meeting. */
export function summaryOf(entry: Entry, workspace: Workspace, language: Language, now: Instant): MeetingSummary {
  const { meeting, file } = entry
  const { config } = workspace
  const { id, title, status, link, backupLink, room, repeat } = meeting.fields
  const span = spanOf(entry, workspace, now)
  const problems = workspace.lastProblems(file) ?? []
  const zone = zoneOf(meeting, config)
  return {
    file, uri: workspace.targetOf(file)?.uri ?? workspace.root.uriOf(file), title: title?.value ?? file.slice(file.lastIndexOf('/') + 1), language: meeting.language,
    status: status?.value ?? 'planned', isSeries: repeat !== undefined, waitsForMinutes: waitsForMinutes(entry, span?.end, now),
    attendees: attendeesOf(meeting, config).map(({ key }) => personOf(key, config, language)),
    problems: { errors: problems.filter((each) => each.severity === 'error').length, warnings: problems.filter((each) => each.severity === 'warning').length },
    ...(id === undefined ? {} : { id: id.value }), ...(span === undefined ? {} : { start: span.start, end: span.end }), ...(zone === undefined ? {} : { zone }),
    ...(link === undefined ? {} : { link: link.value }), ...(backupLink === undefined ? {} : { backupLink: backupLink.value }),
    ...(room === undefined ? {} : { room: config.rooms.get(room.value)?.name ?? room.value }),
  }
}

/** From when to when, extensions (E4) counted. */
function spanOf({ meeting }: Entry, { config }: Workspace, now: Instant): { readonly start: Instant; readonly end: Instant } | undefined {
  const when = whenOf(meeting, config)
  if (when === undefined) return undefined
  const extended = (meeting.fields.extended?.value ?? []).reduce((sum, each) => sum + (each.by?.value ?? 0), 0)
  const start = meeting.fields.repeat === undefined ? when.start : nextOf(meeting, config, now)?.start ?? when.start
  return { start, end: start + (when.duration + extended) * MINUTE }
}

function waitsForMinutes({ meeting }: Entry, end: Instant | undefined, now: Instant): boolean {
  const { repeat, status } = meeting.fields
  if (end === undefined || now < end || repeat !== undefined || (status !== undefined && status.value !== 'planned')) return false
  const { minutes } = meeting
  return [minutes?.discussion, minutes?.decisions, minutes?.actions].some((part) => part?.hasContent !== true)
}

function actionsOf({ meeting, file, lines }: Entry, summary: MeetingSummary, { config }: Workspace, language: Language, now: Instant): ActionSummary[] {
  const today = wallAt(now, zoneOf(meeting, config) ?? 'UTC').slice(0, 10)
  const items = [...meeting.minutes?.actions?.items ?? [], ...meeting.looseActions?.items ?? []]
  return items.map((item) => {
    const owner = ownerOf(item.owners[0], config, language)
    const due = item.due?.value
    return {
      file, uri: summary.uri, meeting: summary.title, text: item.text.value, done: item.done, overdue: !item.done && due !== undefined && due < today, line: lineAt(lines, item.range.start),
      ...(owner === undefined ? {} : { owner }), ...(due === undefined ? {} : { due }), ...(item.issue === undefined ? {} : { issue: item.issue.value }),
    }
  })
}
