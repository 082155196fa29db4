/*
 * The demo: four weeks of a team's meetings on the embedded forge, through the bundled command line as a person would use it.
 * The folder appears whole or not at all: everything is written beside it and moved into place at the end.
 */
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DAYS, type Day } from './days.ts'
import { readInbox, renderInbox } from './inbox.ts'
import { readOutcome } from './outcome.ts'
import { renderStory, type Moment, type Story } from './story.ts'
import { World, type Act } from './world.ts'

const LANGUAGES = ['en', 'zh'] as const
type Language = (typeof LANGUAGES)[number]

const target = resolve(process.argv[2] ?? 'demo-output')
const work = mkdtempSync(`${target}.partial-`)
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    process.stderr.write('\nStopped; nothing was left behind.\n')
    process.exit(130)
  })
}

await main()

async function main(): Promise<void> {
  const first = DAYS[0]
  if (first === undefined) return
  const world = new World(work, first.now)
  say('The check of examples/, good and bad files', world.convoke(['lint', '--root', world.repository, '--now', first.now], [0, 1]))
  const findings = { en: lint(world, first, 'en'), zh: lint(world, first, 'zh') }
  say('The plan: what merging these files will do', world.convoke(['plan', ...where(world, first)]))
  const moments: Record<Language, Moment[]> = { en: [], zh: [] }
  for (const [at, day] of DAYS.entries()) {
    process.stderr.write(`  ${String(at + 1).padStart(2)}/${DAYS.length}  ${day.now.slice(0, 16).replace('T', ' ')}Z  ${day.title.en}`)
    const made = runDay(world, day)
    for (const language of LANGUAGES) moments[language].push(made[language])
    process.stderr.write(`: ${made.en.effects.length} effects\n`)
  }
  const titles = readTitles(world)
  for (const language of LANGUAGES) {
    const story: Story = { language, moments: moments[language], titles, findings: findings[language] }
    writeFileSync(join(work, language === 'en' ? 'story.html' : 'story.zh.html'), renderStory(story))
  }
  const mails = await readInbox(world.forge)
  for (const language of LANGUAGES) writeFileSync(join(work, language === 'en' ? 'inbox.html' : 'inbox.zh.html'), renderInbox(mails, language))
  rmSync(target, { recursive: true, force: true })
  renameSync(work, target)
  const count = (folder: string): number => readdirSync(join(target, 'forge', folder)).filter((name) => !name.startsWith('.')).length
  process.stdout.write(`
${count('issues')} issues, ${count('mails')} mails and ${count('chat')} chat posts lie in ${join(target, 'forge')}
The whole story, each effect with its reason:
  ${join(target, 'story.html')}
  ${join(target, 'story.zh.html')}（中文）
Every mail as its reader sees it:
  ${join(target, 'inbox.html')}
  ${join(target, 'inbox.zh.html')}（中文）
`)
}

function runDay(world: World, day: Day): Record<Language, Moment> {
  world.at(day.now)
  day.acts?.(world)
  const acts = world.tell()
  // The plan is asked for in both languages first: it is the very list that apply then carries out.
  const plans = { en: world.convoke(['plan', ...where(world, day), '--json', '--lang', 'en']), zh: world.convoke(['plan', ...where(world, day), '--json', '--lang', 'zh']) }
  const applied = world.convoke(['apply', ...where(world, day), '--json', '--lang', 'en'])
  const again = JSON.parse(world.convoke(['plan', ...where(world, day), '--json'])) as { effects: unknown[] }
  if (again.effects.length > 0) throw new Error(`a plan made right after apply is not empty: ${JSON.stringify(again.effects[0])}`)
  const moment = (language: Language): Moment => ({
    now: day.now, title: day.title[language], acts: acts.map((act: Act) => act[language]), ...readOutcome(plans[language], applied),
  })
  return { en: moment('en'), zh: moment('zh') }
}

function where(world: World, day: Day): string[] {
  return ['--root', world.repository, '--forge', `folder:${world.forge}`, '--people', join(world.repository, 'people.yml'), '--now', day.now]
}

function lint(world: World, day: Day, language: Language): Story['findings'] {
  const output = JSON.parse(world.convoke(['lint', '--root', world.repository, '--now', day.now, '--format', 'json', '--lang', language], [0, 1])) as {
    files: { file: string; problems: { severity: string; message: string; clauses: string[] }[] }[]
  }
  return new Map(output.files.map(({ file, problems }) => [file, problems.map((each) => ({ ...each, clauses: each.clauses.join(' ') || '–' }))]))
}

function say(title: string, text: string): void {
  process.stdout.write(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}\n${text}`)
}

function readTitles(world: World): Map<string, string> {
  const titles = new Map<string, string>()
  const folder = join(world.repository, 'meetings')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.md')) continue
    const text = readFileSync(join(folder, name), 'utf8')
    const id = /^(?:id|编号): (.+)$/m.exec(text)?.[1]
    const title = /^(?:title|主题): (.+)$/m.exec(text)?.[1]
    if (id !== undefined && title !== undefined) titles.set(id, title)
  }
  return titles
}
