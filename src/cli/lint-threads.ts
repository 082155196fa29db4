import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { diskFiles } from '../adapters/disk/disk.ts'
import { listMeetings } from '../app/listing.ts'
import type { Config } from '../core/config/model.ts'
import type { MeetingFile } from '../core/rules/rule.ts'
import { joinBases } from './lint-recall.ts'
import { lintShare, type Found, type Job } from './lint-share.ts'
import type { ThreadJob } from './lint-thread.ts'

/** A thread has to load the program and hand over what it found; below so many files for each it would only cost. */
const FEWEST = 500
/** More threads than this wait for each other. */
const MOST = 4
/** Each thread keeps Node's compiler busy beside itself: on two cores, two threads take longer than one. */
const CORES = 2

/** Judges the files of a repository, on several threads where there are many; what is found is the same. */
export async function lintFiles(job: Job, config: Config, onProgress?: (done: number, all: number) => void): Promise<Found> {
  const paths = await listMeetings(diskFiles(job.root), config.meetings, job.named)
  const count = threadCount(paths.length)
  const told = onProgress === undefined ? undefined : (done: number): void => onProgress(Math.min(done * count, paths.length), paths.length)
  if (count > 1) {
    try {
      return await lintTogether(job, config, divide(paths, count), told)
    } catch {
      // Where a thread cannot be had, one does it all.
    }
  }
  return await lintShare(job, config, paths, '', () => Promise.resolve([]), told)
}

/** `CONVOKE_THREADS` sets the number, for measuring and for machines that say more than they have. */
function threadCount(files: number): number {
  const asked = Number(process.env['CONVOKE_THREADS'])
  const most = Number.isInteger(asked) && asked > 0 ? asked : Math.min(MOST, Math.floor(availableParallelism() / CORES), Math.floor(files / FEWEST))
  return existsSync(ENTRY) ? Math.max(1, Math.min(most, files)) : 1
}

/** Beside the program, two folders up from its parts. */
const ENTRY = fileURLToPath(new URL('../lint-thread.js', import.meta.url))

/** Neighbours stay together, so that a new file moves few others into another share. */
function divide(paths: readonly string[], count: number): readonly (readonly string[])[] {
  const size = Math.ceil(paths.length / count)
  return Array.from({ length: count }, (_, at) => paths.slice(at * size, (at + 1) * size))
}

async function lintTogether(job: Job, config: Config, [own = [], ...shares]: readonly (readonly string[])[], told: ((done: number) => void) | undefined): Promise<Found> {
  const threads = shares.map((paths, at) => startThread({ ...job, paths, part: `${at + 1}` }))
  try {
    const results = Promise.all(threads.map((each) => each.found))
    // A thread that fails is heard of where it is waited for.
    results.catch(() => undefined)
    const first = await lintShare(job, config, own, '0', async (outlines) => {
      const all = [outlines, ...await Promise.all(threads.map((each) => each.outlines))]
      for (const [at, thread] of threads.entries()) thread.tell(all.filter((_, share) => share !== at + 1).flat())
      return all.slice(1).flat()
    }, told)
    const found = [first, ...await results]
    return {
      files: found.flatMap((each) => each.files), judged: found.reduce((sum, each) => sum + each.judged, 0), failed: found.some((each) => each.failed),
      basis: joinBases(found.map((each) => each.basis)),
    }
  } finally {
    for (const each of threads) each.end()
  }
}

interface Thread {
  readonly outlines: Promise<readonly MeetingFile[]>
  readonly found: Promise<Found>
  readonly tell: (others: readonly MeetingFile[]) => void
  readonly end: () => void
}

function startThread(workerData: ThreadJob): Thread {
  // What is read lives until it is judged, so a small nursery would only be copied over and over.
  const worker = new Worker(ENTRY, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 96 } })
  const failed = new Promise<never>((_, fail) => {
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('the thread ended early')))
  })
  failed.catch(() => undefined)
  const message = <T>(name: string): Promise<T> => Promise.race([failed, new Promise<T>((give) => {
    worker.on('message', (each: Readonly<Record<string, T>>) => {
      if (each[name] !== undefined) give(each[name])
    })
  })])
  return { outlines: message('outlines'), found: message('found'), tell: (others) => worker.postMessage(others), end: () => void worker.terminate() }
}
