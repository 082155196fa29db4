// The words and signs by which minutes say that somebody shall do something.

/** `ACTION: …`, `AI(Ann): …`, `ACTION-12: …`, `[TODO] …`, 【待办】…, and “Action item for Ann to …”. */
export const SAID = new RegExp([
  '^[\\s\\0*_[\\]【#-]*(?:(?:action(?:\\s+(?:items?|points?|required))?s?|ai|todo|to-do|待办(?:事项)?|行动(?:项|点)?|后续行动|跟进事项)(?:\\s*[-#]\\d{1,5})?(?:\\]|】|\\s*[(（][^()（）]{1,40}[)）]|\\s+(?:for|on)\\s+[\\p{Lu}@][\\p{L}\\d_-]+|\\s+(?!scribe|review|list|owner)[\\p{L}@][\\p{L}\\d_-]+)?[\\s\\0*_]*[:：][\\s\\0]*',
  '(?:ai|action(?:\\s+item)?|todo|待办|行动项)[\\]】]\\s*', '(?:ai|action(?:\\s+item)?)\\s+(?:to|for|on)\\s+@?\\p{L}[\\p{L}\\d_-]+\\s+[-–—]+\\s*', '(?:the\\s+)?action\\s+is\\s+to\\s+(?=\\p{L})', '(?:ai|todo)\\s+(?=@\\p{L})', 'next\\s+actions?\\s*(?:[:：,]|is\\s+(?:to\\s+)?)\\s*',
  '(?:\\p{Lu}[\\p{L}]*:\\s*)?action\\s+item\\s+(?:is\\s+)?(?:for\\s+(?=\\p{L})|to\\s+(?=\\p{Ll})|(?<=is\\s)(?=\\p{Lu}\\p{Ll}+\\s+\\p{Ll})))',
].join('|'), 'iu')
/** A dash serves as the colon only behind capitals: “Action – reaction” is a topic. */
export const SHOUTED = /^[\s\0*_[-]*(?:(?:ACTION(?: ITEM)?|TODO|AI)\s+[-–—]+\s+(?=\S)|(?:ACTION|TODO)\s+(?!ITEM|REVIEW|LIST)(?=[@\p{L}]))/u
/** Behind a sentence: `We keep both. ACTION: Ann to say so`. */
export const SAID_WITHIN = /[.;。；,，!)]\s+(?:\0|\*)*(?:ACTION(?: ITEM)?|AI|TODO|Action item|行动项|待办)[\s\0*]*[:：][\s\0*]*(?=[@\p{L}])/u
/** `Ann took an action to …`, `(Wes has action)`: said in passing, but said. */
export const TOOK = /([\p{L}][\p{L}\d_-]*)(?:\s+(?:also\s+)?(?:took|takes|has|(?:will|is\s+going\s+to|agreed\s+to|should)\s+take)|['’]ll\s+take)\s+(?:an?\s+|the\s+)?action(?:\s+items?)?\s+(?:to\s+(?=\p{L})|for\s+this)|\((\p{L}[\p{L}-]*)\s+(?:has|took)\s+(?:the\s+|an\s+)?action(?:\s+for\s+this)?\)/iu
/** A line of a list that only announces the nested ones. */
export const ANNOUNCES = /^[\s\0*_]*(?:(?:(?:one|two|three|four|five|\d)\s+)?(?:new\s+)?actions?|action\s+(?:items?|points?|steps?)|todos?|to-dos?|next\s+(?:actions|steps?)|follow[- ]?ups?|行动项|待办(?:事项)?|后续(?:行动|工作|安排|事项)|下一步(?:行动|计划|工作)?)[\s\0*_]*[:：]?[\s\0*_]*$/iu
export const LATER = /next\s+step|follow[- ]?up|后续|下一步/iu
const CHARGED = '(?:责任人|跟进人|经办人|落实人|执行人)'
export const RESPONSIBLE = new RegExp(`${CHARGED}\\s*(?:[:：]|[—–-]{1,3})\\s*[\\p{L}@]|-{1,3}\\s*owners?\\s*[:：]\\s*[\\p{L}@]`, 'iu')
/** The same with a dash, and who it is. */
export const DASHED = new RegExp(`[\\s,，;；]*${CHARGED}\\s*[—–-]{1,3}\\s*(\\p{Script=Han}{2,4}(?:[、，,/]\\p{Script=Han}{2,4})*)`, 'u')
/** 北斗院需梳理贡献方案: who has to do what is still open; they are named elsewhere too, and no thing. */
export const NEEDS = /^(?!.{0,12}(?:层|描述|文档|接口|方案|模块|版本|代码|功能|系统|仓库?|平台|流程)需)[\s\0*_]*(?:\d{1,2}\s*[.、)）]\s*)?(\p{Script=Han}{2,8}?(?:[与和、]\p{Script=Han}{2,8}?)?)(?:需要|需(?!求)|负责|牵头|尽快)(?=\p{Script=Han})/u
/** The same in brackets at the end, where a topic's presenter may stand as well. */
export const IN_CHARGE = /[(（[【]\s*(?:(?:action )?owners?|assignees?|assigned to|responsible|dri|负责人)\s*[:：]\s*[\p{L}@][^()（）]*[)）\]】]\s*[.。;；]?\s*$/iu
/** 王伟负责整理清单: somebody who was there, and what to do; what a topic's presenter does is none. */
export const TAKES_ON = /^[\s\0*_·•-]*(?:\d{1,2}\s*[.、)）]\s*)?[@＠]?(\p{Script=Han}{2,4}?)\s*(?:负责|牵头|跟进)(?!人|介绍|主持|的)\s*(?=[\p{L}])/u
/** 申请新建，需要邮件发出评审 @刘慧玲 @Kanag: what is needed, and at the end who is called on. */
export const CALLED_ON = /(?:需(?!求)要?|请|须|尽快|务必).{0,300}[\p{L}\d）)”，,；;](?<!联系|咨询|询问|请教|找|问|感谢)\s*(?:[@＠][\p{L}\d_-]+[\s、，,和\0*_]*){1,4}[。.]?[\s\0*_]*$/u
const HAN_VERBS = '(?:整理|补充|完善|更新|确认|修改|提交|编写|撰写|发布|联系|组织|跟进|梳理|推动|落实|制定|准备|安排|评估|优化|修复|合入|完成|推进|同步|收集|邀请|征集)'
const VERBS = 'reach|send|write|prepare|create|open|close|update|follow|check|ask|talk|share|add|review|discuss|file|draft|contact|schedule|organi[sz]e|set|leave|put|look|investigate|document|propose|register|announce|provide|work|merge|post|email|e-mail|submit|finish|report|coordinate|invite|find|help|bring|land|publish|run|test|fix|take|give|present|confirm|clarify|summari[sz]e|reply|respond|comment|ping|sync|join|lead|drive|fcp|make|get|start|cancel|monitor|nominate|explain|implement|improve|rename|split|remove|move|evaluate|revisit|collect|clean|decide|migrate|deploy|translate|record|archive|verify|raise|request|read|approve|second|rebase|measure|circle|connect|meet|speak|label|close|approach|finali[sz]e|push|pull|release|build|define|design|research|gather|compile|upload|circulate|nudge|chase'
/** `Look up the feature (TODO: Ann)`. */
export const MARKED_BEHIND = /\s*[.…]*\s*[(（[]\s*(?:TODO|AI|[Aa]ction)\s*[:：]\s*@?(\p{L}[\p{L}. -]{0,25}?)\s*[)）\]]\s*$/u
/** `…… ---张三/李四` */
export const OPEN_OWNER = /\s*-{2,}\s*(?:[\p{L}]+\s+)?((?:\p{Script=Han}{2,4})(?:\/\p{Script=Han}{2,4})*)\s*$/u
export const VERB = new RegExp(`^to\\s+(?:${VERBS})\\b`, 'i')
/** What is to be done, in so many words: `Update the page`, `- to rename it`. */
export const DOES = new RegExp(`^[\\s\\0*_]*(?:\\d{1,2}\\s*[.)]\\s*)?(?:to\\s+)?(?:${VERBS}|rename|split|improve|implement|define|determine|transfer|restart|remove|move|evaluate|investigate|revisit|collect|clean|plan|decide|migrate|deploy|translate|record|archive|verify|${HAN_VERBS})`, 'iu')
/** `Need to ask the vendor. ..Rama`: who does it, behind dots. */
export const DOTTED = /\b(?:needs?|should|must|to be)\b.*\s\.{2,3}\s*(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)\.?\s*$/u
/** `Ann will ask the vendor`, which is one only below what is called next. */
export const WILL = /^[\s\0*_]*(\p{Lu}\p{L}+) will \p{Ll}/u
/** （王治文、张路） behind an open point. */
export const BRACKETED = /[(（]\s*(\p{Script=Han}{2,8}(?:[、,，/]\p{Script=Han}{2,8}){0,4})\s*[)）][。.]?\s*$/u
