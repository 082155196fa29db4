import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyEdits } from '../../../src/core/text/edit.ts'
import { indexLines, lineEnd, lineRange, offsetAt, positionAt } from '../../../src/core/text/lines.ts'

const anyText = fc.string({ unit: fc.constantFrom('a', '中', '😀', '\n', '\r', '\r\n', '\t', ' '), maxLength: 60 })

describe('lines', () => {
  it('counts LF, CRLF and a lone CR as one line end each', () => {
    const index = indexLines('one\ntwo\r\nthree\rfour')
    assert.deepEqual(index.starts, [0, 4, 9, 15])
    assert.deepEqual(positionAt(index, 10), { line: 2, character: 1 })
  })

  it('gives a byte order mark to no line, so that columns are what an editor shows', () => {
    const text = '\ufefftitle: x\nid: y'
    const index = indexLines(text)
    assert.deepEqual(positionAt(index, text.indexOf('title')), { line: 0, character: 0 })
    assert.equal(offsetAt(index, { line: 0, character: 0 }), 1)
  })

  it('counts UTF-16 units', () => {
    assert.deepEqual(positionAt(indexLines('😀x'), 2), { line: 0, character: 2 })
  })

  it('draws positions outside the text to its ends', () => {
    const index = indexLines('ab\ncd')
    assert.equal(offsetAt(index, { line: 9, character: 0 }), 5)
    assert.equal(offsetAt(index, { line: 1, character: 99 }), 5)
    assert.deepEqual(positionAt(index, 99), { line: 1, character: 2 })
  })

  it('finds every offset again from its position, whatever the line ends', () => {
    fc.assert(fc.property(anyText, fc.nat(), (text, seed) => {
      const index = indexLines(text)
      const offset = seed % (text.length + 1)
      assert.equal(offsetAt(index, positionAt(index, offset)), offset)
    }), { seed: 1, numRuns: 500 })
  })

  it('covers a line without its end', () => {
    const text = 'one\r\ntwo'
    const index = indexLines(text)
    assert.deepEqual(lineRange(index, text, 0), { start: 0, end: 3 })
    assert.deepEqual(lineRange(index, text, 1), { start: 5, end: 8 })
    assert.equal(lineEnd(text), '\r\n')
    assert.equal(lineEnd('one\ntwo\r\n'), '\n')
  })
})

describe('edits', () => {
  it('replaces, inserts and deletes by the ranges of the text before', () => {
    const edits = [
      { range: { start: 4, end: 7 }, text: 'THREE' },
      { range: { start: 0, end: 0 }, text: '>' },
      { range: { start: 3, end: 4 }, text: '' },
    ]
    assert.equal(applyEdits('one two', edits), '>oneTHREE')
  })

  it('refuses edits that overlap or lie outside', () => {
    assert.equal(applyEdits('abc', [{ range: { start: 0, end: 2 }, text: '' }, { range: { start: 1, end: 3 }, text: '' }]), undefined)
    assert.equal(applyEdits('abc', [{ range: { start: 2, end: 9 }, text: '' }]), undefined)
  })

  it('changes nothing outside the range of an edit', () => {
    fc.assert(fc.property(anyText, fc.nat(), fc.nat(), anyText, (text, a, b, replacement) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
      const result = applyEdits(text, [{ range: { start, end }, text: replacement }])
      assert.equal(result, text.slice(0, start) + replacement + text.slice(end))
    }), { seed: 2, numRuns: 500 })
  })
})
