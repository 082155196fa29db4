import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { STYLE } from './style.ts'

interface Mail {
  readonly file: string
  readonly to: string
  readonly subject: string
  /** ISO. */
  readonly date: string
  readonly html: string
  /** METHOD and SEQUENCE of the calendar part, where there is one. */
  readonly calendar?: string
  readonly attached: readonly string[]
}

const WORDS = {
  en: { title: 'The inbox', lead: 'Every mail of the four weeks as its reader sees it, the newest last. Each lies beside this page as .eml, for any mail program.', all: 'Everybody', attached: 'attached', story: 'Back to the story' },
  zh: { title: '收件箱', lead: '四周内的每一封邮件，按收件人看到的样子显示，新的在后。每封都以 .eml 存放在旁边，可用任何邮件程序打开。', all: '所有人', attached: '附件', story: '返回时间线' },
} as const

/** Reads the mails of a forge's folder, oldest first. */
export async function readInbox(forge: string): Promise<readonly Mail[]> {
  const folder = join(forge, 'mails')
  const mails: Mail[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.eml'))) {
    const mail = await PostalMime.parse(readFileSync(join(folder, file)))
    const calendar = mail.attachments.find((each) => each.mimeType === 'text/calendar')
    const text = calendar === undefined ? '' : new TextDecoder().decode(calendar.content as ArrayBuffer)
    const part = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]?.trim() ?? ''
    mails.push({
      file, to: mail.to?.[0]?.name ?? '', subject: mail.subject ?? '', date: mail.date ?? '', html: mail.html ?? '', ...(text === '' ? {} : { calendar: `${part('METHOD')} ${part('SEQUENCE')}`.trim() }),
      attached: mail.attachments.filter((each) => each.disposition === 'attachment' && !/calendar|ics/.test(each.mimeType)).map((each) => each.filename ?? ''),
    })
  }
  return mails.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.file < b.file ? -1 : 1))
}

/** The page: no script; a mail is shown in a frame that may do nothing. */
export function renderInbox(mails: readonly Mail[], language: 'en' | 'zh'): string {
  const words = WORDS[language]
  const people = [...new Set(mails.map((each) => each.to))].sort()
  const filters = people.map((_, at) => `body:has(#p${at}:checked) .mail:not(.p${at}){display:none}`).join('\n')
  const choices = ['', ...people].map((name, at) => `<label><input type="radio" name="who" id="${at === 0 ? 'all' : `p${at - 1}`}"${at === 0 ? ' checked' : ''}> ${escape(name === '' ? words.all : name)}</label>`).join('\n')
  const shown = mails.map((mail) => `<details class="mail p${people.indexOf(mail.to)}"><summary><time>${escape(mail.date.slice(0, 16).replace('T', ' '))}Z</time> <b>${escape(mail.to)}</b> <span>${escape(mail.subject)}</span>${
    mail.calendar === undefined ? '' : ` <i>${escape(mail.calendar)}</i>`}${mail.attached.map((name) => ` <i>${words.attached}: ${escape(name)}</i>`).join('')}</summary>
<p><a href="forge/mails/${escape(encodeURIComponent(mail.file))}">${escape(mail.file)}</a></p><iframe sandbox="" loading="lazy" title="${escape(mail.subject)}" srcdoc="${escape(mail.html)}"></iframe></details>`).join('\n')
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Convoke: ${words.title}</title>
<style>${STYLE}
.mail{border:1px solid var(--line);border-radius:.5rem;margin:0 0 .5rem;background:var(--card);color:var(--ink)}
.mail summary{padding:.55rem .8rem;display:flex;flex-wrap:wrap;gap:.25rem .8rem;align-items:baseline}
.mail time{font:.8rem ui-monospace,monospace;color:var(--soft)}
.mail i{font:600 .72rem/1.5 ui-monospace,monospace;border:1px solid var(--line);border-radius:.25rem;padding:0 .35rem;color:var(--mail)}
.mail p{margin:0;padding:0 .8rem .5rem;font-size:.8rem;overflow-wrap:anywhere}
.mail iframe{width:100%;height:44rem;border:0;border-top:1px solid var(--line);border-radius:0 0 .5rem .5rem;background:#fff}
${filters}
</style>
<h1>${words.title}</h1>
<p class="lead">${words.lead} <a href="${language === 'zh' ? 'story.zh.html' : 'story.html'}">${words.story}</a></p>
<nav>${choices}</nav>
${shown}
</html>
`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
