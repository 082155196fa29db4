import type { Clause } from '../../src/core/messages/clause.ts'
import type { Message } from '../../src/core/messages/message.ts'

/** What a clause asks, in a few words, and what is still to come for it. */
export interface ClauseText {
  readonly asks: Message
  readonly later?: Message
}

const LIVE = { en: 'the editor’s live mode', zh: '编辑器的会中模式' }

/** The procedure in one line a clause. */
export const CLAUSES: Readonly<Record<Clause, ClauseText>> = {
  A1: { asks: { en: 'The topic is specific', zh: '主题具体' } },
  A2: { asks: { en: 'The purpose is quantified', zh: '目的可量化' } },
  A3: { asks: { en: 'The outcome is measurable', zh: '成果可衡量' } },
  A4: { asks: { en: 'Date, time, place or link, and duration are set', zh: '日期、时间、地点或链接、时长齐全' } },
  A5: { asks: { en: 'The time suits those who have to come', zh: '时间适合必须参加的人' } },
  A6: { asks: { en: 'The room fits and is held by one meeting', zh: '会议室合适且不冲突' } },
  A7: { asks: { en: 'Two hours at most', zh: '最长两小时' } },
  A8: { asks: { en: 'Attendees are required or optional', zh: '参会人员分为必须和可选' } },
  A9: { asks: { en: 'Required people are told first', zh: '先通知必须参加的人' } },
  A10: { asks: { en: 'Optional people are told why', zh: '可选参加的人知道原因' } },
  A11: { asks: { en: 'People from outside know the local time and the way', zh: '外部人员知道当地时间和参加方式' } },
  A12: { asks: { en: 'Materials are collected and linked', zh: '材料齐备并附链接' } },
  A13: { asks: { en: 'Data is at most a month old', zh: '数据不超过一个月' } },
  A14: { asks: { en: 'Data is shown as charts', zh: '数据配图表' } },
  A15: { asks: { en: 'Slides carry few points, and pictures', zh: '幻灯片要点少、有配图' } },
  A16: { asks: { en: 'The online meeting is prepared, with a backup', zh: '线上会议提前测试，有备用方案' } },
  A17: { asks: { en: 'Every agenda item has a time, and they fit', zh: '每个议题有用时，合计不超' } },
  A18: { asks: { en: 'The channel fits urgency and people', zh: '通知渠道适合紧急程度和人' } },
  A19: { asks: { en: 'An important meeting goes through several channels', zh: '重要会议用多个渠道通知' } },
  B1: { asks: { en: 'A formal invitation with all that counts', zh: '正式邀请，要素齐全' } },
  B2: { asks: { en: 'What to read beforehand is said', zh: '说明会前要读什么' } },
  B3: { asks: { en: 'A reply deadline', zh: '回复截止时间' } },
  B4: { asks: { en: 'Whoever did not reply is asked again', zh: '未回复的人再问一次' } },
  B5: { asks: { en: 'A short reminder', zh: '会前提醒' } },
  B6: { asks: { en: 'A change is announced with the difference', zh: '变更及时通知，写明差别' } },
  B7: { asks: { en: 'A cancellation reaches everybody', zh: '取消通知到每个人' } },
  C1: { asks: { en: 'Audio, video and sharing are tested before', zh: '会前测试音视频和共享' }, later: LIVE },
  C2: { asks: { en: 'The way there and signing in are told', zh: '提醒路线和签到' } },
  C3: { asks: { en: 'The chair checks who is there', zh: '主持人点名' }, later: LIVE },
  C4: { asks: { en: 'What the absent get instead is settled', zh: '缺席的人如何补上' }, later: LIVE },
  C5: { asks: { en: 'Trouble and overruns are told at once', zh: '故障和超时及时告知' }, later: LIVE },
  C6: { asks: { en: 'A channel stays open for feedback', zh: '会中保持反馈渠道' }, later: LIVE },
  D1: { asks: { en: 'Minutes go out in hours', zh: '会后数小时内发出纪要' } },
  D2: { asks: { en: 'Every action has one owner and a date', zh: '每个行动项有一位负责人和日期' } },
  D3: { asks: { en: 'Action items become a list, assigned', zh: '行动项列成清单并指派' } },
  D4: { asks: { en: 'Progress is checked until done', zh: '定期检查直到完成' } },
  E1: { asks: { en: 'Wording is short and clear', zh: '措辞简短清楚' } },
  E2: { asks: { en: 'Important meetings use formal language', zh: '重要会议用正式语言' } },
  E3: { asks: { en: 'The meeting keeps to its time', zh: '会议守时' }, later: LIVE },
  E4: { asks: { en: 'An extension is told beforehand, with its reason', zh: '延长须提前说明原因' }, later: LIVE },
  E5: { asks: { en: 'Everybody can be reached', zh: '人人都能通知到' } },
  E6: { asks: { en: 'When a channel fails, the backup is used', zh: '渠道失败时启用后备' } },
}
