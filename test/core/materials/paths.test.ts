import assert from 'node:assert/strict'
import fc from 'fast-check'
import { resolveLink, resolveMaterial, type Target } from '../../../src/core/materials/paths.ts'

const say = (target: Target): string => (target.kind === 'inside' ? target.path : `(${target.kind})`)

describe('materials: what a path or a link means', () => {
  it('starts a material at the root', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['decks/q2.pptx', 'decks/q2.pptx'], ['./decks//q2.pptx', 'decks/q2.pptx'], ['/decks/q2.pptx', 'decks/q2.pptx'], ['decks\\q2.pptx', 'decks/q2.pptx'],
      ['data/../decks/q2.pptx', 'decks/q2.pptx'], ['资料/第二季度.pptx', '资料/第二季度.pptx'], ['100% done.pdf', '100% done.pdf'], ['../q2.pptx', '(outside)'],
      ['a/../../q2.pptx', '(outside)'], ['C:\\Users\\li\\q2.pptx', '(outside)'], ['~/q2.pptx', '(outside)'], ['file:///home/li/q2.pptx', '(outside)'],
      ['https://example.org/q2.pptx', '(elsewhere)'], ['//example.org/q2.pptx', '(elsewhere)'], ['.', '(elsewhere)'],
    ]
    for (const [path, expected] of cases) assert.equal(say(resolveMaterial(path)), expected, path)
  })
  it('starts a link at its file', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['notes.md', 'meetings/notes.md'], ['../data/a.csv', 'data/a.csv'], ['/data/a.csv', 'data/a.csv'], ['a%20b.md', 'meetings/a b.md'], ['%E8%B5%84%E6%96%99.md', 'meetings/资料.md'],
      ['100%.md', 'meetings/100%.md'], ['notes.md#part', 'meetings/notes.md'], ['notes.md?raw=true#x', 'meetings/notes.md'], ['a&amp;b.md', 'meetings/a&b.md'], ['a\\(1\\).md', 'meetings/a(1).md'],
      ['#part', '(elsewhere)'], ['', '(elsewhere)'], ['mailto:li@example.org', '(elsewhere)'], ['tel:+1', '(elsewhere)'], ['https://example.org/a.md', '(elsewhere)'],
      ['../../a.md', '(outside)'], ['file:///a.md', '(outside)'], ['..', '(elsewhere)'],
    ]
    for (const [url, expected] of cases) assert.equal(say(resolveLink('meetings/a.md', url)), expected, url)
  })
  it('never gives a path that leads out, whatever is written', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('..', '.', '', 'a', '%2e%2e', '%2f', '\\', 'C:', '%', '#', '?'), { maxLength: 8 }), (parts) => {
      for (const target of [resolveMaterial(parts.join('/')), resolveLink('meetings/sub/a.md', parts.join('/'))]) {
        if (target.kind === 'inside') assert.ok(target.path !== '' && !target.path.split('/').some((part) => part === '..' || part === '.' || part === ''), target.path)
      }
    }), { seed: 7, numRuns: 500 })
  })
})
