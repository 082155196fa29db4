import type { Located, Range } from '../text/range.ts'
import type { Message } from '../messages/message.ts'
import type { AgendaItem } from '../meeting/model.ts'
import { locatedText } from '../meeting/remainder.ts'
import { aheadUntil } from '../arrangement/when.ts'
import { judgeWording } from '../wording/judge.ts'
import { isEnumeration, lengthOf, LONGEST, sentencesOf, stackedNegatives } from '../wording/slips.ts'
import { isNotice } from './agenda-notices.ts'
import { isMissing } from './missing.ts'
import { bodyProse, frontMatterProse, type Stretch } from './prose.ts'
import type { Context, Finding, Fix, Rule } from './rule.ts'
import { append, PLACEHOLDER, vagueIn, WORDING_OPTIONS } from './wording.ts'

const messages = {
  item: { en: '“{text}” says nothing of what is to be settled: name the matter.', zh: '“{text}”没有说明要处理什么，请写明具体事项。' },
  catchAll: { en: '“{text}” lets anything in, so nobody can prepare for it: name the matters, or leave it out.', zh: '“{text}”什么都能放进来，无从准备；请列出具体事项，或者删去。' },
  decision: { en: '“{text}” settles nothing definite: what holds from now on, and for whom?', zh: '“{text}”没有定下任何具体内容：从现在起什么有效，对谁有效？' },
  preparation: { en: '“{text}” does not say what to prepare: read, fill in or bring what?', zh: '“{text}”没有说明准备什么：要读、填或带什么？' },
  long: { en: 'A sentence of {count} words; a reader follows {most} at most. Divide it.', zh: '这一句有 {count} 个词，最多 {most} 个；请拆成几句。' },
  longChinese: { en: 'A sentence of {count} characters; a reader follows {most} at most. Divide it.', zh: '这一句有 {count} 个字，最多 {most} 个；请拆成几句。' },
  negatives: { en: '“{words}” stacks negatives: say what is so, not what is not.', zh: '“{words}”叠用否定，请改为正面表述。' },
  placeholder: { en: '“{words}” is a placeholder: fill it in.', zh: '“{words}”是占位文字，请填写。' },
  fixName: { en: 'Write the matter behind it', zh: '在后面写明事项' },
  fixRemove: { en: 'Take “{text}” out of the agenda', zh: '从议程中删去“{text}”' },
} satisfies Record<string, Message>

/** E1: wording is short, clear, without ambiguity. */
export const clearWording: Rule = {
  id: 'clear-wording',
  clauses: ['E1'],
  severity: 'warning',
  speaks: 'always',
  options: WORDING_OPTIONS,
  summary: { en: 'Agenda, decisions and preparation are definite; sentences are short and without stacked negatives', zh: '议程、决议和会前准备写得具体；句子简短，不叠用否定' },
  messages,
  *check(context) {
    yield* checkAgenda(context)
    yield* checkDecisions(context)
    yield* checkPreparation(context)
    yield* checkSentences(context)
  },
}

function* checkAgenda(context: Context): Iterable<Finding> {
  const { meeting, text, workspace } = context
  const items = meeting.agenda?.items ?? []
  if (items.length === 0) return
  const { title } = meeting.fields
  // A title that cannot be read may be a clear one.
  const clear = title === undefined ? !isMissing(meeting, 'title') : !judgeWording(title.value, 'topic', workspace.ownWords).vague
  for (const item of items) {
    const bare = item.title.value.replace(/[(（][^()（）]*[)）]\s*$/, '').replace(/^[\s\p{P}\p{Emoji_Presentation}]+|[\s\p{P}]+$/gu, '').replace(/[.,]? +/g, ' ')
    const data = { text: item.title.value }
    if (isNotice(meeting, item)) continue
    if (CATCH_ALL.test(bare)) {
      yield { message: messages.catchAll, data, range: item.title.range, fixes: takeOut(text, item) }
      continue
    }
    // Whole sentences are notes, and what has an issue of its own is described there.
    if (item.title.value.length > LONGEST_LABEL || STATEMENT.test(bare) || (REFERRED.test(bare) && !MEETS.test(bare))) continue
    // A clear title says what "Owners and dates" are of; "Discussion" says nothing under any title.
    if (COURSE.test(bare) || !(EMPTY.test(bare) || (!clear && (vagueIn(context, item.title, 'topic')?.judgement.score ?? 0) > (isBare(bare) ? SURE : SURE_ITEM)))) continue
    // `For the private session: the fund, two applications` names them behind the colon.
    const behind = /[:：]\s*(\S.{5,})$/u.exec(item.title.value)?.[1]
    if (behind !== undefined && !judgeWording(behind, 'topic', workspace.ownWords).vague) continue
    if (isLinked(text, item) || isNamedBelow(text, item, workspace.ownWords)) continue
    const edits = append(text, item.title, meeting.language === 'zh' ? '：〈具体事项〉' : ': ‹the matter›')
    yield { message: messages.item, data, range: item.title.range, fixes: [{ title: messages.fixName, safe: false, edits }] }
  }
}

