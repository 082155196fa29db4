import type { ExplainedText } from '../../app/explain.ts'
import type { Language, Message } from '../../core/messages/message.ts'
import type { Evidence } from '../../core/wording/evidence.ts'
import type { MarkName } from '../../core/wording/marks.ts'
import { printable } from '../terminal.ts'

const KINDS: Readonly<Record<ExplainedText['kind'], Message>> = {
  topic: { en: 'a topic', zh: '主题' }, purpose: { en: 'a purpose', zh: '目的' }, outcome: { en: 'an outcome', zh: '成果' }, action: { en: 'an action', zh: '行动项' },
}
const MARKS: Readonly<Record<MarkName, Message>> = {
  date: { en: '(a date)', zh: '（日期）' }, time: { en: '(a time)', zh: '（时间）' }, number: { en: '(a number)', zh: '（数字）' }, money: { en: '(money)', zh: '（金额）' },
  percent: { en: '(a percentage)', zh: '（百分比）' }, reference: { en: '(a reference)', zh: '（编号）' }, link: { en: '(a link)', zh: '（链接）' },
  person: { en: '(a person)', zh: '（人名）' }, length: { en: '(a length of time)', zh: '（时长）' }, own: { en: '(a name of yours)', zh: '（团队用语）' },
  code: { en: '(code)', zh: '（代码）' }, version: { en: '(a version)', zh: '（版本号）' }, name: { en: '(a name by its capitals)', zh: '（大写的名称）' },
}

/** What a sentence's score is made of, for a person: the verdict, then what spoke for vague and what for definite. */
export function formatEvidence({ rule, kind, text, explanation }: ExplainedText, language: Language): string {
  const { vague, score, threshold, evidence, rest } = explanation
  const zh = language === 'zh'
  const all = [...evidence.map((each) => ({ words: wordsOf(each, language), worth: each.worth })), { words: zh ? '长度、标点和未见过的词' : 'length, signs and words never met', worth: rest }]
  const side = (sign: 1 | -1): string => all.filter(({ worth }) => worth * sign >= 0.05).map(({ words, worth }) => `${words} ${(worth * sign).toFixed(1)}`).join(zh ? '，' : ', ')
  const verdict = vague ? (zh ? '笼统' : 'vague') : score > 0 ? (zh ? '偏笼统，但把握不足，不提出' : 'rather vague, but not surely enough to say so') : (zh ? '明确' : 'definite')
  const head = zh
    ? `“${printable(text.value)}”\n  ${rule}，按${KINDS[kind].zh}判断：${verdict}（得分 ${score.toFixed(1)}，高于 ${threshold.toFixed(1)} 才提出）\n`
    : `“${printable(text.value)}”\n  ${rule}, judged as ${KINDS[kind].en}: ${verdict} (score ${score.toFixed(1)}, said above ${threshold.toFixed(1)})\n`
  const none = zh ? '无' : 'nothing'
  return `${head}  ${zh ? '偏向笼统：' : 'for vague:    '}${side(1) || none}\n  ${zh ? '偏向明确：' : 'for definite: '}${side(-1) || none}\n`
}

function wordsOf({ parts }: Evidence, language: Language): string {
  const words = parts.map((part) => ('mark' in part ? MARKS[part.mark][language] : part.word))
  const joined = words.every((word) => /^\p{Script=Han}/u.test(word) || /^[（]/.test(word)) ? words.join('') : words.join(' ')
  return `“${printable(joined)}”`
}
