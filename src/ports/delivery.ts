/**
 * A receiver refused, or could not be reached. `retryable`: the same may succeed later, so the intent stays and the next run
 * repeats it. The reason holds no address, number or secret.
 */
export class DeliveryError extends Error {
  readonly retryable: boolean

  constructor(reason: string, retryable: boolean) {
    super(reason)
    this.retryable = retryable
  }
}
