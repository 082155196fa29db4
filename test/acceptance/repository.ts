import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLI = resolve(dirname(fileURLToPath(import.meta.url)), '../../dist/cli/convoke.js')

/** A small repository: a configuration, files, a time, and all that the bundled command line says of it. */
export interface Scenario {
  readonly config?: string
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly now?: string
  /** `file rule severity`, one a problem, sorted; exactly these. */
  readonly expect: readonly string[]
}

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
  3A: { name: 3A, capacity: 4, equipment: [projector], directions: Third floor, sign_in: Front desk }
  5B: { name: 5B, capacity: 2 }
  7C: { name: 7C, capacity: 9, booking: required }
channels:
  mail: { secret: SMTP, from: meetings@example.org }
  feishu: { secret: HOOK }
  phone: {}
`

/** A meeting with nothing wrong, as key lines that a scenario replaces one by one. */
const GOOD = {
  id: 'id: q2-budget',
  title: 'title: Q2 marketing budget split over four channels',
  purpose: 'purpose: Decide how the 1.2M Q2 budget is split over four channels',
  outcome: 'outcome: A signed-off budget table',
  start: 'start: 2026-12-03 14:00',
  timezone: 'timezone: Asia/Shanghai',
  duration: 'duration: 90m',
  organizer: 'organizer: li-lei',
  place: 'room: 3A',
  required: 'required: [han-meimei, wang-wei]',
  rsvp: 'rsvp_by: 2026-12-02 12:00',
  more: '',
  body: '## Agenda\n1. Where the Q1 money went (15m, @han-meimei)\n2. Vote on the split over four channels (45m, @li-lei)\n',
}

/** The good meeting with some of its lines replaced; an empty string leaves a line out. */
export function meeting(changes: Partial<typeof GOOD> = {}): string {
  const { body, ...keys } = { ...GOOD, ...changes }
  return `---\n${Object.values(keys).filter((line) => line !== '').join('\n')}\n---\n\n${body}`
}

/** Problems of the rules that judge wording are another suite's. */
const WORDING = new Set(['specific-topic', 'definite-purpose', 'measurable-outcome', 'definite-action', 'clear-wording', 'formal-language'])

interface Output {
  readonly files: readonly { readonly file: string; readonly problems: readonly { readonly rule: string; readonly severity: string; readonly message: string }[] }[]
}

/** Lays the repository down, lints it as a user would, and compares. */
export function judge({ config = CONFIG, files, now = '2026-11-24T09:00:00Z', expect }: Scenario): void {
  const root = mkdtempSync(join(tmpdir(), 'convoke-rulings-'))
  try {
    for (const [file, text] of Object.entries({ '.convoke.yml': config, ...files })) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    const run = spawnSync(process.execPath, [CLI, 'lint', '--root', root, '--format', 'json', '--now', now, '--no-cache'], { encoding: 'utf8' })
    assert.ok(run.status === 0 || run.status === 1, `ended with ${String(run.status)}: ${run.stderr}`)
    const output = JSON.parse(run.stdout) as Output
    const problems = output.files.flatMap(({ file, problems }) => problems.filter((each) => !WORDING.has(each.rule)).map((each) => ({ file, ...each })))
    const lines = problems.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`).sort()
    const told = problems.map(({ file, rule, message }) => `${file} ${rule}: ${message}`).join('\n')
    assert.deepEqual(lines, [...expect].sort(), `what was said:\n${told}`)
    assert.equal(run.status, problems.some((each) => each.severity !== 'info') ? 1 : 0)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** One meeting file and what is said of it, `rule severity` each. */
export function judgeOne(text: string, ...expect: readonly string[]): void {
  judge({ files: { 'meetings/a.md': text }, expect: expect.map((each) => `meetings/a.md ${each}`) })
}
