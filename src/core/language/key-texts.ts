import type { Clause } from '../messages/clause.ts'
import type { Message } from '../messages/message.ts'
import type { Key } from '../meeting/keys.ts'

/** What a key of the front matter means, and the clause that asks for it. */
export interface KeyText {
  readonly means: Message
  readonly clause?: Clause
  /** An example of a value in each language, as it is written into a file. */
  readonly example?: Message
}

/** What each key of a meeting file means (FORMAT 1). */
export const KEY_TEXTS: Readonly<Record<Key, KeyText>> = {
  id: { means: { en: 'Identity of the meeting, unique in the repository, never changed', zh: '会议的编号，在仓库中唯一，写下后不再更改' }, example: { en: '2026-12-03-q2-budget', zh: '2026-12-03-q2-budget' } },
  title: { means: { en: 'What is at stake, with its scope', zh: '会议谈什么、范围多大' }, clause: 'A1', example: { en: 'Q2 marketing budget split over four channels', zh: '第二季度营销预算分配评审' } },
  purpose: { means: { en: 'The decision or product that the meeting is for', zh: '会议要作出的决定或产出的东西' }, clause: 'A2', example: { en: 'Decide how the 1.2M budget is split over four channels', zh: '确定 120 万元预算在四个渠道之间的分配方案' } },
  outcome: { means: { en: 'What exists when the meeting ends: a text or a list of texts', zh: '散会时手里会有什么，写一条或多条' }, clause: 'A3', example: { en: 'A signed budget table', zh: '签字的预算分配表' } },
  start: { means: { en: 'Day and time of day in the meeting’s zone', zh: '会议所在时区的日期和时刻' }, clause: 'A4', example: { en: '2026-12-03 14:00', zh: '2026-12-03 14:00' } },
  date: { means: { en: 'The day, where the time of day stands apart', zh: '日期（时刻另写一行时使用）' }, clause: 'A4', example: { en: '2026-12-03', zh: '2026-12-03' } },
  time: { means: { en: 'The time of day, or a span of it', zh: '时刻，也可以写起止时间' }, clause: 'A4', example: { en: '14:00-15:30', zh: '14:00-15:30' } },
  timezone: { means: { en: 'IANA name of the zone that the times are in', zh: '时间所在的时区（IANA 名称）' }, clause: 'A4', example: { en: 'Europe/Berlin', zh: 'Asia/Shanghai' } },
  duration: { means: { en: 'How long the meeting takes, two hours at most', zh: '会议开多久，最长两小时' }, clause: 'A7', example: { en: '1h30m', zh: '90分钟' } },
  importance: { means: { en: 'Decides with the urgency through which channels people are called', zh: '与紧急程度一起决定用哪些渠道通知' }, clause: 'A19' },
  urgency: { means: { en: 'Decides with the importance through which channels people are called', zh: '与重要程度一起决定用哪些渠道通知' }, clause: 'A18' },
  status: { means: { en: 'Planned (default); draft: checked, nothing is sent; cancelled: called off everywhere', zh: '计划（默认）；草稿只检查、不发送；取消会通知所有人' }, clause: 'B7' },
  reason: { means: { en: 'Why the meeting is cancelled', zh: '取消的原因' }, clause: 'B7' },
  organizer: { means: { en: 'Who calls and chairs the meeting; always one of the attendees', zh: '召集并主持会议的人，始终算作参会人员' }, clause: 'B1' },
  room: { means: { en: 'Key of a room in .convoke.yml', zh: '.convoke.yml 中会议室的键' }, clause: 'A6' },
  booking: { means: { en: 'Reference or address of the room’s reservation', zh: '会议室的预订号或链接' }, clause: 'A6' },
  equipment: { means: { en: 'What the meeting needs in the room', zh: '会议需要的设备' }, clause: 'A6', example: { en: '[projector]', zh: '[投影仪]' } },
  link: { means: { en: 'Address at which the meeting is joined online', zh: '线上参会的链接' }, clause: 'A16' },
  backup_link: { means: { en: 'Where everybody goes when the first link fails', zh: '主链接出问题时改用的链接' }, clause: 'A16' },
  channels: { means: { en: 'Through what people are called; without it, the policy chooses', zh: '用哪些渠道通知；不写则按策略选择' }, clause: 'A18', example: { en: '[mail, feishu]', zh: '[邮件, 飞书]' } },
  required: { means: { en: 'Who has to come', zh: '必须到场的人' }, clause: 'A8', example: { en: '[li-lei, han-meimei]', zh: '[li-lei, han-meimei]' } },
  optional: { means: { en: 'Who may come, each with the reason for being asked', zh: '可以来的人，每人写明邀请的原因' }, clause: 'A10', example: { en: '- zhao-min: knows the sales data', zh: '- zhao-min: 熟悉销售数据' } },
  attendees: { means: { en: 'One list for all; divide it into required and optional', zh: '不分主次的名单，请分成必须参加和可选参加' }, clause: 'A8' },
  remote: { means: { en: 'Who joins a hybrid meeting from elsewhere, and needs no chair in the room', zh: '混合会议中不到会议室、远程参加的人' }, clause: 'A6' },
  rsvp_by: { means: { en: 'Until when people reply, in the meeting’s zone', zh: '请在此之前回复（会议所在时区）' }, clause: 'B3', example: { en: '2026-12-02 12:00', zh: '2026-12-02 12:00' } },
  remind: { means: { en: 'How long before the start people are reminded', zh: '会前多久提醒' }, clause: 'B5', example: { en: '[1d, 2h]', zh: '[1天, 2小时]' } },
  materials: { means: { en: 'What the meeting works with: paths from the repository’s root, or addresses', zh: '会议材料：从仓库根目录写起的路径，或链接' }, clause: 'A12' },
  notes: { means: { en: 'Points to note, printed in the invitation', zh: '写进邀请的注意事项' }, clause: 'B1' },
  series: { means: { en: 'Id of the series that this meeting belongs to', zh: '所属系列的编号' }, clause: 'D4' },
  occurrence: { means: { en: 'When the series’ rule has this meeting, whatever its start is now', zh: '按系列规则本应召开的时间，改期后也不变' } },
  extended: { means: { en: 'By how much the meeting was extended, each time with the reason', zh: '每次延长多久、为什么' }, clause: 'E4' },
  repeat: { means: { en: 'How a series repeats: words or an RRULE', zh: '系列如何重复：一句话或 RRULE' }, example: { en: 'every 2 weeks on Tuesday', zh: '每两周周二' } },
  except: { means: { en: 'Days on which the series does not meet', zh: '系列不开会的日子' }, example: { en: '[2026-12-29]', zh: '[2026-12-29]' } },
  move: { means: { en: 'Meetings of the series that take place at another time', zh: '系列中改期的会议' }, example: { en: '{ 2026-12-29: 2026-12-30 10:00 }', zh: '{ 2026-12-29: 2026-12-30 10:00 }' } },
  until: { means: { en: 'Last day on which the series may meet', zh: '系列最晚开到哪一天' }, example: { en: '2027-06-30', zh: '2027-06-30' } },
  review: { means: { en: 'Day on which somebody asks whether the series is still needed', zh: '复审这个系列是否还有必要的日子' }, example: { en: '2027-03-31', zh: '2027-03-31' } },
}
