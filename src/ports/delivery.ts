/**
 * A receiver refused, or could not be reached. `retryable`: the same may succeed later, so the intent stays and the next run
 * repeats it. `uncertain`: it was handed over and may have arrived all the same, so that what must not come twice is never
 * repeated. The reason holds no address, number or secret.
 */
export class DeliveryError extends Error {
  readonly retryable: boolean
  readonly uncertain: boolean

  constructor(reason: string, retryable: boolean, uncertain = false) {
    super(reason)
    this.retryable = retryable
    this.uncertain = uncertain
  }
}
