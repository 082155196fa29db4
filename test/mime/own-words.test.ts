import assert from 'node:assert/strict'
import { ownWords } from '../../src/mime/own-words.ts'

/** Answers as clients write them; in each only the first line is the sender's own. */
const FORMS: Readonly<Record<string, string>> = {
  'Gmail in Chinese': '参加\n\nConvoke <meetings@example.org> 于2026年12月1日周二 10:00写道：\n\n> 不参加请回复 /no\n',
  'Gmail in Chinese, two lines': '参加\n\nConvoke <meetings@example.org>\n于2026年12月1日周二 10:00写道：\n> /no\n',
  'Thunderbird': '/yes\n\nOn 01.12.26 10:00, Convoke wrote:\n> /no\n',
  'Thunderbird, German': '/yes\n\nAm 01.12.26 um 10:00 schrieb Convoke:\n> /no\n',
  'Apple Mail in Chinese': '参加\n\n> 2026年12月1日 10:00，Convoke <meetings@example.org> 写道：\n> \n> /no\n',
  'Outlook for iOS': 'Yes\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: Convoke <meetings@example.org>\nSent: Tuesday, December 1, 2026 10:00 AM\nTo: Han <han@example.org>\nSubject: x\n\n/no\n',
  'Outlook in Chinese': '参加\n\n发件人: Convoke <meetings@example.org>\n发送时间: 2026年12月1日 10:00\n收件人: 韩梅梅 <han@example.org>\n主题: 会议通知\n\n/no\n',
  'Outlook, bold headers': 'Yes\n\n*From:* Convoke <meetings@example.org>\n*Sent:* Tuesday\n*To:* Han\n\n/no\n',
  'Outlook appointment': 'Yes\n\n-----Original Appointment-----\nFrom: Convoke\n/no\n',
  'Foxmail': '参加\n\n\n\n韩梅梅\nhan@example.org\n \n发件人： Convoke\n发送时间： 2026-12-01 10:00\n收件人： han\n主题： 会议通知\n/no\n',
  '163 on a phone': '参加\n\n---- 回复的原邮件 ----\n| 发件人 | Convoke<meetings@example.org> |\n| 日期 | 2026年12月1日 10:00 |\n/no\n',
  'QQ on a phone': '参加\n\n发自我的iPhone\n\n\n------------------ Original ------------------\nFrom: Convoke <meetings@example.org>\nDate: Tue,Dec 1,2026 10:00 AM\nTo: han <han@example.org>\nSubject: Re: 会议通知\n\n/no\n',
  'WeCom mail': '参加\n\n------------------ 原始邮件 ------------------\n发件人：  "Convoke"<meetings@example.org>;\n发送时间：  2026年12月1日\n/no\n',
  'Feishu mail': '参加\n\nFrom: "Convoke"<meetings@example.org>\nDate: Tue, Dec 1, 2026, 10:00\nSubject: 会议通知\nTo: "han"<han@example.org>\n/no\n',
  'Yahoo': 'Yes\n\n    On Tuesday, December 1, 2026 at 10:00:00 AM GMT+1, Convoke <meetings@example.org> wrote:  \n \n /no\n',
  'a signature': 'Yes\n-- \nHan Meimei\n/no\n',
  'Samsung': 'Yes\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: Convoke\n/no\n',
}

describe('a sender’s own words', () => {
  for (const [client, text] of Object.entries(FORMS)) {
    it(`end where the quote begins: ${client}`, () => {
      const words = ownWords(text, undefined)
      assert.equal(words.split('\n')[0], text.split('\n')[0])
      assert.doesNotMatch(words, /\/no/)
    })
  }

  for (const [client, page, expected] of [
    ['Gmail', '<div dir="ltr">Yes, <b>I</b> will attend<br></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue wrote:</div><blockquote>/no</blockquote></div>', 'Yes, I will attend'],
    ['Outlook on the web', '<html><body><div>参加&#65281;</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>发件人:</b> Convoke</div><div>/no</div></body></html>', '参加！'],
    ['Apple Mail', '<html><head><style>a{}</style></head><body>Yes<br><div><br><blockquote type="cite"><div>On 1 Dec 2026</div>/no</blockquote></div></body></html>', 'Yes'],
    ['QQ', '<div>参加</div><div><br></div><div style="font-size: 12px">------------------&nbsp;原始邮件&nbsp;------------------</div><div>/no</div>', '参加'],
    ['163', '<div style="line-height:1.7">参加</div><div id="isReplyContent" style="margin:0">/no</div>', '参加'],
    ['Feishu', '<div>参加</div><div class="lark-mail-quote"><div>发件人: "Convoke"</div><div>日期: 2026年12月1日</div><div>/no</div></div>', '参加'],
    ['a page without an end', '<style>p{}<div>/no', ''],
  ] as const) {
    it(`are read from a page: ${client}`, () => assert.equal(ownWords(undefined, page), expected))
  }
})
