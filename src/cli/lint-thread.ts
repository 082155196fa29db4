import { parentPort, workerData } from 'node:worker_threads'
import type { MeetingFile } from '../core/rules/rule.ts'
import { lintShare, type Job } from './lint-share.ts'
import { openRepository } from './repository.ts'

/** What a thread is given at its start. */
export interface ThreadJob extends Job {
  readonly paths: readonly string[]
  readonly part: string
}

/** A thread of `convoke lint`: says what its files hold, is told what the others hold, and says what it found. */
const job = workerData as ThreadJob
const port = parentPort
if (port === null) throw new Error('this file is the entry of a thread')
const others = new Promise<readonly MeetingFile[]>((tell) => port.once('message', tell))
const found = await lintShare(job, openRepository(job.root, job.root, job.language).config, job.paths, job.part, (own) => {
  port.postMessage({ outlines: own })
  return others
})
port.postMessage({ found })
port.close()
