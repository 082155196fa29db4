import assert from 'node:assert/strict'
import fc from 'fast-check'
import { alarmsAt, clockAt } from '../../../src/core/live/clock.ts'
import { commandOf, wordsOf, type LiveNotice } from '../../../src/core/live/notice.ts'
import { extend, goTo, MINUTE, open, restored, switchToBackup, type HeldMeeting, type LiveState } from '../../../src/core/live/state.ts'
import { readCommand } from '../../../src/core/process/command.ts'

const START = Date.parse('2026-12-03T06:00:00Z')
const HELD: HeldMeeting = {
  uri: 'file:///a.md', title: 'Budget', language: 'en', start: START, end: START + 60 * MINUTE, link: 'https://zoom.us/j/1', backupLink: 'https://meet.google.com/a', attendees: [{ key: 'tom', name: 'Tom' }],
  agenda: [{ title: 'Costs', minutes: 20, line: 10 }, { title: 'Vote', minutes: 30, line: 11 }, { title: 'Words', line: 12 }],
}
const at = (minutes: number): number => START + minutes * MINUTE
const keys = (state: LiveState, minutes: number, warn = 2): readonly string[] => alarmsAt(state, at(minutes), warn).alarms.map(({ key }) => key)

describe('the clock of a running meeting (C5, E3)', () => {
  it('tells what is left of item and meeting', () => {
    const clock = clockAt(open(HELD, START), at(5))
    assert.deepEqual([clock.number, clock.itemLeft, clock.meetingLeft, clock.overrun], [1, 15 * MINUTE, 55 * MINUTE, 0])
  })
  it('a late start does not move the end, and the agenda no longer fits', () => {
    const clock = clockAt(open(HELD, at(15)), at(15))
    assert.deepEqual([clock.meetingLeft, clock.overrun], [45 * MINUTE, 5 * MINUTE])
  })
  it('a meeting opened after its end gets its whole length', () => assert.equal(open(HELD, at(120)).endsAt, at(180)))
  it('keeps what was spent on an item when it is taken up again', () => {
    const state = goTo(goTo(open(HELD, START), 1, at(10)), 0, at(15))
    assert.equal(clockAt(state, at(20)).itemLeft, 5 * MINUTE)
    assert.equal(state.spent[1], 5 * MINUTE)
  })
  it('goes no further than before the first and behind the last item', () => {
    const first = open(HELD, START)
    assert.equal(goTo(first, -1, at(1)), first)
    const end = goTo(first, 99, at(1))
    assert.equal(end.current, 3)
    assert.deepEqual([clockAt(end, at(2)).item, clockAt(end, at(2)).itemLeft], [undefined, undefined])
  })
  it('an extension gives its minutes to the item and the meeting, and warns anew', () => {
    const warned = alarmsAt(open(HELD, START), at(20), 2).state
    assert.deepEqual(keys(warned, 21), [])
    const extended = extend(warned, 10, 'vote')
    assert.deepEqual([extended.endsAt, clockAt(extended, at(20)).itemLeft], [at(70), 10 * MINUTE])
    assert.deepEqual(keys(extended, 29), ['item:soon'])
  })
})

describe('warnings', () => {
  it('come before the end of an item and at it, each once', () => {
    const state = open(HELD, START)
    assert.deepEqual(keys(state, 17.9), [])
    assert.deepEqual(keys(state, 18), ['item:soon'])
    const warned = alarmsAt(state, at(18), 2).state
    assert.deepEqual(keys(warned, 19), [])
    assert.deepEqual(keys(warned, 20), ['item:over'])
  })
  it('a window that slept says only that time is over', () => assert.deepEqual(keys(open(HELD, START), 61), ['meeting:over', 'item:over']))
  it('a short item is not warned of in its first half', () => {
    const state = open({ ...HELD, agenda: [{ title: 'x', minutes: 2, line: 1 }] }, START)
    assert.deepEqual([keys(state, 0.5), keys(state, 1)], [[], ['item:soon']])
  })
  it('the meeting is warned of five minutes before', () => {
    const state = goTo(open(HELD, START), 2, at(1))
    assert.deepEqual([keys(state, 54), keys(state, 55), keys(state, 60)], [[], ['meeting:soon'], ['meeting:over']])
  })
  it('none is said twice, whenever somebody looks', () => fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { maxLength: 40 }), (looks) => {
    let state = open(HELD, START)
    const said: string[] = []
    for (const minutes of looks.sort((a, b) => a - b)) {
      const next = alarmsAt(state, at(minutes), 2)
      said.push(...next.alarms.map(({ key }) => key))
      state = next.state
    }
    assert.equal(new Set(said).size, said.length)
  })))
})

describe('what outlives a window', () => {
  it('is the whole state', () => {
    const state = switchToBackup(extend(goTo(open(HELD, START), 1, at(5)), 5, 'vote'))
    assert.deepEqual(restored(JSON.parse(JSON.stringify(state))), state)
    assert.equal(state.onBackup, true)
  })
  it('is nothing where it is something else', () => {
    for (const kept of [undefined, null, 1, 'x', {}, { ...open(HELD, START), items: 1 }, { ...open(HELD, START), current: 'a' }, { ...open(HELD, START), language: 'fr' }]) assert.equal(restored(kept), undefined)
  })
})

describe('notices', () => {
  it('are read by the Action as they were meant', () => {
    const notices: readonly LiveNotice[] = [{ word: 'late', minutes: 10 }, { word: 'late', minutes: 10, reason: 'the train\nstands' }, { word: 'extend', minutes: 15, reason: '需要第二轮表决' }, { word: 'backup' }, { word: 'notice', text: 'Room 5B,\n/cancel now' }]
    for (const notice of notices) {
      const expected = Object.fromEntries(Object.entries(notice).map(([key, value]) => [key, typeof value === 'string' ? value.replace('\n', ' ') : (value)]))
      assert.deepEqual(readCommand(commandOf(notice)), expected, commandOf(notice))
      assert.equal(commandOf(notice).split('\n').length, 1)
    }
  })
  it('are words where no issue is near', () => {
    assert.equal(wordsOf({ word: 'extend', minutes: 15, reason: 'a second vote' }, { title: 'Budget' }, 'en'), '“Budget” is extended by 15 min. Reason: a second vote')
    assert.equal(wordsOf({ word: 'late', minutes: 65 }, { title: '预算' }, 'zh'), '“预算”推迟 1 小时 5 分钟开始。')
    assert.equal(wordsOf({ word: 'backup' }, { title: '预算', backupLink: 'https://meet.google.com/a' }, 'zh'), '“预算”改用备用链接继续：https://meet.google.com/a')
  })
})
