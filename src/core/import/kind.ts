import type { Proposal } from './model.ts'
import { stemOf, type Source } from './source.ts'

/** What a file is that is no meeting. */
export type OtherKind = 'template' | 'charter' | 'report' | 'readme' | 'rules' | 'index'

/** By the words that a file's name or its first heading ends in or consists of; a word in passing tells nothing. */
const KINDS: readonly (readonly [OtherKind, RegExp])[] = [
  ['template', /(?:^|\s)templates?(?: \w{2})?$|^(?:meeting |minutes |agenda )?template\b|模板$/i],
  ['charter', /(?:^|\s)(?:charter|bylaws|terms of reference)$|(?:章程|宪章)$/i],
  ['report', /(?:^|\s)(?:annual|yearly|quarterly|transparency) report\b|\d{4}\s*年?(?:年度)?(?:总结|报告)$|年度(?:总结|报告)$|年报$/i],
  ['readme', /^(?:readme|changelog|notice|authors|maintainers|owners|glossary)$|^(?:自述文件|更新日志)$/i],
  ['rules', /^(?:code of conduct|contributing(?: guide(?:lines)?)?|licen[cs]e|security(?: policy)?|(?:\S+ ){0,3}governance|(?:\S+ ){0,3}(?:incubator|incubation) process)$|(?:行为准则|贡献指南|管理办法|议事规则)$/i],
  ['index', /^(?:(?:list|index|archive) of (?:the )?(?:meetings?|minutes|agendas)|(?:meetings?|minutes) (?:list|index|archive)|index|summary)$|(?:会议)?(?:纪要|会议)(?:列表|目录|索引|汇总)$/i],
]

/**
 * What the file is instead of a meeting, where its name or first heading says so and nothing in it speaks of a meeting: no day, no time,
 * no one who was there, nobody who led it, and no front matter of ours. A template may name all but the day; a link to a group's call
 * stands in charters too. Undefined for everything else, and in doubt.
 */
export function otherKind(source: Source, { date, start, organizer, attendees, absentees }: Omit<Proposal, 'other'>): OtherKind | undefined {
  if (source.fields.id !== undefined || date !== undefined) return undefined
  const heading = source.lines.find((line) => line.form === 'heading')?.piece.spaced ?? ''
  const { name } = stemOf(source.path)
  // Names of files join their folders' names with signs: `wg-policy__annual-report-2022`.
  const words = [heading, name.replace(/^.*__/, '').replace(/[-_.]+/g, ' ')].map((each) => each.replace(/[\p{Extended_Pictographic}\ufe0f\0]/gu, '').replace(/\s+/g, ' ').trim())
  const kind = KINDS.find(([, pattern]) => words.some((each) => pattern.test(each)))?.[0]
  const met = start !== undefined || organizer !== undefined || attendees.length + absentees.length > 0
  return met && kind !== 'template' ? undefined : kind
}
