import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse as parseWithLibrary } from 'yaml'
import { applyEdits } from '../../../src/core/text/edit.ts'
import { readFlow } from '../../../src/core/yaml/flow.ts'
import { readWithLibrary } from '../../../src/core/yaml/library.ts'
import type { YamlNode, YamlProblem } from '../../../src/core/yaml/node.ts'
import { readYaml } from '../../../src/core/yaml/read.ts'

/** The value that the nodes stand for, as plain data. */
function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]))
}

const word = fc.constantFrom('a', 'budget', '预算', '2026-12-03', '14:00', 'https://zoom.us/j/1', '3A', '301', 'true', 'no', '1.5', 'x y', 'a-b', "it's", '~', '0x1F', '.5', '-', 'a#b', 'q: r')
const plainWord = fc.constantFrom('a', 'budget', '预算', '2026-12-03', '14:00', 'https://zoom.us/j/1', '3A', '301', 'true', 'no', '1.5', 'a-b', '~', '.5', 'a#b', '+86 1', '-3', '1e3')
const flowScalar = fc.oneof(plainWord, fc.constantFrom('a b', 'c:d', "'q, r'", '"{x}"', 'x#y', '- a', 'a: b', "''", '', '-', ':', '?', 'a #b'))
const flow = fc.letrec<{ value: string; list: string; map: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, flowScalar, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 3 }).map((each) => `[${each.join(', ')}]`),
  map: fc.array(fc.tuple(fc.constantFrom('path', '材料', 'a b', "'k'", 'x:y', '- a', ''), fc.constantFrom(': ', ':', ':  ', ' : '), tie('value')), { maxLength: 3 }).map((each) => `{ ${each.map((pair) => pair.join('')).join(',')} }`),
}))
const inline = fc.oneof(
  plainWord, fc.constant(''), word.map((each) => `'${each.replace(/'/g, "''")}'`), word.map((each) => JSON.stringify(each)),
  fc.array(plainWord, { maxLength: 3 }).map((each) => `[${each.join(', ')}]`), plainWord.map((each) => `${each} # a comment`), fc.constantFrom('{a: 1}', '[a, [b]]', '|\n  text\n  more', '>-\n  folded'),
)
const entry = (key: string): fc.Arbitrary<string> => fc.oneof(
  inline.map((value) => `${key}: ${value}`),
  fc.array(fc.oneof(plainWord, word.map((each) => JSON.stringify(each))), { minLength: 1, maxLength: 3 }).map((items) => `${key}:\n${items.map((item) => `  - ${item}`).join('\n')}`),
  fc.array(plainWord, { minLength: 1, maxLength: 3 }).map((items) => `${key}:\n${items.map((item) => `- ${item}`).join('\n')}`),
  fc.array(fc.tuple(plainWord, plainWord), { minLength: 1, maxLength: 2 }).map((items) => `${key}:\n${items.map(([a, b]) => `  - path: ${a}\n    note: ${b}`).join('\n')}`),
  fc.tuple(plainWord, plainWord).map(([a, b]) => `${key}:\n  one: ${a}\n  two: ${b}`),
)
const document = fc.tuple(entry('id'), entry('题目'), entry('c'), fc.constantFrom('\n', '\n\n', '\n# note\n')).map(([a, b, c, gap]) => `${[a, b, c].join(gap)}\n`)

