import assert from 'node:assert/strict'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { meetingCache } from '../../src/adapters/cache/meetings.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import { convoke } from '../support/cli.ts'
import { inFolder } from '../support/folder.ts'
import { CONFIG, good } from '../support/rule.ts'

const TEXTS = readdirSync('examples/meetings', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join('examples/meetings', name), 'utf8'))

describe('the cache of what was read', () => {
  /** Reads all texts through a cache in a folder; gives how many were parsed anew. */
  const readAll = (home: string, build: string, texts = TEXTS): number => {
    let parsed = 0
    const cache = meetingCache('/repository', build, (text) => (parsed++, parse(text)), '', home)
    for (const text of texts) assert.deepEqual(cache.parse(text), parse(text))
    cache.keep()
    return parsed
  }
  it('gives exactly what was read, and reads a text once', () => inFolder({}, (home) => {
    assert.equal(readAll(home, 'b1'), TEXTS.length)
    assert.equal(readAll(home, 'b1'), 0)
    assert.equal(readAll(home, 'b1', [...TEXTS, `${TEXTS[0] ?? ''}\nmore\n`]), 1)
  }))
  it('believes no other build, and nothing damaged, and mends itself', () => inFolder({}, (home) => {
    readAll(home, 'b1')
    assert.equal(readAll(home, 'b2'), TEXTS.length)
    const path = join(home, readdirSync(home)[0] ?? '')
    for (const damage of [(text: string) => text.slice(0, text.length / 2), (text: string) => text.replaceAll('{', '['), () => '', () => '\0\0', (text: string) => text.replaceAll('"meeting"', '"x"')]) {
      writeFileSync(path, damage(readFileSync(path, 'utf8')))
      assert.ok(readAll(home, 'b2') > 0)
      assert.equal(readAll(home, 'b2'), 0)
    }
  }))
  it('forgets what is no longer there, and leaves nothing beside itself', () => inFolder({}, (home) => {
    readAll(home, 'b1')
    const before = readFileSync(join(home, readdirSync(home)[0] ?? ''), 'utf8').length
    readAll(home, 'b1', TEXTS.slice(0, 2))
    assert.equal(readdirSync(home).length, 1)
    assert.ok(readFileSync(join(home, readdirSync(home)[0] ?? ''), 'utf8').length < before)
  }))
  it('gives no verdict that has ceased to hold: another time, another configuration, another file beside it are judged anew', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/a.md': good({ rsvp: '' }) }, (root) => {
    const lint = (...args: readonly string[]): string => convoke(root, ['lint', ...args], { XDG_CACHE_HOME: join(root, '.cache') }).out
    const early = lint('--now', '2026-11-24T09:00:00Z')
    assert.match(early, /reply-deadline/)
    assert.ok(readdirSync(join(root, '.cache/convoke')).length === 2, 'it lies in the user’s cache')
    assert.doesNotMatch(lint('--now', '2026-12-04T09:00:00Z'), /reply-deadline/)
    writeFileSync(join(root, '.convoke.yml'), `${CONFIG}rules: { reply-deadline: off }\n`)
    assert.doesNotMatch(lint('--now', '2026-11-24T09:00:00Z'), /reply-deadline/)
    writeFileSync(join(root, 'meetings/b.md'), good())
    assert.match(lint('--now', '2026-11-24T09:00:00Z'), /is used by meetings\/b\.md/)
    assert.equal(lint('--now', '2026-11-24T09:00:00Z'), lint('--now', '2026-11-24T09:00:00Z', '--no-cache'))
  }))
  it('is not missed where it cannot be written', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/a.md': good(), 'home': 'a file' }, (root) => {
    const { status, note } = convoke(root, ['lint', '--now', '2026-11-24T09:00:00Z'], { XDG_CACHE_HOME: join(root, 'home') })
    assert.equal(status, 0)
    assert.equal(note, '')
  }))
})
