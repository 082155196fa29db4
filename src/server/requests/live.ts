import type { Message } from '../../core/messages/message.ts'
import { lineAt } from '../../core/text/lines.ts'
import type { LiveMeeting, Requests } from '../protocol.ts'
import type { Session } from '../session.ts'
import type { Workspace } from '../workspace.ts'
import { summaryOf } from './overview.ts'
import { ownerOf } from './people.ts'

const NO_MEETING: Message = { en: 'This file is no meeting of the repository.', zh: '这个文件不是仓库里的会议。' }

/** A meeting's frame for the clock: its agenda with minutes, its people, and its invitation's issue where the file or the ledger knows it. */
export async function live(session: Session, { uri }: Requests['convoke/live']['params']): Promise<Requests['convoke/live']['result']> {
  const place = session.find(uri)
  await place?.workspace.ready()
  const entry = place?.workspace.entry(place.file)
  if (place === undefined || entry === undefined || entry.meeting.frontMatter === undefined) return { refused: NO_MEETING[session.language] }
  const { workspace } = place
  const { meeting, lines } = entry
  const summary = summaryOf(entry, workspace, session.language, workspace.now)
  const agenda = (meeting.agenda?.items ?? []).map((item): LiveMeeting['agenda'][number] => {
    const clock = item.clock?.value
    const minutes = item.minutes?.value ?? (clock?.end === undefined ? undefined : (clock.end - clock.start + 1440) % 1440)
    const owner = ownerOf(item.owners[0], workspace.config, session.language)
    return { title: item.title.value, line: lineAt(lines, item.range.start), ...(minutes === undefined ? {} : { minutes }), ...(owner === undefined ? {} : { owner: owner.name }) }
  })
  const organizer = ownerOf(meeting.fields.organizer?.value, workspace.config, session.language)
  const issue = summary.id === undefined ? undefined : await issueOf(summary.id, workspace)
  return { ...summary, agenda, ...(organizer === undefined ? {} : { organizer }), ...(issue === undefined ? {} : { issue }) }
}

async function issueOf(id: string, { place }: Workspace): Promise<number | undefined> {
  const stored = await (await place.forge()).ledger.read(id)
  return stored === undefined || stored === 'unknown' ? undefined : stored.entry.issue
}
