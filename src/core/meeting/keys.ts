/**
 * Every key of a meeting file's front matter, in both languages, with the spellings found in the wild.
 * This one table serves the parser, "did you mean", completion and the JSON Schema (FORMAT 1).
 */
export const KEYS = {
  id: { zh: '编号' },
  title: { zh: '主题', also: ['topic', 'subject', '会议主题', '标题'] },
  purpose: { zh: '目的', also: ['会议目的', 'goal'] },
  outcome: { zh: '预期成果', also: ['outcomes', '成果', 'expected_outcome'] },
  start: { zh: '开始时间', also: ['开始', '会议时间', 'start_time'] },
  date: { zh: '日期', also: ['会议日期'] },
  time: { zh: '时间' },
  timezone: { zh: '时区', also: ['time_zone', 'tz'] },
  duration: { zh: '时长', also: ['会议时长'] },
  importance: { zh: '重要程度' },
  urgency: { zh: '紧急程度' },
  status: { zh: '状态' },
  reason: { zh: '原因' },
  organizer: { zh: '组织者', also: ['organiser', 'host', 'chair', '主持人', '召集人'] },
  room: { zh: '会议室', also: ['location', '地点', '会议地点'] },
  booking: { zh: '预订' },
  equipment: { zh: '设备' },
  link: { zh: '会议链接', also: ['url', 'meeting_link'] },
  backup_link: { zh: '备用链接' },
  channels: { zh: '通知渠道' },
  required: { zh: '必须参加', also: ['必须参会'] },
  optional: { zh: '可选参加', also: ['可选参会'] },
  attendees: { zh: '参会人员', also: ['participants', '参会人', '与会人员', '出席人员'] },
  remote: { zh: '远程参加' },
  rsvp_by: { zh: '回复截止' },
  remind: { zh: '提醒', also: ['reminders'] },
  materials: { zh: '材料', also: ['会议材料'] },
  notes: { zh: '注意事项' },
  series: { zh: '系列' },
  occurrence: { zh: '原定时间' },
  extended: { zh: '延长' },
  repeat: { zh: '重复' },
  except: { zh: '例外' },
  move: { zh: '改期' },
  until: { zh: '截至' },
  review: { zh: '复审' },
} as const satisfies Record<string, { zh: string; also?: readonly string[] }>

/** A canonical (English) key. */
export type Key = keyof typeof KEYS

/** Headings with a meaning, at any level, first match wins (FORMAT 1). */
export const HEADINGS = {
  preparation: ['Preparation', '会前准备', '准备'],
  agenda: ['Agenda', '议程', '会议议程'],
  minutes: ['Minutes', '会议纪要', '纪要'],
  attendance: ['Attendance', '出席', '出席情况', '参会人员'],
  discussion: ['Discussion', '讨论', '讨论要点'],
  decisions: ['Decisions', '决议', '决定', '决策事项'],
  actions: ['Action items', '行动项', '待办', '待办事项'],
} as const

/** What a section means. The last four count only inside Minutes. */
export type SectionKind = keyof typeof HEADINGS
