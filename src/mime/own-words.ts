/** What a sender wrote themselves: the text part, else the page without its marks; up to the first quote or signature. */
export function ownWords(text: string | undefined, html: string | undefined): string {
  const written = text !== undefined && text.trim() !== '' ? text : wordsOfPage(html ?? '')
  return unquoted(written.slice(0, MOST).split(/\r\n|\n|\r/)).join('\n').trim()
}

const MOST = 50_000

function unquoted(lines: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').replace(/[\u00a0\u3000]/g, ' ').trim()
    if (/^[>＞|]/.test(line)) continue
    if (isSignature(lines[at] ?? '', line) || isQuotedMail(lines, at)) break
    if (introducesQuote(line, (lines[at + 1] ?? '').trim())) {
      // Below a quote marked by `>` the sender may go on; anything else that follows is the quote.
      const next = lines.slice(at + 1, at + 6).map((each) => each.trim()).filter((each) => each !== '' && !/(?:wrote|写道)\s*[:：]$/.test(each))[0]
      if (next !== undefined && !/^[>＞|]/.test(next)) break
      if (!ENDS_INTRODUCTION.test(line)) at++
      continue
    }
    kept.push(line)
  }
  return kept
}

/** `-- ` (RFC 3676 §4.3), and what telephones write. */
function isSignature(raw: string, line: string): boolean {
  return /^--\s?$/.test(raw.trimEnd() === '--' ? '--' : raw) || /^(?:sent from my |sent from mail for|get outlook for |发自我的|从我的.{1,20}发送|来自.{0,12}(?:iphone|android|手机)|发送自|获取 ?outlook)/i.test(line)
}

const ENDS_INTRODUCTION = /(?:wrote|写道|writes)\s*[:：]?$/i

/** `On Tue, 1 Dec 2026 at 10:00 Li Lei <…> wrote:`, in one line or broken into two; 在…写道：, 于…写道：. */
function introducesQuote(line: string, next: string): boolean {
  if (line.length > 400) return false
  const opens = /^(?:on |at |在|于|le |am )/i.test(line) || /<[^<>]+@[^<>]+>/.test(line) || /于\s?\d{4}/.test(line)
  return opens && (ENDS_INTRODUCTION.test(line) || (/\d/.test(line) && next.length < 200 && ENDS_INTRODUCTION.test(next)))
}

/** Outlook's, QQ's and 163's own ways: a ruled title, or the quoted mail's headers in a row. */
function isQuotedMail(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim()
  if (/^[-—_*\s]{2,}\s?(?:original (?:message|appointment|mail)|forwarded message|原始邮件|原邮件|回复的原邮件|转发的?邮件|转发信息)\s?[-—_*\s]{2,}/i.test(line)) return true
  const headerAhead = (from: number): boolean => /^[*\s]*(?:from|发件人|寄件者|发件⼈)[*\s]*[:：]/i.test((lines[from] ?? '').trim())
    && lines.slice(from + 1, from + 6).some((each) => /^[*\s]*(?:sent|date|to|subject|发送时间|发送日期|时间|日期|收件人|主题)[*\s]*[:：]/i.test(each.trim()))
  if (headerAhead(at)) return true
  return /^_{10,}$|^-{10,}$/.test(line) && lines.slice(at + 1, at + 4).some((_each, index) => headerAhead(at + 1 + index))
}

/** Where a page's quote begins, by the marks of Gmail, Outlook, Apple and Thunderbird, 163 and QQ. */
const QUOTES = [
  '<blockquote', 'class="gmail_quote', 'class=gmail_quote', 'id="divrplyfwdmsg"', 'id="appendonsend"', 'id=appendonsend', 'name="messagereplysection"', 'class="moz-cite-prefix', 'id="isreplycontent"',
  'class="ntes_quote', '<includetail', 'id="original-content"', 'border-top:solid #e1e1e1', 'border-top:solid #b5c4df', 'id="mail-editor-reference-message-container"',
]

function wordsOfPage(html: string): string {
  const page = withoutElements(html.slice(0, MOST * 4))
  const low = page.toLowerCase()
  const starts = QUOTES.map((mark) => low.indexOf(mark)).filter((at) => at >= 0)
  const end = Math.min(page.length, ...starts)
  // A mark within a tag: the tag goes as a whole.
  const own = page.slice(0, low.startsWith('<', end) ? end : Math.max(low.lastIndexOf('<', end), starts.length > 0 ? 0 : page.length))
  return decoded(own.replace(/[\r\n]+/g, ' ').replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d|hr)\b[^<>]{0,500}>/gi, '\n').replace(/<[^<>]{0,5000}>/g, ''))
}

/** Without the elements whose content nobody sees. */
function withoutElements(html: string): string {
  let page = html
  for (const name of ['head', 'style', 'script', 'title']) {
    let low = page.toLowerCase()
    for (let start = low.indexOf(`<${name}`), turn = 0; start >= 0 && turn < 20; start = low.indexOf(`<${name}`), turn++) {
      const end = low.indexOf(`</${name}`, start)
      page = page.slice(0, start) + (end < 0 ? '' : page.slice(low.indexOf('>', end) + 1 || page.length))
      low = page.toLowerCase()
    }
  }
  return page
}

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', rsquo: '’', ensp: ' ', emsp: ' ' }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })
}
