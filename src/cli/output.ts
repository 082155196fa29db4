import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Language } from '../core/messages/message.ts'
import { UsageError } from './errors.ts'

/** Writes a file that the user named: beside its place first and moved there, so that it is whole or not there. */
export function writeWhole(named: string, content: string, cwd: string, language: Language): void {
  const path = resolve(cwd, named)
  const partial = `${path}.${process.pid}.partial`
  try {
    writeFileSync(partial, content)
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new UsageError(language === 'zh' ? `无法写入 ${named}（${code}）。` : `${named} cannot be written (${code}).`)
  }
}