/** An agenda item stands among others and under a title: one of several words is called vague only where it is so beyond doubt. */
const SURE_ITEM = 2

/** One or two words: nothing in them could be overlooked. */
function isBare(item: string): boolean {
  return item.split(/\s+/).length <= 2 && (item.match(/\p{Script=Han}/gu) ?? []).length <= 4
}

/** What a link stands in is described there. */
function isLinked(text: string, { range }: AgendaItem): boolean {
  return /\]\(\s*(?:https?:|[#./\w])|https?:\/\/|\]\[[^\]]+\]/.test(text.slice(range.start, range.end))
}

/** The points below an item, or below the heading that is one, may name the matters: `Updates` with three of them. */
function isNamedBelow(text: string, { range, form }: AgendaItem, own: Context['workspace']['ownWords']): boolean {
  if (form === 'table') return false
  const begin = text.lastIndexOf('\n', range.start - 1) + 1
  const indent = form === 'heading' ? -1 : /^\s*/.exec(text.slice(begin, range.start))?.[0].length ?? 0
  let end = text.indexOf('\n', range.end)
  for (let seen = 0; end !== -1 && seen < MOST_BELOW; seen++) {
    const next = text.indexOf('\n', end + 1)
    const line = text.slice(end + 1, next === -1 ? text.length : next)
    end = next
    if (line.trim() === '') continue
    const depth = /^\s*/.exec(line)?.[0].length ?? 0
    if (depth <= indent || /^\s{0,3}#{1,6}\s/.test(line)) return false
    const point = /^\s*(?:[-*+]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?(.{4,200})$/.exec(line)?.[1]?.trim()
    if (point !== undefined && !SPEECH.test(point) && (/[\s\p{Script=Han}]/u.test(point)) && !judgeWording(point, 'topic', own).vague) return true
  }
  return false
}

/** So many lines below an item are looked at. */
const MOST_BELOW = 20

/** So many units long, an agenda item is no label any more. */
const LONGEST_LABEL = 90
/** A label has no such verb: it is news, or a question put to somebody. */
const STATEMENT = /\b(?:is|are|was|were|will|has|have|had|am|can|could)\b(?=.*\s)|[!！]$/i
const REFERRED = /#\d{2,}$/
const MEETS = /\b(?:meeting|call|session|triage)\b|会/i

/** A sentence is called vague here only where every way of reading it finds it so. */
const SURE = 0.8

function* checkDecisions(context: Context): Iterable<Finding> {
  for (const item of context.meeting.minutes?.decisions?.items ?? []) {
    // Who does it from now on is something settled, whatever it is.
    if (APPOINTS.test(item.value)) continue
    const sure = (['outcome', 'action', 'purpose'] as const).every((kind) => (vagueIn(context, item, kind)?.judgement.score ?? 0) > SURE)
    if (sure) yield { message: messages.decision, data: { text: item.value }, range: item.range }
  }
}

function* checkPreparation(context: Context): Iterable<Finding> {
  const part = context.meeting.preparation
  if (part === undefined) return
  for (const stretch of bodyProse(context.text, part.section.content.start, part.section.content.end)) {
    const located: Located<string> = locatedText(context.text, { start: stretch.start, end: stretch.start + stretch.text.length })
    if (DEFINITE_PREPARATION.test(located.value)) continue
    if ((vagueIn(context, located, 'action')?.judgement.score ?? 0) > SURE) yield { message: messages.preparation, data: { text: located.value }, range: located.range }
  }
}

function* checkSentences({ meeting, text, config, present }: Context): Iterable<Finding> {
  for (const stretch of frontMatterProse(meeting, text)) yield* slipsIn(stretch, text)
  // A discussion is free wherever it stands, also in an agenda.
  const discussion = meeting.minutes?.discussion?.section ?? meeting.sections.find(({ heading }) => /^discussions?$|^讨论$/i.test(heading.value.trim()))
  const cut: Range = discussion === undefined ? { start: text.length, end: text.length } : { start: discussion.headingRange.start, end: discussion.content.end }
  const until = aheadUntil(meeting, config)
  // Once the meeting is past, what stands under headings of its own is the record of what was said.
  const isPast = until !== undefined && !present.isBefore(until)
  const parts = isPast ? partsOf(meeting) : [{ start: meeting.bodyStart, end: text.length }]
  for (const { start, end } of parts) {
    for (const stretch of [...bodyProse(text, start, Math.min(end, cut.start)), ...bodyProse(text, Math.max(start, cut.end), end)]) {
      // So is what stands below the points of an agenda.
      if (!isPast || !/[ \t]\s*(?:[-*+]|\d{1,2}[.)])\s+$/.test(text.slice(Math.max(0, text.lastIndexOf('\n', stretch.start - 1)), stretch.start))) yield* slipsIn(stretch, text)
    }
  }
}

/** The contents of the parts that a meeting file has, those inside others left out. */
function partsOf({ sections }: Context['meeting']): Range[] {
  const own = sections.filter(({ kind }) => kind === 'preparation' || kind === 'agenda' || kind === 'minutes').map(({ content }) => content)
  return own.filter((part) => !own.some((other) => other !== part && other.start <= part.start && part.end <= other.end))
}

function* slipsIn({ start, text }: Stretch, source: string): Iterable<Finding> {
  // What is quoted, somebody else wrote.
  if (source.charAt(start) === '>') return
  const placeholder = PLACEHOLDER.exec(text)
  if (placeholder !== null && !text.includes('《')) {
    const from = start + placeholder.index
    yield { message: messages.placeholder, data: { words: placeholder[0] }, range: { start: from, end: from + placeholder[0].length } }
  }
  for (const { from, to } of stackedNegatives(text)) {
    yield { message: messages.negatives, data: { words: text.slice(from, to) }, range: { start: start + from, end: start + to } }
  }
  // What somebody said is written down as it was said, not drafted.
  if (text.length <= LONGEST.characters || SPEECH.test(text)) return
  for (const { from, to } of sentencesOf(text)) {
    if (to - from <= LONGEST.characters) continue
    const { language, count, tooLong } = lengthOf(text.slice(from, to))
    if (!tooLong || isEnumeration(text.slice(from, to), count)) continue
    const [message, most] = language === 'zh' ? [messages.longChinese, LONGEST.characters] : [messages.long, LONGEST.words]
    yield { message, data: { count, most }, range: { start: start + from, end: start + to } }
  }
}

/** The fix that takes an item's lines out; none where something stands below it that would lose its place. */
function takeOut(text: string, { range, title }: AgendaItem): Fix[] {
  let start = range.start
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--
  let end = range.end
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++
  end += text.startsWith('\r\n', end) ? 2 : 1
  if (/^[ \t]+\S/.test(text.slice(end, end + 20)) || text.slice(start, range.start).includes('#')) return []
  return [{ title: messages.fixRemove, data: { text: title.value }, safe: false, edits: [{ range: { start, end: Math.min(end, text.length) }, text: '' }] }]
}

const APPOINTS = /\b(?:leads?|owns?|chairs?|takes? over|is responsible|in charge)\b|负责|接手|牵头|担任/i

/** Preparing is mostly reading and bringing, which needs no further end. */
const DEFINITE_PREPARATION = /^(?:please |everyone:? |all:? )*(?:read|bring|fill|install|test|print|send|review|complete|check|look at|watch|sign|register|book|download|open|enter|add|write|list|note|collect|count|update|none|nothing)\b|^(?:请|各位|大家|先|提前|会前|务必|自行|完整|仔细)*(?:阅读|读|看|带|填|安装|测试|打印|发|提交|下载|登记|报名|审阅|浏览|熟悉|查看|收集|列|写|签|无)|^(?:请|各位|大家)*(?:在?会前|提前)?(?:把|将).{2,60}(?:写|填|发|贴|带|传|登记|记)(?:到|进|入|在|至|给)/i

const CATCH_ALL = /^(?:a\.?o\.?b\.?|any other (?:matters|items|business) arising|(?:any )?other business and clos(?:e|ing)|(?:其他|其它)(?:需要|需|要|有待|可以)?(?:讨论|协调|说明|沟通|解决)的?(?:议题|事项|事宜|问题|内容)|any(?: and all)? ?other(?: business| items?| topics?| issues?| matters?| questions?| points?)?|any (?:more|further) (?:business|items|topics|questions)|(?:all )?others?|(?:all |any )?other (?:business|items?|topics?|issues?|matters?|points?|things|agenda items|stuff)|misc(?:ellaneous)?(?: items| topics| matters)?|varia|sundry|sundries|anything else|everything else|what ?ever else|(?:其他|其它|别的|另外)(?:相关|有关|待议|待讨论|临时)?(?:议题|事项|事宜|问题|内容|工作|事情|情况)?|杂项|杂事|临时议题|机动议题|任意其他事项|其余(?:事项|问题)?)$/i

/** A name before a colon: the record of a speech, unless the word announces a part of the text. */
const SPEECH = /^\s*(?!(?:note|notes|purpose|goals?|background|context|summary|decision|outcome|agenda|topic|why|what|how|important)\b)\p{L}[\p{L}\p{N}_.'’-]*(?:[ /][\p{L}\p{N}_.'’-]+){0,2}(?: ?\([^()]{1,30}\))? ?(?:: |：)/iu

/** The course of a meeting: everybody knows what happens then. */
const COURSE = /^(?:n\/?a|none|no (?:items|topics)|no (?:new |further )?updates?(?: .{0,20})?|reminders?\b.*|time ?box|(?:turn on|start|stop|turn off) (?:the )?recording|consent to (?:the )?agenda|welcome.*|opening.*|closing.*|close|intro(?:duction)?s?.*|roll ?call|attendance|apologies.*|check[- ]?(?:in|out)|break|(?:coffee|tea|lunch) break|lunch|dinner|wrap[- ]?up.*|q ?& ?a|questions(?: and answers)?|agenda.*|(?:approval|approve|review|adoption) of (?:the )?(?:agenda|minutes|previous minutes|last minutes).*|approve (?:the )?(?:previous |last )?(?:agenda|minutes).*|minutes of .*|next meeting.*|summary|conclusions?|votes?|voting|ballot|decisions?|action items?|review (?:of )?(?:the )?(?:previous |last |open )?action(?:s\b| items).*|announcements?|scribe.*|(?:social|happy) hour|签到.*|开场.*|致辞.*|欢迎.*|点名|(?:新人|新成员|成员|嘉宾|与会者)?(?:的)?自我介绍|介绍|茶歇|休息|午餐|午休|合影|总结|小结|会议总结|散会|闭幕.*|提问.*|答疑.*|问答.*|Q&A.*|无|暂无|行动项.*|待办.*|上次(?:会议)?(?:行动项|待办|纪要).*|下次会议.*|表决|投票|评分|决定|决议|宣读.*|通报议程)$/i

/** Says nothing of the matter under any title. */
const EMPTY = /^(?:(?:general|open|free|further|various|some|team|short|quick|more|project|projects|community|group|members?|weekly|monthly|quarterly|regular|other|all|our|latest|recent|current|technical) )*(?:status|progress|reports?|feedback|business|discuss(?:ions?)?(?: topics| points| items)?|updates?|topics?|issues|points|things|matters|talks?|chat|sync|catch[- ]?up|exchange(?: of (?:views|ideas))?|sharing|news|various|tbd|tba|stuff|brainstorm(?:ing)?)$|^discuss (?:it|this|things|issues|topics|everything|the (?:matter|topic|issue|project))$|^(?:自由|开放|充分|集中|深入|大家|一起|互相|相关|有关|具体|若干|各种|各组|各方|全员|成员|团队|社区|项目|工作|近期|最新|当前)*(?:进展|进度|情况|近况|动态|汇报|通报|同步|分享|讨论|交流|沟通|聊聊|碰一碰|研讨|探讨|发言|议题|事项|事宜|问题|内容)(?:环节|一下|时间)?$|^(?:相关|有关)(?:工作|情况|讨论|(?:问题|工作|事项|事宜|情况)的?(?:讨论|沟通|交流|汇报))$|^待定$/i
