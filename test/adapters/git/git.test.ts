import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gitHistory } from '../../../src/adapters/git/git.ts'
import { commitAll, git, inFolder, lay } from '../../support/folder.ts'

const FIRST = '2026-10-01T08:00:00Z'
const SECOND = '2026-11-05T09:30:00Z'

/** The dates that git knows of some paths, as ISO times. */
async function dates(root: string, ...paths: readonly string[]): Promise<Record<string, string>> {
  const found = await gitHistory(root).lastCommits(paths)
  return Object.fromEntries([...found].map(([path, instant]) => [path, new Date(instant).toISOString().replace('.000', '')]))
}

describe('git: when a file was last committed', function () {
  it('gives each path its last commit, whatever its name', () => inFolder({ 'a.csv': '1', '数据/第 一.csv': '1', 'x [1]*?.csv': '1', ':(top)b.csv': '1', '-c.csv': '1' }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, FIRST)
    lay(root, { 'a.csv': '2' })
    commitAll(root, SECOND)
    assert.deepEqual(await dates(root, 'a.csv', '数据/第 一.csv', 'x [1]*?.csv', ':(top)b.csv', '-c.csv', 'none.csv'), {
      'a.csv': SECOND, '数据/第 一.csv': FIRST, 'x [1]*?.csv': FIRST, ':(top)b.csv': FIRST, '-c.csv': FIRST,
    })
  }))
  it('knows no date of a file that was changed since, or never committed', () => inFolder({ 'a.csv': '1', 'b.csv': '1' }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, FIRST)
    lay(root, { 'a.csv': '2', 'new.csv': '1', 'sub/deep.csv': '1' })
    assert.deepEqual(await dates(root, 'a.csv', 'b.csv', 'new.csv', 'sub/deep.csv'), { 'b.csv': FIRST })
  }))
  it('answers for a root that is a folder of the repository', () => inFolder({ 'team/data/a.csv': '1' }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, FIRST)
    assert.deepEqual(await dates(join(root, 'team'), 'data/a.csv'), { 'data/a.csv': FIRST })
  }))
  it('does not believe the dates of a shallow clone', () => inFolder({ 'full/a.csv': '1' }, async (root) => {
    git(join(root, 'full'), ['init', '-q'])
    commitAll(join(root, 'full'), FIRST)
    lay(root, { 'full/b.csv': '1' })
    commitAll(join(root, 'full'), SECOND)
    git(root, ['clone', '-q', '--depth', '1', `file://${join(root, 'full')}`, 'shallow'])
    assert.deepEqual(await dates(join(root, 'full'), 'a.csv'), { 'a.csv': FIRST })
    assert.deepEqual(await dates(join(root, 'shallow'), 'a.csv', 'b.csv'), {})
  }))
  it('knows nothing outside a repository, before the first commit, and without git', () => inFolder({ 'a.csv': '1' }, async (root) => {
    assert.deepEqual(await dates(root, 'a.csv'), {})
    git(root, ['init', '-q'])
    assert.deepEqual(await dates(root, 'a.csv'), {})
    commitAll(root, FIRST)
    const { PATH } = process.env
    process.env['PATH'] = root
    try {
      assert.deepEqual(await dates(root, 'a.csv'), {})
    } finally {
      process.env['PATH'] = PATH
    }
  }))
  it('runs nothing that the repository configures', () => inFolder({ 'a.csv': '1' }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, FIRST)
    const touch = `touch ${join(root, 'ran')}`
    for (const name of ['core.fsmonitor', 'core.pager', 'diff.external', 'pager.log', 'gpg.program']) git(root, ['config', name, touch])
    git(root, ['config', 'log.showSignature', 'true'])
    assert.deepEqual(await dates(root, 'a.csv'), { 'a.csv': FIRST })
    assert.equal(existsSync(join(root, 'ran')), false)
  }))
  it('is not led elsewhere by the variables of a hook', () => inFolder({ 'a.csv': '1' }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, FIRST)
    process.env['GIT_DIR'] = '/nowhere'
    try {
      assert.deepEqual(await dates(root, 'a.csv'), { 'a.csv': FIRST })
    } finally {
      delete process.env['GIT_DIR']
    }
  }))
  it('asks for many paths', () => inFolder(Object.fromEntries(Array.from({ length: 700 }, (_, at) => [`d/${at}.csv`, String(at)])), async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, FIRST)
    assert.equal(Object.keys(await dates(root, ...Array.from({ length: 700 }, (_, at) => `d/${at}.csv`))).length, 700)
  }))
})
