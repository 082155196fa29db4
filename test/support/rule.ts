import assert from 'node:assert/strict'
import { parseConfig } from '../../src/core/config/parse.ts'
import { writeSetting } from '../../src/core/config/write.ts'
import { lint, type Problem } from '../../src/core/lint/lint.ts'
import { indexWorkspace } from '../../src/core/lint/workspace.ts'
import type { FileFact } from '../../src/core/materials/facts.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import { render } from '../../src/core/messages/render.ts'
import type { Fix } from '../../src/core/rules/rule.ts'
import { applyEdits } from '../../src/core/text/edit.ts'
import { indexLines, positionAt } from '../../src/core/text/lines.ts'

export const NOW = '2026-11-24T09:00:00Z'

/** People, rooms and channels that most tests need. */
export const CONFIG = `timezone: Asia/Shanghai
holiday_region: CN
people:
  li-lei: { name: 李雷, github: lilei, email: li.lei@example.org }
  han-meimei: { name: 韩梅梅, github: hanmeimei, email: han@example.org }
  wang-wei: { name: 王伟, github: wangwei, email: wang@example.org, phone: secret }
  tom: { name: Tom Becker, github: tomb, email: tom@example.org, timezone: Europe/Berlin, holiday_region: DE }
  priya: { name: Priya Nair, github: priyan, email: priya@example.net, timezone: Asia/Singapore, outside: true }
  guest: { name: Guest, github: guest-gh, email: guest@example.net, outside: true }
groups: { finance: [han-meimei, wang-wei] }
rooms:
  3A: { name: 3A, capacity: 4, equipment: [projector], directions: Third floor }
  5B: { name: 5B, capacity: 2 }
  7C: { name: 7C, capacity: 9, booking: required, directions: Seventh floor }
channels:
  mail: { secret: SMTP, from: meetings@example.org }
  feishu: { secret: HOOK }
`

const GOOD = {
  id: 'id: q2-budget', title: 'title: Q2 marketing budget split over four channels', purpose: 'purpose: Decide how the 1.2M Q2 budget is split over four channels',
  outcome: 'outcome: A signed-off budget table', start: 'start: 2026-12-03 14:00', timezone: 'timezone: Asia/Shanghai', duration: 'duration: 90m',
  organizer: 'organizer: li-lei', place: 'room: 3A', required: 'required: [han-meimei, wang-wei]', rsvp: 'rsvp_by: 2026-12-02 12:00', more: '',
  body: '## Agenda\n1. Where the Q1 money went (15m, @han-meimei)\n2. Vote on the split over four channels (45m, @li-lei)\n',
}

/** A meeting with nothing wrong, some of its lines replaced; an empty string leaves a line out. */
export function good(changes: Partial<typeof GOOD> = {}): string {
  const { body, ...keys } = { ...GOOD, ...changes }
  return `---\n${Object.values(keys).filter((line) => line !== '').join('\n')}\n---\n\n${body}`
}

/** What surrounds the judged file. */
export interface Around {
  readonly config?: string
  readonly now?: string
  readonly others?: Readonly<Record<string, string>>
  readonly facts?: Readonly<Record<string, FileFact>>
  readonly named?: boolean
}

/** Which texts of which rules the tests have seen, as `rule: text`. */
export const seen = new Set<string>()

/** Every problem of a file, by all rules. */
export function judge(text: string, around: Around = {}): readonly Problem[] {
  const { config: configText = CONFIG, now = NOW, others = {}, facts = {}, named = false } = around
  const { config } = parseConfig(configText)
  const files = Object.entries({ 'meetings/a.md': text, ...others }).map(([file, each]) => ({ file, text: each, ...parse(each) }))
  const [own] = files
  assert.ok(own !== undefined)
  const instant = Date.parse(now)
  const workspace = indexWorkspace(files, config, instant)
  return lint({ file: own.file, meeting: own.meeting, text, syntax: own.problems, config, now: instant, facts: new Map(Object.entries(facts)), workspace, named })
}

/**
 * Expects the problems of one rule, each as `line:column severity message` (English). Every fix of every problem is applied, and
 * the file judged again: the problem has to be gone, and a safe fix may bring up no other.
 */
export function expectProblems(rule: string, text: string, expected: readonly string[], around: Around = {}): void {
  const all = judge(text, around)
  const own = all.filter((each) => each.rule === rule)
  const lines = indexLines(text)
  assert.deepEqual(own.map(({ range, severity, message, data }) => {
    const { line, character } = positionAt(lines, range.start)
    return `${line + 1}:${character + 1} ${severity} ${render(message, data, 'en')}`
  }), expected)
  for (const problem of own) {
    remember(rule, problem.message, problem.data)
    for (const each of problem.related) remember(rule, each.message, each.data ?? {})
    for (const fix of problem.fixes) checkFix(problem, fix, text, all, around)
  }
}

function remember(rule: string, message: Problem['message'], data: Problem['data']): void {
  seen.add(`${rule}: ${message.en}`)
  for (const language of ['en', 'zh'] as const) {
    assert.doesNotMatch(render(message, data, language), /\{[a-z]\w*\}/i, `a placeholder of “${message.en}” is not filled`)
    for (const value of Object.values(data)) if (typeof value === 'object' && 'message' in value) seen.add(`${rule}: ${value.message.en}`)
  }
  for (const value of Object.values(data)) {
    if (typeof value === 'object' && 'list' in value) for (const item of value.list) if (typeof item === 'object' && 'message' in item) seen.add(`${rule}: ${item.message.en}`)
  }
}

function checkFix(problem: Problem, fix: Fix, text: string, before: readonly Problem[], around: Around): void {
  remember(problem.rule, fix.title, fix.data ?? {})
  const title = render(fix.title, fix.data ?? {}, 'en')
  const after = applyEdits(text, fix.edits)
  assert.ok(after !== undefined, `the edits of “${title}” overlap`)
  const others = { ...around.others, ...Object.fromEntries((fix.creates ?? []).map((each) => [each.path, each.text])) }
  let config = around.config ?? CONFIG
  for (const { path, value } of fix.settings ?? []) {
    const written = applyEdits(config, writeSetting(config, path, value) ?? [])
    assert.ok(written !== undefined && written !== config, `“${title}” finds no place for ${path.join('.')}`)
    config = written
  }
  const found = judge(after, { ...around, others, config })
  const subject = ({ rule, message, data }: Problem): string => JSON.stringify([rule, message.en, data])
  assert.ok(!found.some((each) => subject(each) === subject(problem)), `“${title}” leaves “${render(problem.message, problem.data, 'en')}”:\n${after}`)
  if (!fix.safe) return
  const known = new Set(before.map(subject))
  const fresh = found.filter((each) => !known.has(subject(each)))
  assert.deepEqual(fresh.map((each) => render(each.message, each.data, 'en')), [], `“${title}” is called safe and brings up others`)
}
