import type { Answer } from './ledger.ts'

/** What somebody wrote in answer to an invitation. */
export interface WrittenAnswer {
  readonly answer: Answer
  /** `@name` after a command: whom the answer is for, or for `delegate` the substitute. */
  readonly name?: string
  /** The reason, one line of at most 500 characters. */
  readonly note?: string
}

/** Longest text that is looked at; an answer stands at the beginning. */
const LONGEST = 2000

/**
 * Reads an answer from a person's own words, without what they quote: a command (`/no I am away`, `/delegate @wang-wei`), or a
 * sentence that begins with a clear yes, no or maybe in English or Chinese, greetings before it passed over. What could mean
 * either is undefined: a guess would be taken for the person's word.
 */
export function readAnswer(text: string): WrittenAnswer | undefined {
  const lines = text.slice(0, LONGEST).replace(/[\u00a0\u3000\t]/g, ' ').replace(/[\u200b-\u200d\ufeff]/g, '').split(/\r\n|\n|\r/).map((line) => line.trim()).filter((line) => line !== '')
  for (const [at, line] of lines.slice(0, 4).entries()) {
    const command = readCommand(line)
    if (command !== undefined) return command
    const answer = readSentence(line)
    if (answer === 'greeting' || (at === 0 && isAddressing(line))) continue
    return answer
  }
  return undefined
}

/** What somebody wrote in Markdown, without what they quote, show as code or hide. */
export function wordsWritten(markdown: string): string {
  return markdown.split(/\r?\n/).filter((line) => !/^\s*>/.test(line)).join('\n').replace(/```[^]*?(?:```|$)/g, '').replace(/<!--[^]*?(?:-->|$)/g, '').trim()
}

/** What a reaction of GitHub's means as an answer; undefined for one that means none. */
export function answerOfReaction(content: string): Answer | undefined {
  return REACTIONS[content]
}

const REACTIONS: Readonly<Record<string, Answer>> = { '+1': 'yes', heart: 'yes', hooray: 'yes', rocket: 'yes', '-1': 'no', confused: 'maybe' }

/** Reads a subject as calendars write it: `Accepted: title`, 已接受：标题, also after `Re:`. */
export function readAnswerSubject(subject: string): WrittenAnswer | undefined {
  const line = subject.slice(0, 300).trim()
  const command = readCommand(line.replace(/\s*\[[^\]]*\]\s*$/, ''))
  if (command !== undefined) return command
  const [, word = ''] = /^([\p{L} ]{2,30}?)\s*[:：]/u.exec(line) ?? []
  const answer = SUBJECTS[word.toLowerCase()]
  return answer === undefined ? undefined : { answer }
}

const COMMANDS: Readonly<Record<string, Answer>> = {
  yes: 'yes', accept: 'yes', 参加: 'yes', no: 'no', decline: 'no', 不参加: 'no', maybe: 'maybe', tentative: 'maybe', 待定: 'maybe', delegate: 'delegate', 委托: 'delegate',
}
const SUBJECTS: Readonly<Record<string, Answer>> = {
  accepted: 'yes', 'meeting accepted': 'yes', 接受: 'yes', 已接受: 'yes',
  declined: 'no', 'meeting declined': 'no', 谢绝: 'no', 已谢绝: 'no', 拒绝: 'no', 已拒绝: 'no',
  tentative: 'maybe', 'tentatively accepted': 'maybe', 暂定: 'maybe', 已暂定: 'maybe', 暂时接受: 'maybe', 待定: 'maybe',
}

function readCommand(line: string): WrittenAnswer | undefined {
  const [, word = '', rest = ''] = /^[/／]\s?([a-z]+|[\u4e00-\u9fff]+)(?![a-z])[\s，,：:。.]*(.*)$/iu.exec(line) ?? []
  const answer = COMMANDS[word.toLowerCase()]
  if (answer === undefined) return undefined
  const [, name, reason = ''] = /^@([\p{L}\p{N}._-]+)\s*(.*)$/u.exec(rest) ?? [undefined, undefined, rest]
  return { answer, ...(name === undefined ? {} : { name: name.replace(/[.]+$/, '') }), ...noteOf(reason) }
}

