import { isHistory, whenOf } from '../arrangement/when.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import type { Message } from '../messages/message.ts'
import { LACKING, lackingFields, type Desired } from './desired.ts'
import type { Kept } from './effect.ts'

/** Why a meeting is left as it is. */
export const KEPT = {
  draft: { en: 'The meeting is a draft.', zh: '会议是草稿。' },
  lacking: { en: 'The invitation needs what the file lacks: {fields}.', zh: '文件缺少邀请所需的内容：{fields}。' },
  sameId: { en: 'The id is used by {files}; nothing is sent until each meeting has its own.', zh: '编号被多个文件使用：{files}；各自的编号明确之前不发送任何内容。' },
  unknown: { en: 'Its ledger entry could not be read; nothing is done rather than done twice.', zh: '无法读取台账；宁可不做，也不重复做。' },
  unnamed: { en: 'Its file no longer says which meeting it is (id); nothing is done until it does.', zh: '文件中不再有会议编号（id）；补上之前不做任何事。' },
  begun: { en: 'The meeting had begun before it was announced.', zh: '会议在通知之前已经开始。' },
} satisfies Record<string, Message>

/** A coming meeting that cannot be announced for what its file lacks. */
export function keepIfAnnounced(file: Desired, config: Config, now: Instant, kept: Kept[]): void {
  const { fields, frontMatter } = file.meeting
  if (frontMatter === undefined || fields.repeat !== undefined || fields.status?.value === 'cancelled' || fields.status?.value === 'draft') return
  const when = whenOf(file.meeting, config)
  if ((when !== undefined && now >= when.start) || isHistory(file.meeting, config)) return
  const names = { list: lackingFields(file, config).map((each) => ({ message: LACKING[each] })) }
  kept.push(keptOf(fields.id?.value ?? '', file.file, KEPT.lacking, { fields: names }))
}

/** A meeting that is left as it is, and why. */
export function keptOf(meeting: string, file: string, reason: Message, data: NonNullable<Kept['because']['data']> = {}): Kept {
  return { meeting, file, kind: 'invitation', because: { clause: 'B1', reason, data } }
}
