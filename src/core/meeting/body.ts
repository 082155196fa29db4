import type { Range } from '../text/range.ts'
import type { SectionKind } from './keys.ts'
import type { ActionsPart, AgendaPart, AttendancePart, DecisionsPart, MinutesPart, Part, Section } from './model.ts'
import type { Block } from './markdown/block.ts'
import { readActions } from './actions.ts'
import { readAgenda } from './agenda.ts'
import { readAttendance } from './attendance.ts'
import { blocksIn, hasContent } from './content.ts'
import { readDecisions } from './decisions.ts'
import type { NamedSection } from './sections.ts'

/** The parts of a body that have a meaning of their own. */
export interface Parts {
  preparation?: Part
  agenda?: AgendaPart
  minutes?: MinutesPart
  looseActions?: ActionsPart
}

/** Reads what the sections mean: agenda items, roll call, decisions, action items. */
export function readParts(text: string, root: Block, sections: readonly NamedSection[]): Parts {
  const own = (section: Section): readonly Block[] => ownBlocks(root, section, sections)
  const part = (section: Section): Part => ({ section, hasContent: hasContent(text, own(section)) })
  const find = (kind: SectionKind): Section | undefined => sections.find((each) => each.section.kind === kind)?.section
  const parts: Parts = {}
  const preparation = find('preparation')
  if (preparation) parts.preparation = part(preparation)
  const agenda = find('agenda')
  if (agenda) parts.agenda = { ...part(agenda), items: readAgenda(text, own(agenda)) }
  const minutes = find('minutes')
  if (minutes) parts.minutes = readMinutes(text, minutes, find, own)
  const loose = sections.find((each) => each.named === 'actions' && each.section.kind === undefined)
  if (loose) parts.looseActions = actionsPart(text, loose.section, own(loose.section))
  return parts
}

function readMinutes(
  text: string,
  section: Section,
  find: (kind: SectionKind) => Section | undefined,
  own: (section: Section) => readonly Block[],
): MinutesPart {
  const attendance = find('attendance')
  const discussion = find('discussion')
  const decisions = find('decisions')
  const actions = find('actions')
  const inside = {
    ...(attendance ? { attendance: attendancePart(text, attendance, own(attendance)) } : {}),
    ...(discussion ? { discussion: { section: discussion, hasContent: hasContent(text, own(discussion)) } } : {}),
    ...(decisions ? { decisions: decisionsPart(text, decisions, own(decisions)) } : {}),
    ...(actions ? { actions: actionsPart(text, actions, own(actions)) } : {}),
  }
  const filled = Object.values(inside).some((part) => part.hasContent) || hasContent(text, own(section))
  return { section, hasContent: filled, ...inside }
}

function attendancePart(text: string, section: Section, blocks: readonly Block[]): AttendancePart {
  return { section, hasContent: hasContent(text, blocks), entries: readAttendance(text, blocks) }
}

function decisionsPart(text: string, section: Section, blocks: readonly Block[]): DecisionsPart {
  return { section, hasContent: hasContent(text, blocks), items: readDecisions(text, blocks) }
}

function actionsPart(text: string, section: Section, blocks: readonly Block[]): ActionsPart {
  return { section, hasContent: hasContent(text, blocks), items: readActions(text, blocks) }
}

/** The blocks of a section, without those of sections in it that have a meaning of their own. */
function ownBlocks(root: Block, section: Section, sections: readonly NamedSection[]): readonly Block[] {
  const { content } = section
  const inner: Range[] = sections
    .filter((each) => each.section.kind !== undefined && each.section !== section)
    .map((each) => ({ start: each.section.headingRange.start, end: each.section.content.end }))
    .filter((range) => range.start >= content.start && range.start < content.end)
  const blocks = blocksIn(root, content)
  if (inner.length === 0) return blocks
  return blocks.filter((block) => !inner.some((range) => block.start >= range.start && block.start < range.end))
}
