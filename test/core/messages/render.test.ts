import assert from 'node:assert/strict'
import { render } from '../../../src/core/messages/render.ts'
import type { MessageValue } from '../../../src/core/messages/message.ts'

function both(value: MessageValue): string[] {
  const message = { en: '{value}', zh: '{value}' }
  return [render(message, { value }, 'en'), render(message, { value }, 'zh')]
}

describe('messages', () => {
  it('chooses words by the language', () => {
    const message = { en: '{who} is asked', zh: '已邀请{who}' }
    const who = { list: ['li-lei', 'emma', 'tom'] }
    assert.equal(render(message, { who }, 'en'), 'li-lei, emma and tom is asked')
    assert.equal(render(message, { who }, 'zh'), '已邀请li-lei、emma和tom')
  })

  it('writes lengths of time, days and wall times as each language does', () => {
    assert.deepEqual(both({ minutes: 95 }), ['1 h 35 min', '1 小时 35 分钟'])
    assert.deepEqual(both({ minutes: 60 }), ['1 h', '1 小时'])
    assert.deepEqual(both({ minutes: 0 }), ['0 min', '0 分钟'])
    assert.deepEqual(both({ minutes: 2880 }), ['2 days', '2 天'])
    assert.deepEqual(both({ date: '2026-12-03' }), ['Thu 2026-12-03', '2026-12-03（周四）'])
    assert.deepEqual(both({ wall: '2026-12-03T14:00' }), ['Thu 2026-12-03 14:00', '2026-12-03（周四）14:00'])
  })

  it('leaves a placeholder without a value as it is written, and takes none from the prototype', () => {
    assert.equal(render({ en: '{toString} {x}', zh: '' }, {}, 'en'), '{toString} {x}')
  })

  it('does not read placeholders out of values', () => {
    assert.equal(render({ en: '{a} {b}', zh: '' }, { a: '{b}', b: 'x' }, 'en'), '{b} x')
  })
})
