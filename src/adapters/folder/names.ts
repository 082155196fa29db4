import { createHash } from 'node:crypto'

/** A key as a file's name: readable, the same for the same key, different for different keys, and fit for every file system. */
export function fileName(key: string): string {
  const readable = key.replace(/%[\dA-F]{2}/gi, '-').replace(/[^\p{L}\p{N}._@-]+/gu, '.').replace(/^\.+/, '').slice(0, 120)
  return `${readable}.${createHash('sha256').update(key).digest('hex').slice(0, 6)}`
}

/** A title as a part of a file's name. */
export function slug(title: string): string {
  const words = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return Array.from(words).slice(0, 40).join('').replace(/-+$/, '') || 'issue'
}
