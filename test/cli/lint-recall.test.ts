import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { convoke } from '../support/cli.ts'
import { inFolder } from '../support/folder.ts'
import { CONFIG, good } from '../support/rule.ts'

const MATERIALS = 'materials:\n  - path: data/q1.csv'
const FILES = { '.convoke.yml': CONFIG, 'data/q1.csv': 'a,b\n1,2\n', 'meetings/a.md': good({ rsvp: '', more: MATERIALS }), 'meetings/b.md': good({ id: 'id: b', start: 'start: 2026-12-04 14:00' }), 'meetings/c.md': Uint8Array.from([0xd6, 0xf7]) }
const NOON = '2026-11-24T12:00:00Z'

describe('a run after which nothing has changed', () => {
  const lint = (root: string, now = NOON, ...args: readonly string[]): ReturnType<typeof convoke> => convoke(root, ['lint', '--now', now, ...args], { XDG_CACHE_HOME: join(root, '.home') })
  const kept = (root: string): string => join(root, '.home/convoke', readdirSync(join(root, '.home/convoke')).find((name) => name.endsWith('.run')) ?? '')
  /** Marks what the last run found, so that it shows whether the next one takes it from there. */
  const mark = (root: string): void => writeFileSync(kept(root), readFileSync(kept(root), 'utf8').replaceAll('reply deadline', 'REPLY DEADLINE'))
  const isRecalled = (root: string, now = NOON, ...args: readonly string[]): boolean => {
    lint(root, NOON)
    mark(root)
    return lint(root, now, ...args).out.includes('REPLY DEADLINE')
  }

  it('finds the same without judging again, in every format', () => inFolder(FILES, (root) => {
    assert.ok(isRecalled(root))
    assert.ok(isRecalled(root, '2026-11-24T18:00:00Z'), 'later that day')
    rmSync(kept(root))
    for (const format of ['pretty', 'json', 'github', 'sarif']) {
      const first = lint(root, NOON, '--format', format)
      assert.equal(first.status, 1)
      assert.deepEqual(lint(root, NOON, '--format', format), first)
      assert.deepEqual(lint(root, NOON, '--format', format, '--no-cache'), first)
    }
  }))
  it('is one only where it is asked the same', () => inFolder(FILES, (root) => {
    for (const args of [['--quiet'], ['--format', 'sarif'], ['meetings'], ['meetings/a.md'], ['--no-cache']]) assert.ok(!isRecalled(root, NOON, ...args), args.join(' '))
    assert.ok(!isRecalled(root, '2026-11-25T00:00:00Z'), 'the next day')
    assert.ok(!isRecalled(root, '2026-12-03T07:00:00Z'), 'after the meeting')
  }))
  for (const [what, change] of Object.entries<(root: string) => void>({
    'a text': (root) => writeFileSync(join(root, 'meetings/b.md'), good({ id: 'id: b', start: 'start: 2026-12-04 15:00' })),
    'a new file': (root) => writeFileSync(join(root, 'meetings/d.md'), good({ id: 'id: d' })),
    'a file that is gone': (root) => rmSync(join(root, 'meetings/b.md')),
    'a file that can be read now': (root) => writeFileSync(join(root, 'meetings/c.md'), good({ id: 'id: c' })),
    'the configuration': (root) => writeFileSync(join(root, '.convoke.yml'), `${CONFIG}rules: { charted-data: off }\n`),
    'material that is gone': (root) => rmSync(join(root, 'data/q1.csv')),
    'material that was committed': (root) => {
      for (const args of [['init', '-q'], ['add', 'data'], ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'Figures']]) execFileSync('git', args, { cwd: root })
    },
    'a record that is damaged': (root) => writeFileSync(kept(root), readFileSync(kept(root), 'utf8').slice(0, -20)),
    'a record of nonsense': (root) => writeFileSync(kept(root), readFileSync(kept(root), 'utf8').replace('{', '[')),
  })) {
    it(`judges again after a change of ${what}`, () => inFolder(FILES, (root) => {
      lint(root)
      mark(root)
      change(root)
      const found = lint(root)
      assert.ok(!found.out.includes('REPLY DEADLINE'))
      assert.deepEqual(found, lint(root, NOON, '--no-cache'))
      assert.deepEqual(lint(root), found)
    }))
  }
})
