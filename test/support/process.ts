import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Disk } from '../../src/adapters/folder/durable.ts'
import { folderForge } from '../../src/adapters/folder/forge.ts'
import type { World } from '../../src/app/forge.ts'
import { applyRun, planRun } from '../../src/app/run.ts'
import type { Scope } from '../../src/app/observe.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import type { Effect, Kept } from '../../src/core/process/effect.ts'
import { render } from '../../src/core/messages/render.ts'
import type { Files } from '../../src/ports/files.ts'

export const CONFIG = `timezone: Asia/Shanghai
holiday_region: CN
namespace: 6f1c0c2e-5b0e-4f3d-9a58-3b0e4b1f7c21
people:
  li-lei: { name: 李雷, github: lilei, email: li.lei@example.org, phone: "+86 10 5555 0101" }
  han-meimei: { name: 韩梅梅, email: han@example.org, phone: "+86 10 5555 0102", feishu: ou_han }
  wang-wei: { name: 王伟, email: wang@example.org }
  tom: { name: Tom Becker, email: tom@example.org, timezone: Europe/Berlin }
rooms: { 3A: { capacity: 9, directions: third floor, sign_in: front desk } }
channels:
  mail: { secret: SMTP, from: meetings@example.org }
  feishu: { secret: HOOK }
policy:
  channels: { normal: { normal: [mail], urgent: [mail, feishu] }, high: { normal: [mail, feishu], urgent: [mail, feishu] } }
  fallback: { mail: feishu, feishu: phone }
`

const MEETING = {
  id: 'id: m', title: 'title: Budget split over four channels', purpose: 'purpose: Decide the split', outcome: 'outcome: A signed table', start: 'start: 2026-12-03 14:00',
  duration: 'duration: 60m', organizer: 'organizer: li-lei', place: 'room: 3A', required: 'required: [han-meimei]', rsvp: 'rsvp_by: 2026-12-02 12:00', more: '',
  body: '## Agenda\n1. Vote on the split (45m, @li-lei)\n',
}

/** A meeting on Thu 2026-12-03 14:00 in Shanghai (06:00Z), some of its lines replaced; an empty string leaves a line out. */
export function meeting(changes: Partial<typeof MEETING> = {}): string {
  const { body, ...keys } = { ...MEETING, ...changes }
  return `---\n${Object.values(keys).filter((line) => line !== '').join('\n')}\n---\n\n${body}`
}

/** A disk in memory, so that the folder forge itself can be tried thousands of times. */
export function memoryDisk(contents: Map<string, string | Uint8Array> = new Map()): Disk & { readonly contents: Map<string, string | Uint8Array> } {
  const text = (path: string): string | undefined => {
    const content = contents.get(path)
    return typeof content === 'string' || content === undefined ? content : Buffer.from(content).toString('utf8')
  }
  return {
    contents,
    read: text,
    names: (folder) => [...new Set([...contents.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))].sort(),
    replace: (path, content) => void contents.set(path, content),
    create: (path, content) => !contents.has(path) && contents.set(path, content).size > 0,
    remove: (path) => void contents.delete(path),
  }
}

/** A repository and a forge that live through days; each run is applied, and a plan made right after it has to be empty. */
export class Life {
  readonly disk: ReturnType<typeof memoryDisk>
  private readonly files = new Map<string, string>()
  private readonly config: ReturnType<typeof parseConfig>['config']
  private replies = ''
  kept: readonly Kept[] = []
  effects: readonly Effect[] = []

  constructor(text = meeting(), config = CONFIG, disk = memoryDisk()) {
    this.disk = disk
    const parsed = parseConfig(config)
    assert.deepEqual(parsed.problems, [])
    this.config = parsed.config
    this.write(text)
  }

  /** Merges a file; null removes it. */
  write(text: string | null, file = 'meetings/m.md'): this {
    if (text === null) this.files.delete(file)
    else this.files.set(file, text)
    return this
  }

