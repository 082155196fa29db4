/*
 * The editor's tests in a real VS Code: the suites in both extension hosts, then the stories through the workbench. Writes the counts
 * of all of them, as mocha reported them, to the file that is named. Arguments choose parts: `node`, `web`, `zh` (the first once more, in Chinese), `stories`;
 * `only=words` runs those tests of the suites alone whose titles hold the words.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleFolder } from './support/folder.ts'
import { runSuites, type Counts } from './support/host.ts'

const [report, ...named] = process.argv.slice(2)
const only = named.find((each) => each.startsWith('only='))?.slice('only='.length) ?? ''
const chosen = named.filter((each) => !each.startsWith('only='))
const isWanted = (part: string): boolean => chosen.length === 0 || chosen.includes(part)
const total = { passes: 0, failures: 0, pending: 0 }

if (isWanted('node')) add(await inHost('node', 'en'))
if (isWanted('web')) add(await inHost('web', 'en'))
if (isWanted('zh')) add(await inHost('node', 'zh'))
if (isWanted('stories')) add(stories())
if (report !== undefined) writeFileSync(report, JSON.stringify(total))
process.stdout.write(`in VS Code: ${total.passes} passed, ${total.failures} failed, ${total.pending} skipped\n`)
process.exit(total.failures === 0 && total.passes > 0 ? 0 : 1)

async function inHost(host: 'node' | 'web', language: 'en' | 'zh'): Promise<Counts> {
  process.stdout.write(`\n  in VS Code, ${host === 'node' ? 'the extension host of the server' : 'the extension host of the browser'}${language === 'zh' ? ', in Chinese' : ''}\n`)
  const folder = exampleFolder()
  try {
    return await runSuites(host, folder.path, language, (line) => process.stdout.write(`${line}\n`), only)
  } catch (error) {
    process.stdout.write(`${String((error as Error).stack)}\n`)
    return { passes: 0, failures: 1, pending: 0 }
  } finally {
    folder.remove()
  }
}

function stories(): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'convoke-stories-'))
  const counts = join(folder, 'counts.json')
  spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--reporter', 'scripts/reporter.cjs', '--reporter-option', `output=${counts}`, 'test/vscode/stories/*.story.ts'], { stdio: 'inherit' })
  const read = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) as Counts : { passes: 0, failures: 1, pending: 0 }
  rmSync(folder, { recursive: true, force: true })
  return read
}

function add({ passes, failures, pending }: Counts): void {
  total.passes += passes
  total.failures += failures
  total.pending += pending
}
