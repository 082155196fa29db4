import type { Message } from '../../messages/message.ts'

/** Labels and headings that several notices share. */
export const LABELS = {
  when: { en: 'When', zh: '时间' },
  yourTime: { en: 'Your time', zh: '您的当地时间' },
  duration: { en: 'Length', zh: '时长' },
  room: { en: 'Room', zh: '会议室' },
  directions: { en: 'How to get there', zh: '路线' },
  signIn: { en: 'Signing in', zh: '签到' },
  link: { en: 'Link', zh: '会议链接' },
  backupLink: { en: 'Backup link', zh: '备用链接' },
  organizer: { en: 'Organizer', zh: '组织者' },
  required: { en: 'Required', zh: '必须参加' },
  optional: { en: 'Optional', zh: '可选参加' },
  remote: { en: 'Joining remotely', zh: '远程参加' },
  rsvpBy: { en: 'Reply by', zh: '回复截止' },
  purpose: { en: 'Purpose', zh: '目的' },
  outcome: { en: 'Expected outcome', zh: '预期成果' },
  agenda: { en: 'Agenda', zh: '议程' },
  materials: { en: 'Materials', zh: '会议材料' },
  preparation: { en: 'To prepare', zh: '会前准备' },
  notes: { en: 'Points to note', zh: '注意事项' },
  reply: { en: 'How to reply', zh: '如何回复' },
  people: { en: 'Who is asked to come', zh: '参会人员' },
  localTimes: { en: 'Local times', zh: '各地时间' },
  meeting: { en: 'Meeting', zh: '会议' },
  reason: { en: 'Reason', zh: '原因' },
  due: { en: 'Due', zh: '截止日期' },
  owner: { en: 'Owner', zh: '负责人' },
  title: { en: 'Topic', zh: '主题' },
} as const satisfies Readonly<Record<string, Message>>

export const NOTHING: Message = { en: 'none', zh: '无' }
export const COLUMNS = {
  clock: { en: 'Time', zh: '时刻' },
  length: { en: 'Length', zh: '用时' },
  item: { en: 'Item', zh: '议题' },
  lead: { en: 'Led by', zh: '主讲' },
  local: { en: 'Local time', zh: '当地时间' },
  who: { en: 'Who', zh: '人员' },
} as const satisfies Readonly<Record<string, Message>>
