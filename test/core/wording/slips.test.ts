import assert from 'node:assert/strict'
import { informalities, lengthOf, sentencesOf, stackedNegatives } from '../../../src/core/wording/slips.ts'

const under = (text: string, slips: readonly { from: number; to: number }[]): string[] => slips.map(({ from, to }) => text.slice(from, to))

describe('slips of wording', () => {
  it('divides sentences, but not at abbreviations and numbers', () => {
    const text = 'Bring e.g. 2.5 kg, see No. 3. Then vote! 请带样品。明天见'
    assert.deepEqual(under(text, sentencesOf(text)), ['Bring e.g. 2.5 kg, see No. 3.', 'Then vote!', '请带样品。', '明天见'])
  })
  it('counts words and characters without links', () => {
    assert.deepEqual(lengthOf('Read https://example.org/a-very-long-link twice'), { language: 'en', count: 2, tooLong: false })
    assert.deepEqual(lengthOf('请用Excel打开'), { language: 'zh', count: 5, tooLong: false })
    assert.equal(lengthOf('word '.repeat(40)).tooLong, false)
    assert.equal(lengthOf('word '.repeat(41)).tooLong, true)
    assert.equal(lengthOf('字'.repeat(80)).tooLong, false)
    assert.equal(lengthOf('字'.repeat(81)).tooLong, true)
  })
  it('finds negatives upon negatives', () => {
    for (const [text, ...found] of [
      ['This is not uncommon.', 'not uncommon'], ['Do not fail to sign.', 'not fail'], ['Nobody cannot come', 'Nobody cannot'], ['It is not impossible', 'not impossible'],
      ['不得不推迟', '不得不'], ['并非不可行', '并非不'], ['没有人不同意', ...[]], ['没有哪个部门不参加', '没有哪个部门不'], ['非请不可', '非请不可'],
      ['Do not enter without a badge', ...[]], ['No budget, no venue'], ['不仅要签字'], ['没有不足'], ['Not all of us'], ['不能迟到'],
    ] as const) assert.deepEqual(under(text, stackedNegatives(text)), found, text)
  })
  it('finds each slip on its own, so that no quick look passes one over', () => {
    const slang = 'gonna wanna gotta kinda sorta gimme lemme dunno ain’t ain\'t y’all yeah yep nope hey dude bro guys folks awesome crap damn darn wtf OMG btw tbh imho thx pls plz gr8 no-brainer bigwigs stuff '
      + '搞定 搞掂 搞起 搞事 牛逼 牛B 牛叉 牛掰 给力 小伙伴 老铁 亲们 宝子 家人们 YYds 绝绝子 6666 打Call 冲鸭 奥利给 摸鱼 躺平 内卷 划水 吐槽 撸起 撸串 撸代码 干翻 干掉 搞死 拍脑袋 大佬 美女 帅哥 亲爱的 么么哒 木有 神马 肿么 酱紫 靠谱 坑爹 坑人 扯皮 甩锅 背锅 懵逼 懵圈 炸锅 瞎搞 乱搞 嗨起来 噢耶 哟 呗 嘛 咯 啦'
    for (const word of [...slang.split(' '), 'super cool', 'no brainer', 'kicking ass', 'Kick ass', 'screwed up', 'mess up', 'freaking out', 'hang out', 'get our act together', 'eat our lunch']) {
      assert.deepEqual(under(word, informalities(word)), [word], word)
    }
    for (const [form, words] of [
      ['joke', ['haha', 'Hahaha', 'heheee', 'lol', 'LMAO', 'rofl', 'just kidding', 'jk', ':-)', ';D', '8P', '^_^', '哈哈', '嘿嘿嘿', '开玩笑', '开个玩笑', '狗头', '手动滑稽', '（笑）', '(逃)', '（手动狗头）', '不来的是小狗']],
      ['shouting', ['!!', '！！', '!?', '？！', '???', 'COME TO THE GREAT HALL', 'ВСЕ НА СОБРАНИЕ', 'URGENT', 'NEVER', 'DO NOT', 'READ THIS', 'DEADLINE']],
      ['emoji', ['🎉', '⌚', '⭐', '☺️', '👩‍💻', '🀄']],
    ] as const) for (const word of words) assert.deepEqual(informalities(`on: ${word} .`).map((each) => [each.form, word]), [[form, word]], word)
  })
  it('finds what is not formal', () => {
    const forms = (text: string): string[] => informalities(text).map(({ form }) => form)
    assert.deepEqual(forms('Come on guys 🎉!! haha'), ['slang', 'emoji', 'shouting', 'joke'])
    assert.deepEqual(forms('PLEASE READ THE WHOLE DOCUMENT'), ['shouting'])
    assert.deepEqual(forms('EU GDPR DPO SCC, ISO 9001 and © 2026 — see § 3!'), [])
    assert.deepEqual(forms('请各位准时到场！'), [])
    assert.deepEqual(forms('不见不散哟～😂'), ['slang', 'emoji'])
  })
})
