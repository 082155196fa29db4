import assert from 'node:assert/strict'
import { informalities, lengthOf, sentencesOf, stackedNegatives } from '../../../src/core/wording/slips.ts'

const under = (text: string, slips: readonly { from: number; to: number }[]): string[] => slips.map(({ from, to }) => text.slice(from, to))

describe('slips of wording', () => {
  it('divides sentences, but not at abbreviations and numbers', () => {
    const text = 'Bring e.g. 2.5 kg, see No. 3. Then vote! 请带样品。明天见'
    assert.deepEqual(under(text, sentencesOf(text)), ['Bring e.g. 2.5 kg, see No. 3.', 'Then vote!', '请带样品。', '明天见'])
  })
  it('counts words and characters without links', () => {
    assert.deepEqual(lengthOf('Read https://example.org/a-very-long-link twice'), { language: 'en', count: 2, tooLong: false })
    assert.deepEqual(lengthOf('请用Excel打开'), { language: 'zh', count: 5, tooLong: false })
    assert.equal(lengthOf('word '.repeat(40)).tooLong, false)
    assert.equal(lengthOf('word '.repeat(41)).tooLong, true)
    assert.equal(lengthOf('字'.repeat(80)).tooLong, false)
    assert.equal(lengthOf('字'.repeat(81)).tooLong, true)
  })
  it('finds negatives upon negatives', () => {
    for (const [text, ...found] of [
      ['This is not uncommon.', 'not uncommon'], ['Do not fail to sign.', 'not fail'], ['Nobody cannot come', 'Nobody cannot'], ['It is not impossible', 'not impossible'],
      ['不得不推迟', '不得不'], ['并非不可行', '并非不'], ['没有人不同意', ...[]], ['没有哪个部门不参加', '没有哪个部门不'], ['非请不可', '非请不可'],
      ['Do not enter without a badge', ...[]], ['No budget, no venue'], ['不仅要签字'], ['没有不足'], ['Not all of us'], ['不能迟到'],
    ] as const) assert.deepEqual(under(text, stackedNegatives(text)), found, text)
  })
  it('finds what is not formal', () => {
    const forms = (text: string): string[] => informalities(text).map(({ form }) => form)
    assert.deepEqual(forms('Come on guys 🎉!! haha'), ['slang', 'emoji', 'shouting', 'joke'])
    assert.deepEqual(forms('PLEASE READ THE WHOLE DOCUMENT'), ['shouting'])
    assert.deepEqual(forms('EU GDPR DPO SCC, ISO 9001 and © 2026 — see § 3!'), [])
    assert.deepEqual(forms('请各位准时到场！'), [])
    assert.deepEqual(forms('不见不散哟～😂'), ['slang', 'emoji'])
  })
})
