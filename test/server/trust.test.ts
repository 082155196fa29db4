import assert from 'node:assert/strict'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeHost } from '../../src/server/node.ts'
import { commitAll, git, inFolder } from '../support/folder.ts'

describe('server: a folder that is not trusted', () => {
  it('has no program run in it, though its Git configuration names one', () => inFolder({ 'meetings/a.md': '# A' }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, '2026-11-20T10:00:00Z')
    git(root, ['remote', 'add', 'origin', 'https://github.com/octo/repo.git'])
    const mark = join(root, 'was-run')
    const monitor = join(root, 'monitor.sh')
    writeFileSync(monitor, `#!/bin/sh\ntouch '${mark}'\n`)
    chmodSync(monitor, 0o755)
    git(root, ['config', 'core.fsmonitor', monitor])
    const place = nodeHost().open(pathToFileURL(root).href, false)
    assert.ok(place !== undefined)
    assert.equal((await place.history.lastCommits(['meetings/a.md'])).size, 0)
    assert.equal(await place.repositoryUrl(), undefined)
    assert.deepEqual(await (await place.forge()).ledger.ids(), [])
    assert.deepEqual(await place.files.list(['meetings/**']), ['meetings/a.md'])
    assert.ok(!existsSync(mark))
    const trusted = nodeHost().open(pathToFileURL(root).href)
    assert.equal((await trusted?.history.lastCommits(['meetings/a.md']))?.size, 1)
    assert.match(await trusted?.repositoryUrl() ?? '', /octo\/repo/)
  }))
})
