/*
 * npm run github-figures: how many calls of GitHub's API a run makes, in repositories of 10, 1,000 and 10,000 meetings that were announced
 * before and are still ahead. Counted on the stand-in, which holds each request to GitHub's own description.
 */
import { applyRun } from '../src/app/run.ts'
import { parseConfig } from '../src/core/config/parse.ts'
import { BUDGET, CONFIG } from '../test/app/scenario.ts'
import { GitHubLife } from '../test/support/github/life.ts'

const { config } = parseConfig(CONFIG)
const FIRST = '2026-11-26T02:00:00Z'
const LATER = '2026-11-26T03:00:00Z'
const text = (id: string): string => BUDGET.replace('编号: budget', `编号: ${id}`).replace('2026-12-03', '2027-03-03').replace('2026-12-02', '2027-03-02')

process.stdout.write('| meetings announced and ahead | calls with nothing to do | one new meeting (issue, 3 mails, 1 post) | one moved meeting | one with 20 people by mail |\n| ---: | ---: | ---: | ---: | ---: |\n')
for (const meetings of [10, 1000, 10_000]) {
  const cells: string[] = []
  for (const change of [undefined, 'new', 'moved', 'crowd'] as const) cells.push(await calls(meetings, change))
  process.stdout.write(`| ${meetings.toLocaleString('en')} | ${cells.join(' | ')} |\n`)
}

async function calls(meetings: number, change: 'new' | 'moved' | 'crowd' | undefined): Promise<string> {
  const people = Array.from({ length: 20 }, (_, at) => `p${at}`)
  const crowded = change === 'crowd' ? CONFIG.replace('people:\n', `people:\n${people.map((key) => `  ${key}: { name: ${key}, email: ${key}@example.org }\n`).join('')}`) : CONFIG
  const life = new GitHubLife(crowded)
  life.hub.isChecked = change !== undefined && meetings < 100
  await life.start()
  try {
    const run = async (now: string, changed: readonly string[], by = config): Promise<void> => {
      const changedSince = (commit: string | undefined): Promise<{ commit: string; paths?: readonly string[] }> => Promise.resolve({ commit: 'a', ...(commit === undefined ? {} : { paths: changed }) })
      await applyRun({ world: { ...life.world(now), history: { lastCommits: () => Promise.resolve(new Map()), changedSince } }, config: by, now: Date.parse(now), scope: 'due' })
    }
    life.write('meetings/m0.md', text('m0'))
    await run(FIRST, [])
    multiply(life, meetings)
    const before = life.hub.calls.length
    if (change === 'new') life.write('meetings/new.md', text('new'))
    if (change === 'crowd') life.write('meetings/new.md', text('new').replace('[han-meimei, tom]', `[${people.join(', ')}]`).replace('可选参加:\n  - wang-wei: 提供销售数据\n', ''))
    if (change === 'moved') life.write('meetings/m0.md', text('m0').replace('14:00', '15:00'))
    await run(LATER, change === undefined ? [] : [change === 'moved' ? 'meetings/m0.md' : 'meetings/new.md'], parseConfig(crowded).config)
    const made = life.hub.calls.slice(before)
    const writes = made.filter((each) => each.method === 'PUT' && each.path.includes('contents/meetings')).length
    return change === undefined ? String(made.length) : `${made.length}, of them ${writes} ledger writes`
  } finally {
    await life.stop()
  }
}

/** The one announced meeting so many times: as files, ledger entries, issues, and in the index. */
function multiply(life: GitHubLife, meetings: number): void {
  const { state } = life.hub
  const ledger = state.branches.get('convoke-ledger')
  const [entry, index] = ['meetings/m0.json', 'index.json'].map((path) => ledger?.get(path)?.toString('utf8') ?? '')
  const known = JSON.parse(index ?? '') as { meetings: Record<string, object> }
  const [issue] = state.issues
  if (ledger === undefined || entry === undefined || issue === undefined) throw new Error('nothing was announced')
  for (let at = 1; at < meetings; at++) {
    const id = `m${at}`
    known.meetings[id] = { ...known.meetings['m0'], file: `meetings/${id}.md`, issue: at + 1 }
    ledger.set(`meetings/${id}.json`, Buffer.from(entry.replaceAll('m0', id)))
    state.issues.push({ ...issue, id: state.nextId(), number: at + 1, body: issue.body.replaceAll('m0', id), created: issue.created - 86_400_000, updated: issue.updated - 86_400_000 })
    life.write(`meetings/${id}.md`, text(id))
  }
  const content = Buffer.from(JSON.stringify(known))
  state.blob(content)
  ledger.set('index.json', content)
}
