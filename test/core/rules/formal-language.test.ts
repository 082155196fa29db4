import { expectProblems, good } from '../../support/rule.ts'

const HIGH = 'importance: high'

describe('formal-language', () => {
  it('finds slang, emoji, jokes and shouting in an important meeting', () => {
    expectProblems('formal-language', good({ more: `${HIGH}\nnotes: Hey guys, bring your laptops!!`, body: '## Agenda 🎉\n1. Vote on the split, haha (15m)\n2. READ THIS BEFORE VOTING (5m)\n' }), [
      '14:8 warning “Hey” is slang; an important meeting is announced in formal language.',
      '14:12 warning “guys” is slang; an important meeting is announced in formal language.',
      '14:36 warning “!!” shouts; an important meeting is announced in formal language.',
      '17:11 warning “🎉” is an emoji; an important meeting is announced in formal language.',
      '18:23 warning “haha” is a joke; an important meeting is announced in formal language.',
      '19:4 warning “READ THIS BEFORE VOTING” shouts; an important meeting is announced in formal language.',
    ])
  })
  it('does so in Chinese', () => {
    expectProblems('formal-language', good({ title: '主题: 第二季度预算分配，小伙伴们冲鸭！！', more: '重要程度: 重要', body: '## 议程\n- 表决分配方案，哈哈（15分钟）\n' }), [
      '3:14 warning “小伙伴” is slang; an important meeting is announced in formal language.',
      '3:18 warning “冲鸭” is slang; an important meeting is announced in formal language.',
      '3:20 warning “！！” shouts; an important meeting is announced in formal language.',
      '17:10 warning “哈哈” is a joke; an important meeting is announced in formal language.',
    ])
  })
  it('leaves other meetings and the minutes alone', () => {
    expectProblems('formal-language', good({ body: '## Agenda\n1. Vote, guys!! (15m)\n' }), [])
    expectProblems('formal-language', good({ more: HIGH, body: '## Agenda\n1. Vote on the split (15m)\n\n## Minutes\n### Discussion\nGuys, lol 🎉\n' }), [])
  })
  it('takes abbreviations, one exclamation mark and common words', () => {
    expectProblems('formal-language', good({ more: `${HIGH}\nnotes: Sign in at the front desk!`, body: '## Agenda\n1. GDPR, DPIA and SCC annexes (15m)\n2. 喇嘛庙修缮款 (5m)\n' }), [])
  })
})
