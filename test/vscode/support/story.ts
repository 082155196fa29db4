import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workbench } from './workbench.ts'

/** Milliseconds from frame to frame of a recording. */
const FRAME = 350

/** One thing that a person does, as it went. */
export interface Told {
  readonly title: string
  readonly seconds: number
  /** Name of the picture taken at its end. */
  readonly picture: string
}

/** A story told through the workbench, step by step, each with its time and a picture of its end. */
export class Story {
  readonly told: Told[] = []
  readonly #workbench: Workbench
  readonly #name: string

  constructor(workbench: Workbench, name: string) {
    this.#workbench = workbench
    this.#name = name
  }

  /** Does one step; a picture tells how it ended, well or not. */
  async step(title: string, act: () => Promise<void>): Promise<void> {
    const begun = Date.now()
    const picture = `${this.#name}-${this.told.length + 1}`
    try {
      await act()
    } finally {
      this.told.push({ title, seconds: (Date.now() - begun) / 1000, picture })
      await this.#workbench.picture(picture)
    }
  }

  /** Seconds that the steps took, pictures not counted. */
  get seconds(): number {
    return this.told.reduce((sum, each) => sum + each.seconds, 0)
  }

  /**
   * Does something while the window is recorded into an animated WebP, where CONVOKE_PICTURES=1 asks for it and Debian's package webp is
   * there. Frames that do not differ cost nothing.
   */
  async record(path: string, act: () => Promise<void>): Promise<void> {
    if (process.env['CONVOKE_PICTURES'] !== '1') return act()
    const folder = '.cache/recording'
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const frames: string[] = []
    let isOver = false
    const film = (async () => {
      while (!isOver) {
        const begun = Date.now()
        const frame = join(folder, `${String(frames.length).padStart(4, '0')}.png`)
        writeFileSync(frame, await this.#workbench.page.screenshot())
        frames.push(frame)
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, FRAME - (Date.now() - begun))))
      }
    })()
    try {
      await act()
    } finally {
      isOver = true
      await film
    }
    const { error, status } = spawnSync('img2webp', ['-loop', '0', '-lossy', '-q', '45', '-d', String(FRAME), ...frames, '-o', path], { encoding: 'utf8' })
    if (error !== undefined || status !== 0) process.stderr.write('no recording: img2webp (apt-get install webp) is not there or failed\n')
  }
}
