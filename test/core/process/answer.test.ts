import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readAnswer, readAnswerSubject } from '../../../src/core/process/answer.ts'

describe('a written answer', () => {
  for (const [text, expected] of [
    ['/yes', { answer: 'yes' }],
    ['/no I am on leave', { answer: 'no', note: 'I am on leave' }],
    ['／不参加 出差', { answer: 'no', note: '出差' }],
    ['/delegate @wang-wei', { answer: 'delegate', name: 'wang-wei' }],
    ['/yes @han-meimei told me by phone', { answer: 'yes', name: 'han-meimei', note: 'told me by phone' }],
    ['Hi Li Lei,\n\n/maybe\n\nBest,\nHan', { answer: 'maybe' }],
    ['Yes', { answer: 'yes' }],
    ['yes, but I have to leave at three.', { answer: 'yes', note: 'but I have to leave at three.' }],
    ['Thanks, I’ll be there!', { answer: 'yes' }],
    ['Sorry, I can’t make it - I am travelling', { answer: 'no', note: 'I am travelling' }],
    ['Hello Emma,\nunfortunately', undefined],
    ['I will not be able to attend.', { answer: 'no' }],
    ['I might join', { answer: 'maybe' }],
    ['No', { answer: 'no' }],
    ['No, thanks.', { answer: 'no', note: 'thanks.' }],
    ['👍', { answer: 'yes' }],
    ['参加', { answer: 'yes' }],
    ['好的，准时参加！', { answer: 'yes' }],
    ['李总您好，\n我会参加。', { answer: 'yes' }],
    ['李雷：\n收到，谢谢。我将按时出席会议。', { answer: 'yes' }],
    ['不参加，当天出差。', { answer: 'no', note: '当天出差。' }],
    ['抱歉，我无法参加本次会议了', { answer: 'no' }],
    ['请假', { answer: 'no' }],
    ['可能不参加', { answer: 'maybe' }],
    ['待定', { answer: 'maybe' }],
    ['　参加　\n\n发自我的手机', { answer: 'yes' }],
    // What could mean either is nobody's answer.
    ['No problem, I will be there', undefined],
    ['Yesterday I sent the table', undefined],
    ['Yes or no?', undefined],
    ['参加？', undefined],
    ['是否参加会议请确认', undefined],
    ['参加人员名单见附件', undefined],
    ['不参加的人请回复', undefined],
    ['ok', undefined],
    ['收到', undefined],
    ['Can we move it to Friday?', undefined],
    ['/yesterday', undefined],
    ['', undefined],
  ] as const) {
    it(`${expected?.answer ?? 'is none'}: ${JSON.stringify(text)}`, () => assert.deepEqual(readAnswer(text), expected))
  }

  for (const [subject, expected] of [
    ['Accepted: Q2 budget', 'yes'], ['Declined: Q2 budget', 'no'], ['Tentatively Accepted: Q2 budget', 'maybe'], ['Tentative: Q2', 'maybe'],
    ['接受：第二季度预算', 'yes'], ['已接受: 预算', 'yes'], ['谢绝：预算', 'no'], ['已拒绝: 预算', 'no'], ['暂定: 预算', 'maybe'],
    ['/yes [2026-12-03-budget]', 'yes'], ['/no [2026-12-03-budget]', 'no'], ['Re: Accepted or declined', undefined], ['Invitation: Q2 budget', undefined], ['会议通知：预算', undefined],
  ] as const) {
    it(`${expected ?? 'is none'} in a subject: ${subject}`, () => assert.equal(readAnswerSubject(subject)?.answer, expected))
  }

  it('reads any text without falling over, in no time', () => {
    const piece = fc.constantFrom('/yes ', '@a', ' the', ' in person', '参加', '不', '会', '，', ', ', '\n', '?', 'I will ', 'be there', '👍', '—', ' - ')
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')), (text) => {
      const read = readAnswer(text)
      assert.ok(read === undefined || (read.note ?? '').length <= 500)
    }), { numRuns: 2000, seed: 11 })
    const started = performance.now()
    for (const text of ['yes' + ' the'.repeat(1e5), '参加'.repeat(1e5), 'i will '.repeat(1e5), '我'.repeat(1e5), ','.repeat(1e5), 'hi' + ' a'.repeat(1e5)]) readAnswer(text)
    assert.ok(performance.now() - started < 200)
  })
})
