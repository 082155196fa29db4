import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskFiles } from '../../src/adapters/disk/disk.ts'
import { folderForge } from '../../src/adapters/folder/forge.ts'
import { gitHistory } from '../../src/adapters/git/git.ts'
import type { Scope } from '../../src/app/observe.ts'
import { applyRun } from '../../src/app/run.ts'
import { HOUR } from '../../src/core/arrangement/zone.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import type { Files } from '../../src/ports/files.ts'
import { forgeFiles, layDown } from '../support/moments.ts'
import { CONFIG, STORY } from './scenario.ts'

const { config } = parseConfig(CONFIG)

/** The story, run every hour of four weeks; gives what lies in the forge and how many files were read. */
async function live(scope: Scope): Promise<{ files: Map<string, string>; reads: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'convoke-index-'))
  const root = join(folder, 'repository')
  mkdirSync(root)
  const git = (...args: string[]): void => void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root, stdio: 'ignore' })
  let reads = 0
  const disk = diskFiles(root)
  const files: Files = { ...disk, readText: (path, limit) => (reads++, disk.readText(path, limit)) }
  try {
    const moments = [...STORY]
    const last = Date.parse(moments[moments.length - 1]?.now ?? '')
    for (let now = Date.parse(moments[0]?.now ?? ''); now <= last; now += HOUR / 2) {
      while (moments[0] !== undefined && Date.parse(moments[0].now) <= now) {
        const moment = moments.shift()
        if (moment === undefined) break
        layDown(folder, moment)
        if (moments.length === STORY.length - 1) git('init', '-q')
        git('add', '-A')
        git('commit', '-q', '--allow-empty', '-m', 'x')
      }
      await applyRun({ world: { ...folderForge(join(folder, 'forge')), files, history: gitHistory(root) }, config, now, scope })
    }
    return { files: forgeFiles(folder), reads }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('the index of what is due', function () {
  this.timeout(300_000)

  it('leads to the same mails, posts and issues, at the same half hour, as looking at everything does', async () => {
    const all = await live('all')
    const due = await live('due')
    assert.deepEqual([...due.files.keys()], [...all.files.keys()])
    for (const [file, text] of all.files) assert.equal(due.files.get(file), text, file)
    assert.ok(due.reads < all.reads / 2, `${due.reads} files were read instead of ${all.reads}`)
  })
})
