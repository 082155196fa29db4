import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { diskFiles } from '../../../src/adapters/disk/disk.ts'
import { inFolder } from '../../support/folder.ts'

const GLOBS = ['meetings/**/*.md']

describe('disk: the files of a repository', () => {
  it('lists what the globs name, sorted, without hidden folders and dependencies', () => inFolder({
    'meetings/b.md': '', 'meetings/sub/a.md': '', 'meetings/B.md': '', 'meetings/x.txt': '', 'meetings/node_modules/p.md': '', 'meetings/.git/c.md': '', 'other/a.md': '', 'notes.md': '',
  }, async (root) => {
    assert.deepEqual(await diskFiles(root).list(GLOBS), ['meetings/B.md', 'meetings/b.md', 'meetings/sub/a.md'])
    assert.deepEqual(await diskFiles(root).list(['notes.md', 'none/**/*.md']), ['notes.md'])
    assert.deepEqual(await diskFiles(root).list(['*.md']), ['notes.md'])
  }))
  it('follows links inside the root once, ends at loops, and leaves the root to nobody', () => inFolder({ 'repo/meetings/a.md': '', 'repo/real/b.md': '', 'outside/c.md': '' }, async (folder) => {
    const root = join(folder, 'repo')
    symlinkSync(join(root, 'real'), join(root, 'meetings/linked'))
    symlinkSync(join(root, 'meetings'), join(root, 'meetings/loop'))
    symlinkSync(join(folder, 'outside'), join(root, 'meetings/away'))
    assert.deepEqual(await diskFiles(root).list(GLOBS), ['meetings/a.md', 'meetings/linked/b.md'])
  }))
  it('tells why a file is no text', () => inFolder({
    'repo/gbk.md': Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0x0a]), 'repo/binary.md': Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0xff, 0xfe]), 'repo/zero.md': 'a\0b',
    'repo/large.md': 'x'.repeat(101), 'repo/folder/x.md': '', 'repo/bom.md': '\ufeffhello', 'repo/replaced.md': 'a \ufffd b', 'outside.md': 'secret',
  }, async (folder) => {
    const root = join(folder, 'repo')
    symlinkSync(join(folder, 'outside.md'), join(root, 'away.md'))
    symlinkSync(join(root, 'self.md'), join(root, 'self.md'))
    symlinkSync(join(root, 'gone.md'), join(root, 'dangling.md'))
    symlinkSync(folder, join(root, 'up'))
    spawnSync('mkfifo', [join(root, 'pipe.md')])
    const read = async (path: string): Promise<string> => {
      const found = await diskFiles(root).readText(path, 100)
      return 'text' in found ? found.text : `(${found.unread})`
    }
    const cases = {
      'gbk.md': '(not-utf8)', 'binary.md': '(binary)', 'zero.md': '(binary)', 'large.md': '(too-large)', 'none.md': '(missing)', folder: '(unreadable)', 'pipe.md': '(unreadable)',
      'away.md': '(outside)', 'up/outside.md': '(outside)', '../outside.md': '(outside)', 'self.md': '(unreadable)', 'dangling.md': '(missing)', 'bom.md': '\ufeffhello', 'replaced.md': 'a \ufffd b',
    }
    for (const [path, expected] of Object.entries(cases)) assert.equal(await read(path), expected, path)
  }))
  it('cannot open a file without permission', async function () {
    if (process.getuid?.() === 0) this.skip()
    await inFolder({ 'a.md': 'x' }, async (root) => {
      chmodSync(join(root, 'a.md'), 0)
      assert.deepEqual(await diskFiles(root).readText('a.md', 100), { unread: 'unreadable' })
    })
  })
  it('knows of a path what it is, and of one outside nothing', () => inFolder({ 'repo/a.csv': 'x', 'secret.csv': 'x' }, async (folder) => {
    const root = join(folder, 'repo')
    symlinkSync(join(folder, 'secret.csv'), join(root, 'link.csv'))
    const kind = async (path: string): Promise<string | undefined> => (await diskFiles(root).stat(path))?.kind
    assert.equal(await kind('a.csv'), 'file')
    assert.equal(await kind('.'), 'folder')
    for (const path of ['none.csv', 'a.csv/deeper', '../secret.csv', 'link.csv', `${'x'.repeat(300)}.csv`]) assert.equal(await kind(path), undefined, path)
  }))
  it('writes a file whole, with its mode, and leaves nothing else behind', () => inFolder({ 'a.md': 'old' }, async (root) => {
    chmodSync(join(root, 'a.md'), 0o640)
    await diskFiles(root).write('a.md', 'new')
    assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), 'new')
    assert.equal(statSync(join(root, 'a.md')).mode & 0o777, 0o640)
    assert.deepEqual(readdirSync(root), ['a.md'])
  }))
  it('writes through a link, but not out of the root', () => inFolder({ 'repo/real/a.md': 'old', 'outside.md': 'kept' }, async (folder) => {
    const root = join(folder, 'repo')
    mkdirSync(join(root, 'meetings'))
    symlinkSync(join(root, 'real/a.md'), join(root, 'meetings/a.md'))
    symlinkSync(join(folder, 'outside.md'), join(root, 'meetings/away.md'))
    await diskFiles(root).write('meetings/a.md', 'new')
    assert.equal(readFileSync(join(root, 'real/a.md'), 'utf8'), 'new')
    await assert.rejects(async () => diskFiles(root).write('meetings/away.md', 'new'))
    await assert.rejects(async () => diskFiles(root).write('../outside.md', 'new'))
    assert.equal(readFileSync(join(folder, 'outside.md'), 'utf8'), 'kept')
  }))
})
