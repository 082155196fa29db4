/**
 * True for a mail that no person wrote for this occasion: absence notices, bounces, receipts, mass mail (RFC 3834 §2, RFC 3464).
 * A calendar's answer may be marked so too: it is told by its calendar part, not here.
 */
export function isAutomatic(headers: (key: string) => readonly string[], from: string, subject: string): boolean {
  const has = (key: string, value: RegExp): boolean => headers(key).some((each) => value.test(each))
  return has('auto-submitted', /^\s*(?!no\b)\S/i) || has('x-autoreply', /./) || has('x-autorespond', /./) || has('x-autoresponder', /./)
    || has('precedence', /^\s*(?:auto_reply|bulk|junk|list)\b/i) || has('return-path', /^\s*<\s*>/) || has('x-failed-recipients', /./)
    || has('content-type', /^\s*multipart\/report\b/i) || /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(from) || SUBJECT.test(subject)
}

const SUBJECT = /^\s*(?:(?:re|回复|答复)[:：]\s*)*(?:automatic reply|auto(?:-reply|\s?reply|matic response)|auto:|out of (?:the )?office|undeliver(?:ed|able)|delivery (?:status notification|has failed)|mail delivery (?:failed|failure)|returned mail|read:|自动(?:回复|答复|应答)|系统退信|退信|未送达|已读[:：]|无法投递)/i
