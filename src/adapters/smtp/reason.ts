import { DeliveryError } from '../../ports/delivery.ts'

interface Fault {
  readonly code: string | undefined
  readonly originalCode: string | undefined
  readonly responseCode: number | undefined
  readonly response: string
}

/**
 * What a failed sending means. Of the server's answer only its codes go on: its words often repeat the receiver's address.
 * `bars`: every other mail of this run would fail in the same way.
 */
export function deliveryError(error: unknown): { readonly told: DeliveryError; readonly bars: boolean } {
  if (error instanceof DeliveryError) return { told: error, bars: false }
  const fault = faultOf(error)
  const { code, responseCode } = fault
  if (code === 'EAUTH' || code === 'ENOAUTH') {
    // 454 and its like: the server cannot check a password now.
    const permanent = responseCode === undefined || responseCode >= 500
    return { told: new DeliveryError(`the mail server did not accept the user name and password${answer(fault)}`, !permanent), bars: permanent }
  }
  if (code === 'ETLS' || isCertificate(fault)) return { told: new DeliveryError(`no secure connection to the mail server: ${tlsReason(fault)}`, false), bars: true }
  if (responseCode !== undefined) {
    // 503 tells of the session's state, not of this mail (RFC 5321 §4.2.2), so it is worth another connection.
    const permanent = responseCode >= 500 && responseCode < 600 && responseCode !== 503
    return { told: new DeliveryError(`the mail server ${permanent ? 'refused the mail' : 'put the mail off'}${answer(fault)}`, !permanent), bars: false }
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { told: new DeliveryError('the mail server does not take this sender or receiver', false), bars: false }
  if (code === 'ETIMEDOUT') return { told: new DeliveryError('the mail server did not answer in time', true), bars: false }
  if (code === 'EDNS') return { told: new DeliveryError('the mail server’s name could not be looked up', true), bars: false }
  return { told: new DeliveryError(`the connection to the mail server failed${fault.originalCode === undefined ? '' : ` (${fault.originalCode})`}`, true), bars: false }
}

function faultOf(error: unknown): Fault {
  const fault = typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {}
  const text = (key: string): string | undefined => (typeof fault[key] === 'string' ? fault[key] : undefined)
  return {
    code: text('code'), originalCode: /^[A-Z0-9_]{2,40}$/.exec(text('originalCode') ?? '')?.[0],
    responseCode: typeof fault['responseCode'] === 'number' ? fault['responseCode'] : undefined, response: text('response') ?? '',
  }
}

/** ` (550 5.1.1)`: the reply code and the enhanced one (RFC 3463). */
function answer({ responseCode, response }: Fault): string {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  return responseCode === undefined ? '' : ` (${responseCode}${enhanced === undefined ? '' : ` ${enhanced}`})`
}

/** Node's names for what is wrong with a certificate. */
function isCertificate({ code, originalCode }: Fault): boolean {
  return [code, originalCode].some((each) => /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/.test(each ?? ''))
}

function tlsReason({ originalCode, code }: Fault): string {
  if (isCertificate({ code: undefined, originalCode, responseCode: undefined, response: '' })) return `its certificate is not trusted (${originalCode ?? code ?? ''})`
  return 'it offers no TLS that may be used'
}
