import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** A self-signed certificate, its own authority, for this machine and the names. Made by openssl. */
export function makeCertificate(names: readonly string[] = []): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'convoke-cert-'))
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subjects = ['localhost', ...names].map((name) => `DNS:${name}`).concat('IP:127.0.0.1').join(',')
    execFileSync('openssl', [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=convoke test',
      '-addext', `subjectAltName=${subjects}`, '-keyout', key, '-out', cert,
    ], { stdio: 'ignore' })
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
