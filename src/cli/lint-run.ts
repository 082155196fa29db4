import { fixRepository } from '../app/fix.ts'
import type { Instant } from '../core/arrangement/zone.ts'
import type { Language } from '../core/messages/message.ts'
import { tuneEngine } from './engine.ts'
import { remember, type Asked } from './lint-recall.ts'
import { requestOf, type Found, type Job } from './lint-share.ts'
import { lintFiles } from './lint-threads.ts'
import type { Place } from './place.ts'
import { readPlace } from './repository.ts'
import type { Terminal } from './terminal.ts'

/** Judges the files that were asked for, with safe fixes made before where they are wanted, and keeps what was found for the next run. */
export async function lintAnew(asked: Asked, place: Place, nowIn: (zone: string | undefined) => Promise<Instant>, fix: boolean, terminal: Terminal): Promise<Found> {
  tuneEngine()
  const { language } = asked
  const { config } = readPlace(place, language)
  const job: Job = { ...asked, now: await nowIn(config.timezone) }
  if (fix) {
    const { request, keep } = requestOf(job, config)
    const fixed = await fixRepository(request)
    keep()
    for (const { file, count } of fixed) terminal.note(language === 'zh' ? `${file}：修复了 ${count} 处\n` : `${file}: ${count} fixed\n`)
  }
  const found = await lintFiles(job, config, progress(terminal, language))
  if (job.cached) remember(asked, config, found)
  return found
}

/** Tells how far reading has come, on a terminal, once it takes longer than a second. */
function progress(terminal: Terminal, language: Language): ((done: number, all: number) => void) | undefined {
  if (!terminal.watched) return undefined
  const begun = Date.now()
  return (done, all) => {
    if (Date.now() - begun > 1000) terminal.note(`\r${language === 'zh' ? '读取' : 'reading'} ${done}/${all}${done === all ? '\n' : ''}`)
  }
}
