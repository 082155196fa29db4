import type { Channel } from '../../core/config/model.ts'
import type { Message } from '../../core/messages/message.ts'
import { addressProblem } from '../../mime/address.ts'
import { readServerUrl, type MailServer, type ServerUrlFault } from '../../mime/server-url.ts'
import type { Mask, Secrets, Unconfigured } from '../../ports/secrets.ts'

/** Where mail is handed in: the secret that the mail channel names. Every form of it is masked first. */
export function readSmtpSettings(channel: Channel, secrets: Secrets, mask: Mask): MailServer | Unconfigured {
  const name = channel.secret
  if (name === undefined) return { problem: NOT_NAMED, data: {} }
  if (channel.from === undefined || addressProblem(channel.from) !== undefined) return { problem: NO_SENDER, data: {} }
  const written = secrets(name)?.trim() ?? ''
  if (written === '') return { problem: MISSING, data: { name } }
  const server = readServerUrl(written, { scheme: 'smtp', ports: { tls: 465, starttls: 587 } }, mask)
  if (typeof server === 'string') return { problem: FAULTS[server], data: { name } }
  return server.path === '' ? server : { problem: FAULTS.extra, data: { name } }
}

const NOT_NAMED: Message = {
  en: 'The channel “mail” names no secret. Add `secret: CONVOKE_SMTP_URL` to it in .convoke.yml.',
  zh: '邮件渠道未指定密钥，请在 .convoke.yml 的 `mail` 中添加 `secret: CONVOKE_SMTP_URL`。',
}
const NO_SENDER: Message = {
  en: 'The channel “mail” names no sender. Add `from: meetings@example.org`, with the mailbox that the mails come from, to it in .convoke.yml.',
  zh: '邮件渠道未指定发件人，请在 .convoke.yml 的 `mail` 中添加 `from: meetings@example.org`，写明发件邮箱。',
}
const MISSING: Message = {
  en: 'The secret {name} is empty or not passed on. Set it to the mail server, as smtps://user:password@host:465.',
  zh: '密钥 {name} 为空或未传入。请填写邮件服务器地址，形如 smtps://用户名:密码@主机:465。',
}
const FAULTS: Readonly<Record<ServerUrlFault, Message>> = {
  'no-url': {
    en: 'The secret {name} is no address of a mail server. Write smtps://user:password@host:465 or smtp://user:password@host:587, with signs such as @ : / # % in the user name and password as %40 %3A %2F %23 %25.',
    zh: '密钥 {name} 不是邮件服务器地址。请写成 smtps://用户名:密码@主机:465 或 smtp://用户名:密码@主机:587；用户名和密码中的 @ : / # % 要写成 %40 %3A %2F %23 %25。',
  },
  extra: {
    en: 'The secret {name} has something after the mail server’s port that is not understood. Only ?tls=off may stand there, for this machine.',
    zh: '密钥 {name} 的端口之后有无法识别的内容。此处只能写 ?tls=off，且仅限本机。',
  },
  insecure: {
    en: 'The secret {name} turns TLS off for a server on the network. That is allowed for this machine only (127.0.0.1); remove ?tls=off.',
    zh: '密钥 {name} 对网络上的服务器关闭了 TLS。只有本机（127.0.0.1）可以这样做，请删除 ?tls=off。',
  },
}
