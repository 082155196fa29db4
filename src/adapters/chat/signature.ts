import { createHash, createHmac } from 'node:crypto'

/** Feishu: the secret is a part of the key and the message is empty; seconds since 1970. */
export function feishuSignature(seconds: number, secret: string): string {
  return createHmac('sha256', `${seconds}\n${secret}`).update('').digest('base64')
}

/** DingTalk: the secret is the key; milliseconds since 1970. To be percent-encoded in a URL. */
export function dingtalkSignature(milliseconds: number, secret: string): string {
  return createHmac('sha256', secret).update(`${milliseconds}\n${secret}`).digest('base64')
}

/**
 * Headers of the generic webhook: the signature is over `timestamp.body`, so that neither can be changed nor a post be repeated
 * later unseen; the idempotency key is the same for the same effect and tells nothing of it.
 */
export function webhookHeaders(seconds: number, secret: string, key: string, body: string): Readonly<Record<string, string>> {
  return {
    'x-convoke-timestamp': String(seconds),
    'x-convoke-signature': `sha256=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`,
    'idempotency-key': createHash('sha256').update(key).digest('hex'),
  }
}
