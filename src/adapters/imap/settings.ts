import type { Channel } from '../../core/config/model.ts'
import type { Message } from '../../core/messages/message.ts'
import { readServerUrl, type MailServer, type ServerUrlFault } from '../../mime/server-url.ts'
import type { Mask, Secrets, Unconfigured } from '../../ports/secrets.ts'

/** The mailbox in which answers arrive. */
export interface ImapSettings extends MailServer {
  readonly login: { readonly user: string; readonly pass: string }
  /** `INBOX` unless the URL names another. */
  readonly mailbox: string
}

/** Reads the secret that `inbox` of the mail channel names. Every form of it is masked first. */
export function readImapSettings({ inbox: name }: Channel, secrets: Secrets, mask: Mask): ImapSettings | Unconfigured {
  if (name === undefined) return { problem: NOT_NAMED, data: {} }
  const written = secrets(name)?.trim() ?? ''
  if (written === '') return { problem: MISSING, data: { name } }
  const server = readServerUrl(written, { scheme: 'imap', ports: { tls: 993, starttls: 143 } }, mask)
  if (typeof server === 'string') return { problem: FAULTS[server], data: { name } }
  const { login } = server
  return login === undefined ? { problem: FAULTS['no-url'], data: { name } } : { ...server, login, mailbox: server.path === '' ? 'INBOX' : server.path }
}

const NOT_NAMED: Message = {
  en: 'No mailbox is named in which answers are read. Add `inbox: CONVOKE_IMAP_URL` to `mail` in .convoke.yml.',
  zh: '未指定读取回复的邮箱，请在 .convoke.yml 的 `mail` 中添加 `inbox: CONVOKE_IMAP_URL`。',
}
const MISSING: Message = {
  en: 'The secret {name} is empty or not passed on. Set it to the mailbox, as imaps://user:password@host:993.',
  zh: '密钥 {name} 为空或未传入。请填写收件邮箱的地址，形如 imaps://用户名:密码@主机:993。',
}
const FAULTS: Readonly<Record<ServerUrlFault, Message>> = {
  'no-url': {
    en: 'The secret {name} is no address of a mailbox. Write imaps://user:password@host:993/INBOX, with signs such as @ : / # % in the user name and password as %40 %3A %2F %23 %25.',
    zh: '密钥 {name} 不是收件邮箱的地址。请写成 imaps://用户名:密码@主机:993/INBOX；用户名和密码中的 @ : / # % 要写成 %40 %3A %2F %23 %25。',
  },
  extra: {
    en: 'The secret {name} has something after the mailbox that is not understood. Only ?tls=off may stand there, for this machine.',
    zh: '密钥 {name} 的邮箱之后有无法识别的内容。此处只能写 ?tls=off，且仅限本机。',
  },
  insecure: {
    en: 'The secret {name} turns TLS off for a server on the network. That is allowed for this machine only (127.0.0.1); remove ?tls=off.',
    zh: '密钥 {name} 对网络上的服务器关闭了 TLS。只有本机（127.0.0.1）可以这样做，请删除 ?tls=off。',
  },
}