describe('yaml', () => {
  it('reads what the library reads, in every form that it reads by itself', () => {
    fc.assert(fc.property(document, (text) => {
      const { root, problems } = readYaml(text)
      assert.deepEqual(problems, [], text)
      assert.deepEqual(plain(root), parseWithLibrary(text, { version: '1.2', schema: 'core', strict: false }), text)
    }), { seed: 7, numRuns: 2000 })
  })

  it('reads brackets in brackets as the library does, to the place of every part', () => {
    let read = 0
    fc.assert(fc.property(fc.oneof(flow.list, flow.map), (value) => {
      const text = `k: ${value}\n`
      const own = readFlow(text, 3, 3 + value.length, [])
      if (own === undefined) return
      read++
      const problems: YamlProblem[] = []
      assert.deepEqual(own.node, readWithLibrary(text, { from: 3, to: 3 + value.length, indent: 0, key: 'k' }, problems), text)
      assert.deepEqual([own.end, problems], [3 + value.length, []])
    }), { seed: 10, numRuns: 6000 })
    assert.ok(read > 1000, `${read} of them`)
  })

  it('gives every value the place where it is written', () => {
    fc.assert(fc.property(document, fc.constantFrom('\n', '\r\n'), (source, end) => {
      const text = `\ufeff${source.replace(/\n/g, end)}`
      const walk = (node: YamlNode | undefined): void => {
        if (node === undefined) return
        const written = text.slice(node.range.start, node.range.end)
        if (node.kind === 'list') node.items.forEach(walk)
        else if (node.kind === 'map') {
          for (const each of node.entries) {
            assert.equal(text.slice(each.keyRange.start, each.keyRange.end), each.key)
            walk(each.value)
          }
        } else if (!node.quoted) assert.equal(written, node.text)
        else assert.match(written, /^['"|>]/)
      }
      walk(readYaml(text).root)
    }), { seed: 8, numRuns: 500 })
  })

  it('never throws, and keeps every range inside, whatever the text', () => {
    const piece = fc.constantFrom('a', ':', ' ', '\n', '\r\n', '\t', '-', '[', ']', '{', '}', ',', '"', "'", '#', '@', '*x', '&x', '|', '>', '：', '、', '!', '%', '?', '中', '😀', '__proto__', '---')
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const { root, problems } = readYaml(text, { known: (name) => name === 'a' })
      const inside = ({ start, end }: { start: number; end: number }): void => assert.ok(start >= 0 && start <= end && end <= text.length)
      const walk = (node: YamlNode | undefined): void => {
        if (node === undefined) return
        inside(node.range)
        if (node.kind === 'list') node.items.forEach(walk)
        if (node.kind === 'map') node.entries.forEach((each) => { inside(each.keyRange); walk(each.value) })
      }
      walk(root)
      problems.forEach((each) => inside(each.range))
    }), { seed: 9, numRuns: 3000 })
  })

  const TRAPS: readonly (readonly [string, string, string, unknown])[] = [
    ['a reserved sign', 'a: @octocat\nb: 1', 'reserved-sign', { a: '@octocat', b: 1 }],
    ['reserved signs in a list', 'a: [@x, y, @z]\nb: 1', 'reserved-sign', { a: ['@x', 'y', '@z'], b: 1 }],
    ['a reserved sign in brackets in brackets', 'a: [{ path: @x, of: [y, @z] }]\nb: 1', 'reserved-sign', { a: [{ path: '@x', of: ['y', '@z'] }], b: 1 }],
    ['reserved signs in lines', 'a:\n  - @x\n  - @z\nb: 1', 'reserved-sign', { a: ['@x', '@z'], b: 1 }],
    ['an unquoted colon', 'a: Q2: budget\nb: 1', 'colon-in-value', { a: 'Q2: budget', b: 1 }],
    ['a full-width colon', '主题：预算\nb: 1', 'full-width-colon', { 主题: '预算', b: 1 }],
    ['no space after the colon', '主题:预算\nb: 1', 'no-space-after-colon', { 主题: '预算', b: 1 }],
    ['a tab', 'a:\n\t- x\nb: 1', 'tab-indent', { a: ['x'], b: 1 }],
    ['a quote that is not closed', 'a: "budget\nb: 1', 'unclosed-quote', { a: 'budget', b: 1 }],
  ]
  for (const [name, text, code, value] of TRAPS) {
    it(`reads past ${name}, says so once, and mends it`, () => {
      const options = { known: (key: string) => key === '主题' }
      const { root, problems } = readYaml(text, options)
      assert.deepEqual(problems.map((each) => each.code), [code])
      assert.deepEqual(plain(root), value)
      const mended = applyEdits(text, problems[0]?.fix?.edits ?? [])
      assert.ok(mended !== undefined && mended !== text)
      assert.deepEqual(readYaml(mended, options).problems, [])
      assert.deepEqual(parseWithLibrary(mended, { version: '1.2' }), value)
    })
  }

  it('loses only the value that is broken', () => {
    const { root, problems } = readYaml('a: [1, 2\nb: {x\nc: ok\n')
    assert.deepEqual(problems.map((each) => each.code), ['broken-value', 'broken-value'])
    assert.deepEqual(root?.entries.map((each) => [each.key, plain(each.value)]), [['a', undefined], ['b', undefined], ['c', 'ok']])
  })

  it('refuses aliases, and survives what would exhaust a reader', () => {
    assert.deepEqual(readYaml('a: &x [1]\nb: *x\n').problems.map((each) => each.code), ['alias'])
    assert.equal(readYaml(`a: ${'['.repeat(20_000)}`).problems.length, 1)
    assert.equal(readYaml('__proto__: 1\n').root?.entries[0]?.key, '__proto__')
  })
})
