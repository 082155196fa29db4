import assert from 'node:assert/strict'
import { diskFiles } from '../../src/adapters/disk/disk.ts'
import { gitHistory } from '../../src/adapters/git/git.ts'
import { gatherFacts } from '../../src/app/facts.ts'
import type { FactRequest } from '../../src/core/materials/facts.ts'
import { isSheet } from '../../src/core/materials/paths.ts'
import { requestFacts } from '../../src/core/materials/requests.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import type { History } from '../../src/ports/history.ts'
import { commitAll, git, inFolder } from '../support/folder.ts'
import { PICTURE, paragraph, pptx, shape, xlsx } from '../support/office.ts'

/** A request for everything that can be known of a path. */
const all = (path: string): FactRequest => ({ path, commit: true, deck: !isSheet(path), sheet: isSheet(path) })

describe('facts: what the edge finds out', () => {
  it('looks at each file once, and inside the ones that are decks and sheets', () => inFolder({
    'decks/q2.pptx': pptx([{ shapes: [shape('', [paragraph('a')]), PICTURE] }]), 'decks/q2.md': '---\nmarp: true\n---\n- a\n', 'notes.md': '# Notes\n- a\n',
    'data/q1.xlsx': xlsx(1), 'data/q1.png': 'x', 'data/q10.png': 'x', 'data/broken.pptx': 'x', 'data/old.xls': 'x', 'folder/x': '',
  }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, '2026-11-05T09:30:00Z')
    const committed = Date.parse('2026-11-05T09:30:00Z')
    const asked: string[][] = []
    const real = gitHistory(root)
    const history: History = { ...real, lastCommits: (paths) => (asked.push([...paths]), real.lastCommits(paths)) }
    const paths = ['decks/q2.pptx', 'decks/q2.md', 'notes.md', 'data/q1.xlsx', 'data/broken.pptx', 'data/old.xls', 'folder', 'none.csv']
    const facts = await gatherFacts([...paths, ...paths].map(all), diskFiles(root), history)
    assert.deepEqual(facts.get('decks/q2.pptx'), { state: 'file', deck: { slides: [{ number: 1, points: 1, pictures: 1 }] }, committed })
    assert.deepEqual(facts.get('decks/q2.md'), { state: 'file', deck: { slides: [{ number: 1, points: 1, pictures: 0 }] }, committed })
    assert.deepEqual(facts.get('notes.md'), { state: 'file', committed })
    assert.deepEqual(facts.get('data/q1.xlsx'), { state: 'file', sheet: { charts: 1 }, neighbours: ['data/q1.png'], committed })
    assert.ok('unreadable' in (facts.get('data/broken.pptx')?.deck ?? {}))
    assert.deepEqual(facts.get('data/old.xls'), { state: 'file', neighbours: [], committed })
    assert.deepEqual(facts.get('folder'), { state: 'folder' })
    assert.deepEqual(facts.get('none.csv'), { state: 'missing' })
    assert.deepEqual(asked.map((each) => each.length), [6], 'git is asked once, and only for files that are there')
  }))
  it('tells what a missing path may have meant', () => inFolder({ 'data/Q1-Spend.csv': '', 'data/plan.docx': '', 'other.csv': '' }, async (root) => {
    const facts = await gatherFacts(['data/q1-spend.csv', 'data/q1-spnd.csv', 'data/plan.pdf', 'data/nothing-like-it.csv', 'none/a.csv'].map(all), diskFiles(root), gitHistory(root))
    assert.deepEqual([...facts.values()].map((fact) => fact.meant), ['data/Q1-Spend.csv', 'data/Q1-Spend.csv', 'data/plan.docx', undefined, undefined])
  }))
  it('knows no date without git', () => inFolder({ 'a.csv': '1' }, async (root) => {
    const facts = await gatherFacts([all('a.csv')], diskFiles(root), gitHistory(root))
    assert.equal(facts.get('a.csv')?.committed, 'unknown')
  }))
  it('asks only for what the rules want', () => {
    const text = '---\nmaterials:\n  - path: d.csv\n    as_of: 2026-11-20\n  - e.xlsx\n  - plan.pdf\n  - deck.md\n  - https://example.org/a\n  - ../out.csv\n---\n[x](../d.csv) [y](a%20b.txt#z) [m](mailto:a@example.org)\n'
    const requests = requestFacts(parse(text).meeting, 'meetings/a.md')
    const say = ({ path, commit, deck, sheet }: FactRequest): string => [path, ...(commit ? ['commit'] : []), ...(deck ? ['deck'] : []), ...(sheet ? ['sheet'] : [])].join(' ')
    assert.deepEqual(requests.map(say), [
      'meetings/d.csv', 'd.csv sheet', 'meetings/e.xlsx', 'e.xlsx commit sheet', 'meetings/plan.pdf', 'plan.pdf', 'meetings/deck.md', 'deck.md commit deck', 'out.csv', 'meetings/a b.txt',
    ])
    assert.deepEqual(requestFacts(parse('---\ntitle: A\n---\n').meeting, 'a.md'), [])
  })
})
