import assert from 'node:assert/strict'
import { tickItem } from '../../../src/core/proposal/tick.ts'
import { applyEdits } from '../../../src/core/text/edit.ts'

const HEAD = '---\nid: a\n---\n\n## Minutes\n\n### Action items\n'
const ticked = (text: string, words: string, line: number, done = true): string | undefined => {
  const edits = tickItem(text, { text: words, line }, done)
  return edits.length === 0 ? undefined : applyEdits(text, edits)
}

describe('ticking an action item (D4)', () => {
  it('ticks and unticks its box, and nothing else', () => {
    const text = `${HEAD}- [ ] @tom Write it 📅 2026-12-10\n- [ ] @ana Send it 📅 2026-12-11\n`
    const once = ticked(text, 'Send it', 8)
    assert.equal(once, text.replace('[ ] @ana', '[x] @ana'))
    assert.equal(ticked(once ?? '', 'Send it', 8, false), text)
  })
  it('of two with the same words takes the nearer one, though lines were added above', () => {
    const text = `${HEAD}\n\n- [ ] @tom Write it\n- [ ] @ana Write it\n`
    assert.equal(ticked(text, 'Write it', 8), text.replace('[ ] @tom', '[x] @tom'))
    assert.equal(ticked(text, 'Write it', 11), text.replace('[ ] @ana', '[x] @ana'))
  })
  it('gives a bullet without a box one', () => assert.equal(ticked(`${HEAD}- @tom Write it 📅 2026-12-10\n`, 'Write it', 7), `${HEAD}- [x] @tom Write it 📅 2026-12-10\n`))
  it('does nothing to what is done already, or is no longer there', () => {
    assert.equal(ticked(`${HEAD}- [x] @tom Write it\n`, 'Write it', 7), undefined)
    assert.equal(ticked(`${HEAD}- [ ] @tom Write it\n`, 'Write', 7), undefined)
  })
})
