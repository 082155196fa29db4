import type { Language } from '../messages/message.ts'
import type { WordingKind } from './features.ts'

/** What a vague sentence is made of, for a message that says what is missing. */
export interface Lack {
  /** `noun`: a general thing ("budget") with nothing of what; `activity`: a verb without an end; `label`: neither found. */
  readonly form: 'noun' | 'activity' | 'label'
  /** The noun or verb as it is written. */
  readonly word: string
  /** What the verb is about, as it is written; empty where nothing is said. */
  readonly about: string
}

/** Finds the word that leaves a sentence vague and what it speaks about. It does not judge; the score does. */
export function lackOf(sentence: string, kind: WordingKind, language: Language): Lack {
  const text = sentence.trim().replace(/[.。!！;；,，\s]+$/, '')
  const feeling = kind !== 'outcome' ? null : (language === 'zh' ? FEELINGS_ZH : FEELINGS_EN).exec(text)
  if (feeling !== null) {
    const about = language === 'zh' ? text.slice(0, feeling.index).replace(/^[就对在]/, '') : text.slice(feeling.index + feeling[0].length)
    return { form: 'activity', word: feeling[0].trim(), about: aboutOf(about, language) }
  }
  const verb = kind === 'topic' ? null : (language === 'zh' ? VERBS_ZH : VERBS_EN).exec(text)
  const withWhom = kind === 'topic' || language === 'en' || verb !== null ? null : WITH_ZH.exec(text)
  if (withWhom !== null) return { form: 'activity', word: withWhom[2] ?? '', about: withWhom[1] ?? '' }
  if (verb !== null) return { form: 'activity', word: verb[1] ?? '', about: aboutOf(text.slice(verb[0].length), language) }
  const noun = (language === 'zh' ? NOUN_ZH : NOUN_EN).exec(text)?.[1]
  // Inside a message the noun stands in a sentence; "CI" and the like keep their capitals.
  return noun === undefined ? { form: 'label', word: '', about: '' } : { form: 'noun', word: /^\p{Lu}\p{Ll}/u.test(noun) ? noun.toLowerCase() : noun, about: '' }
}

function aboutOf(rest: string, language: Language): string {
  const words = rest.trim().replace(/^一下/, '').replace(/^[:：,，\s]+/, '')
  const about = language === 'zh' ? words.replace(/的?(?:相关|有关)?(?:问题|工作|事宜|事项|情况|进展|的事)$/, '').replace(/的(?:认识|理解|了解|意识|重视|把握)$/, '') : words
  return EMPTY.test(about) ? '' : about
}

/** Words that say no more of the object than none would. */
const EMPTY = /^(?:aligned|started|going|ready|together|along|better|it|this|that|things|issues|topics|problems|progress|status|work|next steps|the (?:project|team|topic|issue|situation|matter|future)|everyone|people|相关|有关|大家|各方|意见|想法|下一步|后续|共识|思想|认识|近期|当前)$/i

const VERBS_EN = new RegExp(`^(?:(?:we|i|to)\\s+|@?[\\p{L}.'-]+(?:\\s[\\p{L}.'-]+)?\\s+to\\s+)?(${[
  'discuss(?:ion (?:of|on|about))?', 'talk (?:about|to|with|through)', 'follow[- ]?up(?: on| with)?', 'look (?:into|at|after)', 'think about', 'work on', 'continue(?: with)?',
  'keep an eye on', 'improve', 'support', 'help(?: with)?', 'monitor', 'coordinate(?: with)?', 'align(?: on| with)?', 'sync(?: on| with)?', 'touch base(?: with| on)?',
  'circle back(?: on| with)?', 'check in on', 'catch up(?: on| with)?', 'explore', 'investigate', 'address', 'ensure', 'make sure', 'raise awareness of', 'review', 'update(?: on)?',
  'share', 'inform', 'exchange', 'brainstorm(?: about| on)?', 'consider', 'evaluate', 'assess', 'handle', 'manage', 'deal with', 'sort out', 'take care of', 'drive', 'push',
  'promote', 'encourage', 'accelerate', 'speed up', 'strengthen', 'foster', 'prepare(?: for)?', 'understand', 'reach', 'build', 'get', 'reach out to', 'liaise with', 'engage',
  'optimi[sz]e', 'increase', 'boost', 'enhance', 'maintain', 'develop', 'go (?:over|through)', 'give an update on', 'see what', 'start', 'revisit', 'facilitate', 'leverage',
].join('|')})(?![\\p{L}-])`, 'iu')
const VERBS_ZH = new RegExp(`^(?:大家|请|继续|持续|尽快|进一步|就|对|围绕)?(${[
  '讨论', '沟通', '交流', '研究', '探讨', '分析', '了解', '听取', '通报', '汇报', '回顾', '复盘', '总结', '跟进', '跟踪', '关注', '推进', '推动', '加快', '加强', '提升', '提高', '改善',
  '优化', '完善', '做好', '抓好', '抓紧', '盯紧', '落实', '确保', '保障', '解决', '处理', '对接', '配合', '支持', '协助', '协调', '同步', '对齐', '拉通', '拉齐', '梳理', '整理',
  '准备', '考虑', '思考', '调研', '学习', '部署', '布置', '安排', '统一', '达成', '形成', '凝聚', '增强', '强化', '促进', '深化', '聊聊', '聊', '看看', '过一下', '明确', '规划', '统筹', '注意', '重视', '留意', '保持', '维护', '考察', '探索', '尝试',
].join('|')})`)
const WITH_ZH = /^(?:与|和|同|跟)(.{1,12}?)(对接|沟通|交流|协调|讨论|合作|联系|对齐|同步)(?:一下)?$/
const FEELINGS_EN = /\b(better|shared|common|clear(?:er)?|improved|increased|progress|alignment|consensus|agreement|awareness|understanding|momentum|clarity|visibility|buy-in|commitment|feedback|ideas|input)\b(?:\s+(?:understanding|vision|view|picture|cooperation|alignment|collaboration|communication|transparency))?(?:\s+(?:on|of|about|for|into|around|from|with|between))?/i
const FEELINGS_ZH = /(?:得到|取得|有所|有|更加?|进一步|达成|基本)?(解决|讨论|进展|成效|改善|提升|提高|增强|共识|一致|重视|清晰|明确|顺利|满意|缓解|推进|认识|有数|理解)$/
const NOUN_EN = /^(?:the |our |q[1-4] |\d{4} )*(budget|roadmap|planning|plan|strategy|hiring|documentation|docs|governance|process(?:es)?|priorities|finance|communication|tooling|testing|security|infrastructure|events|issues|problems|questions|proposals|ideas|challenges|contracts?|metrics|results|numbers|improvements?|collaboration|risks?|goals?|targets|decisions?|solutions?)$/i
const NOUN_ZH = /^(?:有关|相关|近期|重点|若干|关于)?(预算|规划|计划|招聘|人事|财务|流程|方案|需求|问题|进展|数据|运营|宣传|培训|合同|绩效|文档|测试|安全|建议|反馈|思路|想法|风险|目标|重点工作)(?:讨论|沟通|汇报|相关|情况|问题|工作)?$/
