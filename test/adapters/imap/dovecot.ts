import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Certificate } from '../../support/certificate.ts'

export const USER = 'meetings'
export const PASS = 'w0rd:of/the#box'

/** Debian's IMAP server, in the foreground, with a configuration and a mailbox of its own. */
export interface Dovecot {
  readonly tlsPort: number
  readonly plainPort: number
  /** Puts a mail into the mailbox as a delivery does; it arrives now unless it is said. */
  deliver(bytes: Uint8Array, at?: Date): void
  /** Names of the files in the mailbox: their flags stand in them. */
  files(): readonly string[]
  /** An empty mailbox, its numbers forgotten. */
  empty(): void
  /** Forgets the numbers of all mails: UIDVALIDITY changes. */
  renumber(): void
  stop(): Promise<void>
}

export function hasDovecot(): boolean {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'ignore', env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` } })
    return true
  } catch {
    return false
  }
}

export async function startDovecot({ key, cert }: Certificate): Promise<Dovecot> {
  const root = mkdtempSync(join(tmpdir(), 'convoke-imap-'))
  // Dovecot's own processes run as other users where the test runs as root.
  chmodSync(root, 0o755)
  const box = join(root, 'mail')
  for (const folder of ['cur', 'new', 'tmp']) mkdirSync(join(box, folder), { recursive: true })
  writeFileSync(join(root, 'key.pem'), key)
  writeFileSync(join(root, 'cert.pem'), cert)
  writeFileSync(join(root, 'users'), `${USER}:{PLAIN.HEX}${Buffer.from(PASS).toString('hex')}\n`)
  const [tlsPort, plainPort] = [await freePort(), await freePort()]
  const me = userInfo()
  const id = me.uid === 0 ? { user: 'mail', uid: execId('-u', 'mail'), gid: execId('-g', 'mail') } : { user: me.username, uid: me.uid, gid: me.gid }
  if (me.uid === 0) execFileSync('chown', ['-R', `${id.uid}:${id.gid}`, box])
  writeFileSync(join(root, 'dovecot.conf'), `
base_dir = ${root}/run
state_dir = ${root}/state
log_path = ${root}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_key = <${root}/key.pem
ssl_cert = <${root}/cert.pem
disable_plaintext_auth = yes
auth_failure_delay = 0
mail_location = maildir:${box}
first_valid_uid = 1
passdb {
  driver = passwd-file
  args = username_format=%u ${root}/users
}
userdb {
  driver = static
  args = uid=${id.uid} gid=${id.gid} home=${root}
}
default_internal_user = ${id.user}
default_login_user = ${id.user}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${plainPort}
  }
  inet_listener imaps {
    port = ${tlsPort}
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
${me.uid === 0 ? '' : 'default_internal_group =\n'}`)
  const server = spawn('/usr/sbin/dovecot', ['-F', '-c', join(root, 'dovecot.conf')], { stdio: 'ignore' })
  await listening(tlsPort)
  let count = 0
  const forget = (): void => {
    for (const name of readdirSync(box)) if (/^dovecot/.test(name)) rmSync(join(box, name), { recursive: true })
  }
  return {
    tlsPort, plainPort,
    deliver: (bytes, at) => {
      const path = join(box, 'new', `${1_700_000_000 + count}.M${String(count).padStart(6, '0')}.test`)
      count++
      writeFileSync(path, bytes)
      if (at !== undefined) utimesSync(path, at, at)
      if (me.uid === 0) execFileSync('chown', [`${id.uid}:${id.gid}`, path])
    },
    files: () => ['new', 'cur'].flatMap((folder) => readdirSync(join(box, folder)).map((name) => `${folder}/${name}`)).sort(),
    empty: () => {
      forget()
      for (const folder of ['cur', 'new']) for (const name of readdirSync(join(box, folder))) rmSync(join(box, folder, name))
    },
    renumber: forget,
    stop: () => new Promise((resolve) => {
      server.on('exit', () => {
        rmSync(root, { recursive: true, force: true })
        resolve()
      })
      server.kill('SIGTERM')
    }),
  }
}

function execId(flag: string, name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8' }).trim())
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function listening(port: number): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('dovecot does not listen')
}
