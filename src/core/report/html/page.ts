import type { Language } from '../../messages/message.ts'
import type { Report } from '../model.ts'

export function reportPage(report: Report, name: string, language: Language): string {
  return `${name}${language}${report.day}`
}
