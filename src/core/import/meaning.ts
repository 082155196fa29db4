import { headingKey } from '../meeting/sections.ts'

/** What a heading or a label before a colon announces. `aside` is what a template puts into every file and holds no topic. */
export type Meaning =
  | 'title' | 'when' | 'duration' | 'organizer' | 'link' | 'info'
  | 'attendees' | 'absentees' | 'agenda' | 'discussion' | 'decisions' | 'actions' | 'open' | 'presenter' | 'aside'

const WORDS: readonly (readonly [Meaning, RegExp])[] = [
  ['aside', /^(?:upcoming .*|before meeting checklist|project board review.*|outstanding items.*|active votes|(?:subteam|team) updates|(?:next|upcoming|future|previous|last|scheduled) (?:meetings?|calls?|steps? meeting)|announcements?(?: or custom items)?|q ?& ?a.*|q&a|questions?|other|misc(?:ellaneous)?|(?:useful )?links?|resources|references|introductions?|recordings?|video|(?:meeting )?roles|scribes?|note[- ]?takers?|minutes takers?|secretary|participation and code of conduct|code of conduct|meeting guidelines|antitrust.*|anti-trust.*|check-?(?:in|out)|consent to agenda|welcome|housekeeping|roll call|quorum|irc|chat|repository|status|raw minutes|archived minutes|local call times?|corresponding.*|review of last (?:meeting|week).*|review (?:of )?(?:the )?(?:previous |last )?action(?: item)?s.*|action items? review|actions? review|review of actions|status of previous action items.*|previous action items|approval of .*minutes.*|previous meeting.*|(?:board meeting|staff|board) updates?|minutes google doc|github issue|欢迎新朋友|前情提要|会前必读|(?:确定)?下(?:一)?次(?:的|会议|例会).*|下期.*|会议链接汇总|纪要人|记录人|会议记录人|参考(?:资料|链接)|相关链接|会议录(?:像|屏|制).*|回放.*|视频.*|会议回放|录屏|录像|会议纪要链接|轮值值班安排)$/],
  ['when', /^(?:(?:meeting |call )?(?:date|time|when|schedule)(?: ?(?:and|&|\/) ?(?:date|time|place))?s?|date\/time|(?:本次)?(?:会议|召开|例会)?(?:时间|日期)(?:与地点|和地点|及地点|、地点)?)$/],
  ['title', /^(?:(?:meeting |session )?(?:title|name|subject|topic)|(?:本次)?(?:会议)?(?:主题|名称|标题))$/],
  ['duration', /^(?:(?:meeting )?(?:duration|length)|(?:会议)?(?:时长|用时))$/],
  ['organizer', /^(?:(?:meeting |topic |session |discussion )?(?:chair(?:person|man|woman|s)?|hosts?|facilitators?|moderators?|organi[sz]ers?|lead|leader|facilitator s|led by|hosted by|chaired by)|(?:本次|会议|例会|轮值|议题)*(?:主持人?|主席|组织者|召集人|发起人))$/],
  ['link', /^(?:(?:meeting|conference|conferencing|video|zoom|call|webrtc|dial-?in|join|joining|webex|jitsi|teams|google meet|hangouts?)(?: (?:call|conference|meeting|info(?:rmation)?|details|bridge))*(?: (?:links?|urls?|instructions?|info(?:rmation)?))?|(?:how to )?join(?: (?:us|the meeting))?|bridge|conference links?|where|location|(?:本次)?(?:会议)?(?:链接|接入方式|地址|入口|入会链接|入会方式|号|id)|腾讯会议|飞书会议|zoom ?会议|welink ?会议(?:id)?|会议id)$/],
  ['info', /^(?:meeting (?:info(?:rmation)?|details|logistics)|logistics|details|会议(?:信息|概况|基本信息|概要|详情|须知))$/],
  ['absentees', /^(?:(?:(?:[a-z]+ ){0,3}(?=absentees?|regrets))?(?:absent|absentees?|apolog(?:y|ies)(?: for absence)?|regrets|not present|not attending|unable to attend|missing)(?: .{0,20})?|请假(?:人员?)?|缺席(?:人员?|情况)?|未(?:参会|出席|到)(?:人员?)?)$/],
  ['attendees', /^(?:(?:[a-z]+[ -]){0,5}(?:attendees?|attendance|participants?|attending|attended|in attendance|present|guests?|observers?|invitees?)(?: list| \(.*)?|who(?:'s| is| was) (?:here|there|present)|people|(?:record|take) attendance.*|(?:council|team|tsc|tac|committee|board|voting|wg|core|other) members|.*(?:参会|与会|出席|参加|到会|参与|参会议)(?:人员?|者|嘉宾|成员|情况|名单|列表|单位|人员?名单|人员?列表|人员?情况)|(?:本次)?(?:拟)?参会.*(?:列表|名单|member list|members?)|签到(?:表|情况)?|会议嘉宾)$/],
  ['actions', /^(?:(?:new |specific |open |outstanding |current |(?:summary|list|recap) of )?(?:action (?:items?|points?)|actions?|ais?|to-? ?dos?|todos?|tasks|next steps?|follow[- ]?ups?|action items? ?\(?ais?)(?: (?:list|summary|items|(?:from|of|arising from) (?:this|the|today'?s) (?:meeting|call)|for (?:the )?next (?:meeting|time|call)|arising|assigned|(?:&|and|\/) (?:owners?|next steps?|follow[- ]?ups?|tasks|action items|todos?)))?|(?:会议|会后)?(?:行动(?:项|事项|计划|点)?(?:列表|清单)?|待办(?:事项|任务)?(?:列表|清单)?|后续(?:行动|工作|计划|事项|安排|任务)|下一步(?:计划|行动|工作|安排)?|遗留任务|任务(?:分工|分配)|会后任务|下步(?:计划|工作|安排)|后续跟进(?:事项)?|任务(?:列表|清单)?|跟进事项|todo))$/],
  ['open', /^(?:遗留(?:问题|事项)(?:列表)?|open (?:issues|questions|points)|待解决问题)$/],
  ['decisions', /^(?:(?:key )?(?:decisions?|resolutions?|conclusions?|consensus|outcomes?|decisions? (?:made|taken|log)|agreements?|what (?:was|we) (?:decided|agreed)|(?:decisions|conclusions) (?:&|and) (?:outcomes|agreements|resolutions))|(?:会议)?(?:结论|决议|决定|决策(?:事项)?|共识)(?:事项|记录)?|议定事项|达成(?:的)?共识|本次(?:会议)?(?:结论|决议)|重要结论)$/],
  ['agenda', /^(?:(?:(?:proposed|call|meeting|new|tentative|draft|main|the|today'?s|discussion) )?(?:agenda(?: items?| topics?| for .*| (?:&|and) minutes)?|topics?(?: to discuss| for discussion| discussed)?|items? (?:for|to) discuss(?:ion)?|(?:items )?from (?:the )?previous meetings?|discussion topics)|(?:本次|主要|例会)?(?:会议)?(?:议题|议程|讨论议题|日程)(?:列表|安排|清单|介绍|内容|表)?)$/],
  ['discussion', /^(?:discussion items|(?:meeting )?(?:minutes|notes|discussions?|summary|transcript)(?: (?:of the meeting|notes|summary|\(.*))?|session notes|(?:会议|讨论)?(?:纪要|记录|要点|内容|讨论|总结)(?:要点|内容|详情)?|(?:会议)?分享与讨论|会议讨论(?:内容)?|其他事项(?:的)?讨论)$/],
  ['presenter', /^(?:汇报人|主讲人?|分享人|讲者|发言人|议题负责人|presenters?|speakers?|owner)$/],
]

const cached = new Map<string, Meaning | undefined>()

/** The meaning of a heading's or label's words; numbering, signs and a translation in brackets do not count. */
export function meaningOf(words: string): Meaning | undefined {
  if (words.length > 80) return undefined
  if (cached.has(words)) return cached.get(words)
  const whole = headingKey(words.replace(/[​﻿]/g, ''))
  const outer = headingKey(words.replace(/[(（[【].*$/, ''))
  // A heading may say it in both languages: “Topics议题”.
  const [latin, chinese] = /\p{Script=Han}/u.test(whole) && /[a-z]{4}/.test(whole) ? [headingKey(whole.replace(/[^ -~]+/g, ' ')), whole.replace(/[ -~]+/g, '')] : ['', '']
  const meaning = match(whole) ?? match(outer) ?? match(whole.replace(/s$/, '')) ?? (match(latin) === undefined ? undefined : match(chinese))
  if (cached.size < 5000) cached.set(words, meaning)
  return meaning
}

function match(key: string): Meaning | undefined {
  return key === '' ? undefined : WORDS.find(([, pattern]) => pattern.test(key))?.[0]
}
