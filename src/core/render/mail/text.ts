import type { Message } from '../../messages/message.ts'
import { cleanLine, cleanText } from '../clean.ts'
import { plain, type Block, type Inline, type Names, type Notice } from '../notice/notice.ts'

/** A notice as plain text: the part of a mail for readers without HTML, and a calendar entry's description. */
export function renderText(notice: Notice, names: Names): string {
  const parts: string[] = []
  for (const block of notice.blocks) {
    const part = renderBlock(block, names, notice)
    if (part === '') continue
    // A heading stands right on what it heads.
    const last = parts.length - 1
    const before = parts[last]
    if (before !== undefined && before.endsWith('\n')) parts[last] = before + part
    else parts.push(part)
  }
  return `${parts.join('\n\n').trim()}\n`
}

function renderBlock(block: Block, names: Names, { language }: Notice): string {
  const line = (inline: Inline): string => plain(inline, names).trim()
  const colon = language === 'zh' ? '：' : ': '
  switch (block.kind) {
    case 'paragraph':
      return line(block.text)
    case 'heading':
      return headingLines(cleanLine(block.text), language)
    case 'facts':
      return block.rows.map((row) => `${row.label}${colon}${line(row.value)}`).join('\n')
    case 'list':
      return block.items.map((item, at) => `${bullet(block.style, at)} ${line(item)}`).join('\n')
    case 'table':
      return block.rows.map((row) => `- ${row.map(line).filter((cell) => cell !== '').join(' · ')}`).join('\n')
    case 'changes':
      return block.rows.map((row) => changeLines(row.label, line(row.before), line(row.after), language)).join('\n')
    case 'markdown':
      return cleanText(block.source)
    case 'buttons':
      return block.buttons.map((button) => `${button.text}${colon}${button.url}`).join('\n')
    case 'note':
      return line(block.text)
  }
}

function headingLines(text: string, language: Notice['language']): string {
  return language === 'zh' ? `【${text}】\n` : `${text}\n${'-'.repeat(Math.min(text.length, 60))}\n`
}

function bullet(style: 'bullet' | 'number' | 'check', at: number): string {
  return style === 'number' ? `${at + 1}.` : style === 'check' ? '[ ]' : '-'
}

function changeLines(label: string, before: string, after: string, language: Notice['language']): string {
  const colon = language === 'zh' ? '：' : ': '
  if (before === '' || after === '') return `${label}${colon}${before}${after}`
  return `${label}\n  ${WAS[language]}${colon}${before}\n  ${IS[language]}${colon}${after}`
}

const WAS: Message = { en: 'before', zh: '原来' }
const IS: Message = { en: 'now', zh: '现在' }
