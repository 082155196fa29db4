import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

/** One run of a whole process. */
export interface Sample {
  /** From the spawn to the end, seconds. */
  readonly wall: number
  /** Peak of the resident memory, megabytes; where the system does not tell, 0. */
  readonly memory: number
}

/** Runs a command to its end with its output thrown away. Time and memory come from the kernel's own account of the process. */
export function measure([command = '', ...args]: readonly string[], cwd: string, home: string): Promise<Sample> {
  return new Promise((end, fail) => {
    const nowhere = openSync('/dev/null', 'w')
    const begun = process.hrtime.bigint()
    const child = spawn(command, args, { cwd, stdio: ['ignore', nowhere, nowhere], env: { ...process.env, XDG_CACHE_HOME: home, NO_COLOR: '1' } })
    closeSync(nowhere)
    let memory = 0
    // The peak is read while the process lives; /proc forgets it with the process.
    const watch = setInterval(() => { memory = Math.max(memory, peakOf(child.pid)) }, 15)
    child.on('error', fail)
    child.on('close', () => {
      clearInterval(watch)
      end({ wall: Number(process.hrtime.bigint() - begun) / 1e9, memory })
    })
  })
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** The middle one of an odd number, the lower of the two middle ones else. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** The value below which a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
