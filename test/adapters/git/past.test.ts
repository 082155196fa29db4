import assert from 'node:assert/strict'
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gitPast } from '../../../src/adapters/git/past.ts'
import { commitAll, git, inFolder, lay } from '../../support/folder.ts'

const GLOBS = ['meetings/**/*.md']
const at = (time: string): number => Date.parse(time)

/** A repository whose second commit changes one file, adds one and takes one away. */
function makeTwo(root: string): void {
  git(root, ['init', '-q'])
  commitAll(root, '2026-09-10T08:00:00Z')
  rmSync(join(root, 'meetings/gone.md'))
  lay(root, { 'meetings/a.md': 'second\n', 'meetings/新 会议.md': '内容\r\n' })
  commitAll(root, '2026-10-20T08:00:00Z')
}
const FIRST = { 'meetings/a.md': 'first\n', 'meetings/gone.md': 'gone\n', 'data/q1.csv': 'a,b\n' }

async function commitAt(root: string, time: string): Promise<string> {
  const found = await gitPast(root).commitsAt([at(time)])
  assert.ok(typeof found !== 'string' && found[0] !== undefined)
  return found[0].commit
}

describe('git: the repository as it was', () => {
  it('finds the commit that was the newest at each instant, and none before the first', () => inFolder(FIRST, async (root) => {
    makeTwo(root)
    const [first, second] = git(root, ['log', '--reverse', '--format=%H']).trim().split('\n')
    const instants = ['2026-09-10T07:59:59Z', '2026-09-10T08:00:00Z', '2026-09-30T23:59:59Z', '2026-11-01T00:00:00Z'].map(at)
    assert.deepEqual(await gitPast(root).commitsAt(instants), [{ instant: instants[1], commit: first }, { instant: instants[2], commit: first }, { instant: instants[3], commit: second }])
  }))
  it('follows the line that is checked out: a branch counts from its merge on', () => inFolder(FIRST, async (root) => {
    makeTwo(root)
    git(root, ['checkout', '-q', '-b', 'side', 'HEAD~1'])
    lay(root, { 'meetings/side.md': 'side\n' })
    commitAll(root, '2026-09-20T08:00:00Z')
    git(root, ['checkout', '-q', '-'])
    git(root, ['merge', '-q', '--no-ff', '-m', 'merge', 'side'], '2026-11-05T08:00:00Z')
    const past = gitPast(root)
    const names = async (time: string): Promise<readonly string[] | undefined> => (await past.filesAt(await commitAt(root, time), GLOBS))?.list(GLOBS)
    assert.deepEqual(await names('2026-09-30T00:00:00Z'), ['meetings/a.md', 'meetings/gone.md'])
    assert.deepEqual(await names('2026-11-06T00:00:00Z'), ['meetings/a.md', 'meetings/side.md', 'meetings/新 会议.md'])
  }))
  it('reads files as they lay there, byte for byte, whatever lies there now', () => inFolder(FIRST, async (root) => {
    makeTwo(root)
    lay(root, { 'meetings/a.md': 'changed and not committed\n' })
    const past = gitPast(root)
    const [then, later] = [await past.filesAt(await commitAt(root, '2026-09-30T00:00:00Z'), GLOBS), await past.filesAt(await commitAt(root, '2026-10-30T00:00:00Z'), GLOBS)]
    assert.ok(then !== undefined && later !== undefined)
    assert.deepEqual(await then.readText('meetings/a.md', 100), { text: 'first\n' })
    assert.deepEqual(await later.readText('meetings/a.md', 100), { text: 'second\n' })
    assert.deepEqual(await later.readText('meetings/新 会议.md', 100), { text: '内容\r\n' })
    assert.deepEqual(await later.readText('meetings/gone.md', 100), { unread: 'missing' })
    assert.deepEqual(await later.readText('meetings/a.md', 3), { unread: 'too-large' })
    assert.deepEqual(await then.readBytes('data/q1.csv', 100), Buffer.from('a,b\n'))
    assert.deepEqual([await then.stat('data'), (await then.stat('data/q1.csv'))?.size, await then.stat('data/none.csv')], [{ kind: 'folder', size: 0, changed: 0 }, 4, undefined])
    assert.deepEqual([await then.names(''), await then.names('meetings'), await then.names('none')], [['data', 'meetings'], ['a.md', 'gone.md'], []])
    await assert.rejects(then.write('meetings/a.md', ''))
  }))
  it('says what is no text, and leaves links out', () => inFolder({ 'meetings/a.md': Buffer.from([0xff, 0xfe, 0x41]), 'meetings/b.md': Buffer.from([0x41, 0, 0x42]), 'meetings/c.md': '\ufeffmark', 'meetings/empty.md': '' }, async (root) => {
    symlinkSync('/etc/hostname', join(root, 'meetings/link.md'))
    git(root, ['init', '-q'])
    commitAll(root, '2026-09-10T08:00:00Z')
    const files = await gitPast(root).filesAt(await commitAt(root, '2026-10-01T00:00:00Z'), GLOBS)
    assert.ok(files !== undefined)
    assert.deepEqual(await files.list(GLOBS), ['meetings/a.md', 'meetings/b.md', 'meetings/c.md', 'meetings/empty.md'])
    assert.deepEqual(await Promise.all(['a', 'b', 'c', 'empty', 'link'].map((name) => files.readText(`meetings/${name}.md`, 100))), [{ unread: 'not-utf8' }, { unread: 'binary' }, { text: '\ufeffmark' }, { text: '' }, { unread: 'missing' }])
  }))
  it('answers for a root that is a folder of the repository, also where it was not there yet', () => inFolder({ 'other.txt': '1' }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, '2026-08-10T08:00:00Z')
    lay(root, { 'team/meetings/a.md': 'first\n' })
    commitAll(root, '2026-09-10T08:00:00Z')
    const past = gitPast(join(root, 'team'))
    const [early, late] = [await past.filesAt(await commitAt(root, '2026-08-30T00:00:00Z'), GLOBS), await past.filesAt(await commitAt(root, '2026-09-30T00:00:00Z'), GLOBS)]
    assert.deepEqual(await early?.list(GLOBS), [])
    assert.deepEqual(await late?.readText('meetings/a.md', 100), { text: 'first\n' })
    assert.equal(await late?.stat('other.txt'), undefined)
  }))
  it('says why it does not know: no git, no commit, a shallow or a partial clone', () => inFolder({ 'full/meetings/a.md': '1', 'plain/a.md': '1' }, async (root) => {
    const full = join(root, 'full')
    assert.equal(await gitPast(join(root, 'plain')).commitsAt([0]), 'no-git')
    git(full, ['init', '-q'])
    assert.equal(await gitPast(full).commitsAt([0]), 'no-commit')
    commitAll(full, '2026-09-10T08:00:00Z')
    lay(full, { 'meetings/a.md': '2' })
    commitAll(full, '2026-10-10T08:00:00Z')
    git(full, ['config', 'uploadpack.allowFilter', 'true'])
    git(root, ['clone', '-q', '--depth', '1', `file://${full}`, 'shallow'])
    assert.equal(await gitPast(join(root, 'shallow')).commitsAt([at('2026-11-01T00:00:00Z')]), 'shallow')
    git(root, ['clone', '-q', '--filter=blob:none', `file://${full}`, 'partial'])
    const commit = await commitAt(full, '2026-09-30T00:00:00Z')
    assert.equal(await gitPast(join(root, 'partial')).filesAt(commit, GLOBS), undefined)
    assert.equal(await gitPast(full).filesAt('HEAD; echo', GLOBS), undefined)
    assert.equal(await gitPast(full).filesAt('0'.repeat(40), GLOBS), undefined)
    const { PATH } = process.env
    process.env['PATH'] = root
    try {
      assert.equal(await gitPast(full).commitsAt([0]), 'no-git')
    } finally {
      process.env['PATH'] = PATH
    }
  }))
})
