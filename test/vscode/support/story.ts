import type { Workbench } from './workbench.ts'

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
}
