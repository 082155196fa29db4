import { addDays, resolveWall, wallAt, type Instant } from './zone.ts'

/** A span of time, `from` included, `until` not. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/**
 * The present, as a judgement sees it: it answers what is asked of it and notes how long each answer stays true, so that whoever keeps
 * the judgement knows how long it holds. A rule that asks for no more than it needs is judged again only when it may say something else.
 */
export class Present {
  readonly #now: Instant
  #from = -Infinity
  #until = Infinity

  constructor(now: Instant) {
    this.#now = now
  }

  /** Whether an instant is still ahead. */
  isBefore(instant: Instant): boolean {
    const ahead = this.#now < instant
    if (ahead) this.#until = Math.min(this.#until, instant)
    else this.#from = Math.max(this.#from, instant)
    return ahead
  }

  /** Today's date in a zone, `YYYY-MM-DD`. */
  dayIn(zone: string): string {
    const day = wallAt(this.#now, zone).slice(0, 10)
    this.#hold(resolveWall(`${day}T00:00`, zone).instant, resolveWall(`${addDays(day, 1)}T00:00`, zone).instant)
    return day
  }

  /** The instant itself, from which an answer is made that stays true until another instant, at the latest. Without one it is true now only. */
  exactly(until: Instant = this.#now + 1): Instant {
    this.#hold(this.#now, until)
    return this.#now
  }

  /** How long all that was answered stays true. */
  get holds(): Span {
    return { from: this.#from, until: this.#until }
  }

  #hold(from: Instant, until: Instant): void {
    this.#from = Math.max(this.#from, from)
    this.#until = Math.min(this.#until, until)
  }
}

/** The time during which two judgements both hold. */
export function bothHold(a: Span, b: Span): Span {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) }
}
