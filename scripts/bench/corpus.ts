import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files of a corpus, and how many bytes they are together. */
export interface Corpus {
  readonly folder: string
  readonly files: number
  readonly bytes: number
}

/** Every rule finds work: each file gets a time, people, a room or a link, and materials of its own. */
function frontMatter(at: number): string {
  const day = new Date(Date.UTC(2026, 11, 1) + (at % 700) * 86_400_000).toISOString().slice(0, 10)
  const hour = String(8 + (at % 11)).padStart(2, '0')
  return `---
id: bench-${at}
title: Split of budget ${at} over four channels
purpose: Decide how budget ${at} is split over four channels
outcome: A signed table
start: ${day} ${hour}:${at % 2 === 0 ? '00' : '30'}
timezone: ${['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'][at % 3] ?? ''}
duration: ${45 + (at % 4) * 30}m
importance: ${at % 5 === 0 ? 'high' : 'normal'}
organizer: p${at % 40}
required: [p${(at * 7) % 40}, p${(at * 11) % 40}]
optional:
  - p${(at * 13) % 40}: keeps the figures
${at % 3 === 0 ? `room: r${at % 12}` : `link: https://zoom.us/j/${at}\nbackup_link: https://meet.google.com/${at}`}
materials:
  - path: data/${at % 50}.csv
    as_of: 2026-11-01
---

`
}

const CONFIG = `timezone: Asia/Shanghai
holiday_region: CN
people:
${Array.from({ length: 40 }, (_, at) => `  p${at}: { name: Person ${at}, email: p${at}@example.org, timezone: ${['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'][at % 3] ?? ''} }`).join('\n')}
rooms:
${Array.from({ length: 12 }, (_, at) => `  r${at}: { capacity: ${3 + at} }`).join('\n')}
`

/** Lays `count` meeting files down: the given bodies over and over, each under front matter of its own. */
export function layCorpus(folder: string, bodies: readonly string[], count: number): Corpus {
  mkdirSync(join(folder, 'meetings'), { recursive: true })
  mkdirSync(join(folder, 'data'), { recursive: true })
  for (let at = 0; at < 50; at++) writeFileSync(join(folder, `data/${at}.csv`), 'a,b\n1,2\n')
  writeFileSync(join(folder, '.convoke.yml'), CONFIG)
  let bytes = 0
  for (let at = 0; at < count; at++) {
    const text = frontMatter(at) + withoutFrontMatter(bodies[at % bodies.length] ?? '')
    const path = join(folder, 'meetings', `m${String(at).padStart(5, '0')}.md`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    bytes += Buffer.byteLength(text)
  }
  return { folder, files: count, bytes }
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^\ufeff?---\r?\n[^]*?\n---\r?\n/, '')
}

/** Every Markdown file below a folder. */
export function readBodies(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).sort().map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Bodies of our own for whoever has no corpus: agendas and minutes in many forms, from two to sixteen kilobytes. */
export function makeBodies(): string[] {
  return Array.from({ length: 200 }, (_, at) => {
    const items = Array.from({ length: 5 + (at % 12) }, (_each, item) => `${item + 1}. Item ${item} of [the plan](https://example.org/${at}/${item}) (${5 + (item % 4) * 5}m, @p${item % 40})\n   - a point\n   - another, with \`code\` and **weight**`)
    const talk = Array.from({ length: 4 + (at % 40) }, (_each, line) => `- Person ${line % 40}: ${'what was said about it, at some length, '.repeat(1 + (line % 5))}and the answer.`)
    const actions = Array.from({ length: at % 9 }, (_each, line) => `- [ ] @p${line % 40} Publish table ${line} of budget ${at} 📅 2026-12-${10 + line}`)
    return `# Meeting ${at}\n\n## Agenda\n\n${items.join('\n')}\n\n## Minutes\n\n### Discussion\n\n${talk.join('\n')}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n### Decisions\n\n- D1: as it stands\n\n### Action items\n\n${actions.join('\n') || 'none'}\n`
  })
}