/** The sentence's first clause decides; greetings are gone through. */
function readSentence(line: string): WrittenAnswer | 'greeting' | undefined {
  let rest = line
  for (let turn = 0; turn < 4 && rest !== ''; turn++) {
    const [, head = '', sign = '', after = ''] = /^([^,，.。!！;；:：?？—–~～]*)([,，.。!！;；:：?？—–~～]*)\s*(.*)$/u.exec(rest) ?? []
    const clause = head.replace(/\s+-\s.*$/, '').replaceAll('’', '\'').trim().toLowerCase()
    if (/[?？]/.test(sign)) return undefined
    const answer = clauseAnswer(clause)
    if (answer !== undefined) return { answer, ...noteOf(after === '' ? (/\s+-\s+(.*)$/.exec(head)?.[1] ?? '') : after) }
    if (clause !== '' && !GREETING.test(clause)) return undefined
    rest = after
  }
  return 'greeting'
}

function clauseAnswer(clause: string): Answer | undefined {
  if (MAYBE.test(clause) || MAYBE_ZH.test(clause)) return 'maybe'
  if (NO.test(clause) || NO_ZH.test(clause)) return 'no'
  return YES.test(clause) || YES_ZH.test(clause) ? 'yes' : undefined
}

/** `李雷：` or `Dear all,` on a line of its own. */
function isAddressing(line: string): boolean {
  return line.length <= 30 && /[,，:：]$/.test(line) && !/[/／]/.test(line)
}

function noteOf(text: string): { readonly note?: string } {
  const note = text.replace(/^[\s,，.。!！;；:：—–-]+/, '').trim().slice(0, 500)
  return note === '' ? {} : { note }
}

/** What may follow a clear word without changing it. */
const TAIL = '(?: (?:the|this|that|meeting|call|in|person|online|remotely|thanks|thank|you|there|please|to|with|team|my|on|time|it|by|phone|video))*$'
const COME = '(?:be there|attend|join|come|make it|participate)'
const YES = new RegExp(`^(?:👍|y|yes|yep|yeah|accept|accepted|attending|will attend|count me in|see you there|i'm in|i(?:'m| am) (?:coming|attending)|i(?:'ll| will| can| shall)(?: be able to)? ${COME}|(?:happy|glad) to (?:attend|join|come))${TAIL}`, 'u')
const NO = new RegExp(`^(?:👎|n|nope|decline|declined|regrets|not attending|no thanks|no thank you|unable to (?:attend|join|come)|i(?:'m| am) (?:not (?:coming|attending)|(?:unable|not able) to ${COME})|i (?:have to|must) decline|(?:i )?(?:cannot|can't|can not|won't|will not|won't be able to|will not be able to) ${COME})${TAIL}|^no$`, 'u')
const MAYBE = new RegExp(`^(?:maybe|tentative|tentatively|perhaps|possibly|not sure(?: yet)?|i(?:'m| am) not sure(?: yet)?|i (?:might|may) ${COME})${TAIL}`, 'u')
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks?|thank you|many thanks|sorry|apologies|my apologies|ok|okay|sure|noted)(?: [\p{L}'.]+){0,6}$|^.{0,8}(?:您好|你好|早上好|下午好|各位好)$|^(?:好|好的|好滴|收到|谢谢|感谢|抱歉|很抱歉|不好意思|对不起|嗯|没问题|谢谢邀请|感谢邀请|谢谢通知)$/u
const ZH_COME = '(?:参加|出席|到场|到会|与会|参会)(?:会议|本次会议|此次会议|这次会议|该会议)?[了的啦哦哈]?$'
const YES_ZH = new RegExp(`^(?:是|是的|接受|我接受|同意参加)$|^我?(?:届时)?(?:会|将|将会|可以|能|能够|确认|确定)?(?:准时|按时|一定|届时)?(?:会)?${ZH_COME}`)
const NO_ZH = new RegExp(`^(?:否|不|缺席|请假|我请假|谢绝|拒绝|来不了|去不了|参加不了|我来不了|我去不了|我参加不了)了?$|^我?(?:因故|有事|临时有事|届时|当天有事)?(?:不|不能|无法|没法|没办法|不克|未能|不便|不会|不再)(?:前来|按时)?${ZH_COME}`)
const MAYBE_ZH = new RegExp(`^(?:待定|暂定|未定|不一定|不确定|也许|可能|看情况)$|^我?(?:暂定|不一定|不确定|也许|可能|或许|尽量)(?:会|能|能否|是否|不|不能|无法)?${ZH_COME}`)
