/** At most `posts` in `seconds`. */
export interface Pace {
  readonly posts: number
  readonly seconds: number
}

export interface Clock {
  now(): number
  sleep(milliseconds: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/** Waits before a post until the service takes another one: who goes faster is muted for minutes. */
export function paced({ posts, seconds }: Pace, clock: Clock): () => Promise<void> {
  const times: number[] = []
  return async () => {
    while (times.length > 0 && (times[0] ?? 0) <= clock.now() - seconds * 1000) times.shift()
    const oldest = times.length < posts ? undefined : times.shift()
    if (oldest !== undefined) await clock.sleep(Math.max(0, oldest + seconds * 1000 - clock.now()))
    times.push(clock.now())
  }
}
