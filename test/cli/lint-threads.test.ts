import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { convoke } from '../support/cli.ts'
import { inFolder } from '../support/folder.ts'
import { CONFIG, good } from '../support/rule.ts'

/** Clashes of people, rooms and ids between files that lie far from each other, a name that several files use, and a file that cannot be read. */
const FILES: Record<string, string | Uint8Array> = { '.convoke.yml': CONFIG, 'meetings/05-broken.md': Uint8Array.from([0xd6, 0xf7]) }
for (let at = 10; at < 40; at++) {
  const day = String((at % 9) + 1).padStart(2, '0')
  FILES[`meetings/${at}.md`] = good({
    id: `id: m${at % 25}`, title: `title: Split of the Zebrafish budget ${at}`, start: `start: 2026-12-${day} 14:00`, rsvp: '', place: at % 2 === 0 ? 'room: 3A' : 'link: https://zoom.us/j/1',
    organizer: at % 3 === 0 ? 'organizer: tom' : 'organizer: li-lei', body: '## Agenda\n1. Zebrafish (15m)\n2. [Figures](none.csv) (20m)\n',
  })
}
const NOW = ['--now', '2026-11-24T09:00:00Z']

describe('lint on several threads', () => {
  const same = (root: string, args: readonly string[]): string => {
    const [one, three] = ['1', '3'].map((threads) => convoke(root, ['lint', ...NOW, ...args], { CONVOKE_THREADS: threads }))
    assert.deepEqual(three, one)
    return one?.out ?? ''
  }
  it('finds the same as on one, in every format', () => inFolder(FILES, (root) => {
    const out = same(root, ['--no-cache', '--format', 'json'])
    for (const said of ['is used by meetings/', 'must be in meetings/', 'is held at this time by meetings/', 'not UTF-8', 'no file meetings/none.csv']) assert.ok(out.includes(said), said)
    same(root, ['--no-cache', '--format', 'sarif'])
    same(root, ['--no-cache', '--quiet', '--lang', 'zh'])
  }))
  it('judges only what was asked for', () => inFolder(FILES, (root) => {
    assert.match(same(root, ['meetings/12.md', '--format', 'json']), /"file":"meetings\/12\.md"/)
    same(root, ['meetings', '--format', 'json'])
  }))
  it('keeps what was read, each thread its part', () => inFolder(FILES, (root) => {
    const home = join(root, '.home')
    const lint = (): unknown => convoke(root, ['lint', ...NOW], { CONVOKE_THREADS: '3', XDG_CACHE_HOME: home })
    const first = lint()
    assert.equal(readdirSync(join(home, 'convoke')).filter((name) => name.endsWith('.cache')).length, 3)
    assert.deepEqual(lint(), first)
  }))
  it('does it all on one where no thread can be had', () => inFolder(FILES, (root) => {
    const args = ['--experimental-permission', '--allow-fs-read=*', '--allow-fs-write=*', '--allow-child-process', '--no-warnings', resolve('dist/cli/convoke.js'), 'lint', ...NOW, '--no-cache', '--format', 'json']
    const run = (threads: string): unknown => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, CONVOKE_THREADS: threads } })
      return { status, stdout, stderr }
    }
    const refused = spawnSync(process.execPath, [...args.slice(0, 5), '-e', 'new (require("node:worker_threads").Worker)("1", { eval: true })'], { encoding: 'utf8' })
    assert.match(refused.stderr, /ERR_ACCESS_DENIED/, 'a thread could be had')
    assert.deepEqual(run('3'), run('1'))
    assert.match((run('3') as { stdout: string }).stdout, /"version":1/)
  }))
})
