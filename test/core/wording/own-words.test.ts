import assert from 'node:assert/strict'
import { judgeWording } from '../../../src/core/wording/judge.ts'
import { learnNames, ownWords } from '../../../src/core/wording/own-words.ts'

describe('the teams’ own words', () => {
  it('are learnt from titles and headings of several files, never from common words', () => {
    const files = [['Weekly sync', 'Rollout of Zephyra in May'], ['Weekly sync', 'Why Zephyra is slow', 'KubeFarm upgrade'], ['Weekly Sync', 'KubeFarm nodes', 'Once Quixotl']]
    assert.deepEqual(learnNames(files), ['KubeFarm', 'Zephyra'])
  })
  it('learn nothing from a label said a hundred times', () => {
    assert.deepEqual(learnNames(Array.from({ length: 100 }, () => ['Weekly Sync', 'Weekly sync', '周例会'])), [])
  })
  it('make a name specific with a matter, and no topic alone', () => {
    const own = ownWords(['Status', '天眼'])
    assert.equal(judgeWording('Status 2.1 rollout to the branches', 'topic', own).vague, false)
    assert.equal(judgeWording('Status weekly', 'topic', own).vague, true)
    assert.equal(judgeWording('天眼例会', 'topic', own).vague, true)
  })
  it('never make a matter vaguer than it is without them', () => {
    for (const title of ['Origin isolation', 'Roof repair in the gym', '电梯维修报价']) {
      const own = ownWords(['Origin', 'Roof', 'Repair', 'Isolation', '电梯'])
      assert.ok(judgeWording(title, 'topic', own).score <= judgeWording(title, 'topic').score, title)
    }
  })
  it('match whole words, with any signs in them', () => {
    const own = ownWords(['C++', 'Go'])
    assert.equal(own?.('Going from Go to C++'), 'Going from \ue00a to \ue00a')
    assert.equal(ownWords([' ', 'x']), undefined)
  })
})
