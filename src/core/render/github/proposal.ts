import { render } from '../../messages/render.ts'
import type { Language, Message } from '../../messages/message.ts'
import type { ProposalEffect } from '../../process/effect.ts'
import { cleanLine, shorten } from '../clean.ts'
import { codeSpan, escapeLine } from './escape.ts'

/** Title and Markdown of a pull request that proposes a change of a meeting's file. */
export function proposalText({ change, snapshot, file, issue, because }: Pick<ProposalEffect, 'change' | 'snapshot' | 'file' | 'issue' | 'because'>, language: Language): { readonly title: string; readonly body: string } {
  const title = cleanLine(snapshot.title)
  const data = { title: shorten(title, 120), ...(change.kind === 'reschedule' ? { start: { wall: change.start } } : {}) }
  const about = issue === undefined ? '' : ` (#${issue})`
  const parts = [`${render(WHAT[change.kind], { title: escapeLine(title), file: codeSpan(file), ...(change.kind === 'reschedule' ? { start: { wall: change.start } } : {}) }, language)}${about}`]
  if (change.kind === 'carry' && change.made !== undefined) parts.push(render(MADE, {}, language))
  if (change.kind === 'cancel' && change.reason !== undefined) parts.push(`> ${escapeLine(cleanLine(change.reason))}`)
  if (change.kind === 'actions' || change.kind === 'carry') parts.push(change.items.map((each) => `- ${each.done ? '[x]' : '[ ]'} #${each.issue} ${escapeLine(cleanLine(each.text))}`).join('\n'))
  parts.push(`${because.clause}${language === 'zh' ? '：' : ': '}${escapeLine(render(because.reason, because.data ?? {}, language))}`, render(MERGE, {}, language))
  return { title: render(TITLES[change.kind], data, language), body: parts.join('\n\n') }
}

const TITLES: Readonly<Record<ProposalEffect['change']['kind'], Message>> = {
  cancel: { en: 'Cancel “{title}”', zh: '取消会议“{title}”' }, reschedule: { en: 'Move “{title}” to {start}', zh: '会议“{title}”改到 {start}' },
  actions: { en: 'Action items of “{title}”', zh: '“{title}”的行动项' }, carry: { en: 'Open action items of “{title}” in the next meeting', zh: '“{title}”未完成的行动项，带到下次会议' },
}
const WHAT: Readonly<Record<ProposalEffect['change']['kind'], Message>> = {
  cancel: { en: 'Cancels the meeting “{title}” in {file}.', zh: '在 {file} 中取消会议“{title}”。' },
  reschedule: { en: 'Moves the meeting “{title}” in {file} to {start}.', zh: '在 {file} 中把会议“{title}”改到 {start}。' },
  actions: { en: 'Writes the numbers and ticks of the action items of “{title}” into {file}.', zh: '把“{title}”各行动项的编号和完成状态写入 {file}。' },
  carry: { en: 'Carries what is still open after “{title}” into the next meeting of the series, {file}.', zh: '把“{title}”尚未完成的行动项带到系列的下一次会议，写入 {file}。' },
}
const MADE: Message = {
  en: 'That file is not there yet and is made from the series’ own: look it through before you merge, since merging invites people to that meeting. With `status: draft` nothing is sent.',
  zh: '这个文件还不存在，按系列文件生成：合并后就会邀请大家参加那次会议，请先检查；在其中把状态写成“草稿”则不发送。',
}
const MERGE: Message = {
  en: 'Nothing happens until this is merged. Edit it as you like; closed without merging, it does not come back.', zh: '合并之前什么都不会发生。可以随意修改；不合并而关闭，就不会再开。',
}