  /** Somebody answers. */
  reply(line: string, id = 'm'): this {
    this.replies += `${line}\n`
    this.disk.contents.set(`/forge/replies/${id}.txt`, this.replies)
    return this
  }

  /** A person closes, or opens again, the issue with these words in its title. */
  setIssue(words: string, state: 'open' | 'closed'): this {
    for (const [path, content] of this.disk.contents) {
      if (path.startsWith('/forge/issues/') && typeof content === 'string' && content.includes(words) && /^title: /m.test(content)) {
        this.disk.contents.set(path, content.replace(/^state: .*$/m, `state: ${state}`))
      }
    }
    return this
  }

  /** Runs at a time; gives each effect as `step/revision/recipient clause`. */
  async at(now: string, scope: Scope = 'all'): Promise<string[]> {
    const run = { world: this.world(), config: this.config, now: Date.parse(now), scope }
    const { plan, applied } = await applyRun(run)
    assert.deepEqual(applied.performed.filter((each) => each.outcome !== 'done').map((each) => each.reason), [])
    this.kept = plan.kept
    this.effects = plan.effects
    assert.deepEqual(JSON.parse(JSON.stringify(plan.effects)), plan.effects, 'a plan is plain JSON')
    const again = await planRun(run)
    assert.deepEqual(again.plan.effects.map((each) => each.key), [], 'a plan made right after apply is empty')
    return plan.effects.map((each) => `${each.key.split('/').slice(2).join('/')} ${each.because.clause}`)
  }

  /** What was deliberately not done, in words. */
  keptReasons(): string[] {
    return this.kept.map(({ because, recipient }) => `${recipient ?? '-'}: ${render(because.reason, because.data ?? {}, 'en')}`)
  }

  /** Mails by the part of their key behind the meeting, unfolded. */
  mail(part: string): string {
    for (const [path, content] of this.disk.contents) {
      if (path.startsWith('/forge/mails/') && path.includes(part)) return decode(typeof content === 'string' ? content : Buffer.from(content).toString('utf8'))
    }
    return assert.fail(`no mail ${part} among ${[...this.disk.contents.keys()].filter((each) => each.includes('/mails/')).join(', ')}`)
  }

  issue(number: number): string {
    const path = [...this.disk.contents.keys()].find((each) => each.startsWith(join('/forge/issues', `${String(number).padStart(4, '0')}-`)))
    return this.disk.read(path ?? '') ?? assert.fail(`there is no issue ${number}`)
  }

  /** Carries out at a time without looking at the result: for runs that are killed or meet each other. */
  async run(now: string, wrap: (world: World) => World = (world) => world): Promise<void> {
    await applyRun({ world: wrap(this.world()), config: this.config, now: Date.parse(now) })
  }

  private world(): World {
    const files: Files = {
      list: () => Promise.resolve([...this.files.keys()].sort()),
      stat: () => Promise.resolve(undefined),
      readText: (path) => Promise.resolve(this.files.has(path) ? { text: this.files.get(path) ?? '' } : { unread: 'missing' }),
      readBytes: () => Promise.resolve(undefined),
      names: () => Promise.resolve([]),
      write: () => Promise.reject(new Error('a run writes no file of the repository')),
    }
    return { ...folderForge('/forge', this.disk), files }
  }
}

/** The parts of a mail, decoded, and calendar lines unfolded. */
export function decode(mail: string): string {
  return mail.replace(/Content-Transfer-Encoding: (base64|quoted-printable)\r\n((?:[\w-]+:.*\r\n(?:[ \t].*\r\n)*)*)\r\n([^]*?)(?=\r\n--+_)/g, (_, encoding: string, headers: string, body: string) => {
    const bytes = encoding === 'base64' ? Buffer.from(body, 'base64')
      : Buffer.from(body.replace(/=\r\n/g, '').replace(/=([\dA-F]{2})/g, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1')
    return `${headers}\r\n${bytes.toString('utf8').replace(/\r\n[ \t]/g, '')}`
  })
}
