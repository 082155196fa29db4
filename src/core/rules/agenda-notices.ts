import type { AgendaItem, Meeting } from '../meeting/model.ts'

/** A link and nothing else: a list to look at, not a matter. */
const LINK = /^\s*<?https?:\/\/\S+\s*$/
/** When one meets again, and data of the meeting that belong above the agenda. */
const AGAIN = /^(?:our |the )?(?:next|following) (?:\p{L}+ )?(?:meeting|call|session)s?(?: date)?\s*[:–—-]?\s*(?:(?:is|will be|on) )*(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.? \d|\d{1,4}[-./ ]\s?(?:\d|\p{L}))|^(?:下次|下一次|下届)(?:会议|例会)?的?(?:时间|日期)?\s*[:：]?\s*(?:\d+[-./年月]|(?:周|星期)[一二三四五六日天])|^(?:会议(?:时间|日期|名称|地点|主持人|链接|号)|主持人|记录人|排班|值班)\s*[:：]/iu
/** That there is nothing to say. */
const NOTHING = /^(?:none|n\/a|nothing|no (?:announcements?|updates?|items|topics|news)\b[^?]{0,20}|无|暂无|没有)[.。!！]?$/i
/** Headings below which news stands, which people read out and do not discuss. */
const NEWS = /(?:announcements?|news|updates|notices)\W*$|^\W*(?:公告|通知|快讯|动态|简讯|(?:社区|项目|团队|近期)?(?:公告|通知|动态|快讯))\W*$/iu

/**
 * Whether what stands in an agenda's list is surely no matter that takes a time of its own: a bare link, the day of the next
 * meeting, "none", and news below a heading of its own ("Announcements").
 */
export function isNotice(meeting: Meeting, item: AgendaItem): boolean {
  const { value } = item.title
  if (LINK.test(value) || NOTHING.test(value) || AGAIN.test(value)) return true
  return item.form === 'list' && underNews(meeting, item)
}

function underNews({ agenda, sections }: Meeting, { range }: AgendaItem): boolean {
  const top = agenda?.section
  return top !== undefined && sections.some(({ level, content, heading }) =>
    level > top.level && content.start <= range.start && range.end <= content.end && NEWS.test(heading.value))
}
