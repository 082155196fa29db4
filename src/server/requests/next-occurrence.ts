import { nextInSeries, type MeetingText } from '../../core/arrangement/next-meeting.ts'
import type { Message } from '../../core/messages/message.ts'
import type { Requests } from '../protocol.ts'
import type { Session } from '../session.ts'

const REFUSED = {
  noSeries: { en: 'This is no series: its file has no “repeat”.', zh: '这不是例会文件：没有“重复”。' },
  ended: { en: 'The series has no further meeting, or its rule cannot be read.', zh: '例会之后没有会议了，或规则无法读取。' },
  changing: { en: 'The file is changing; try again.', zh: '文件正在变化，请再试一次。' },
} satisfies Record<string, Message>

/** The file of a series' next meeting that has none yet; asked of a meeting of the series as well as of the series' own file. */
export async function nextOccurrence({ find, language }: Session, { uri }: Requests['convoke/nextOccurrence']['params']): Promise<Requests['convoke/nextOccurrence']['result']> {
  const place = find(uri)
  await place?.workspace.ready()
  const own = place?.workspace.entry(place.file)
  const id = own?.meeting.fields.series?.value
  const series = own?.meeting.fields.repeat !== undefined ? own : id === undefined ? undefined : place?.workspace.index.withId(id).find((each) => each.meeting.fields.repeat !== undefined)
  if (place === undefined || series === undefined) return { refused: REFUSED.noSeries[language] }
  const { workspace } = place
  const read = async ({ file, meeting }: Pick<MeetingText, 'file' | 'meeting'>): Promise<MeetingText | undefined> => {
    const text = await workspace.textOf(file)
    return text?.length === meeting.length ? { file, meeting, text } : undefined
  }
  const seriesText = await read(series)
  if (seriesText === undefined) return { refused: REFUSED.changing[language] }
  const meetings = workspace.files.filter((each) => each.meeting.fields.series !== undefined && each.meeting.fields.series.value === series.meeting.fields.id?.value)
  const texts = await Promise.all(meetings.map(read))
  const next = nextInSeries(seriesText, texts.flatMap((each) => each ?? []), workspace.config, workspace.now)
  return next === undefined ? { refused: REFUSED.ended[language] } : { path: next.path, text: next.text }
}
