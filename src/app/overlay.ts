import picomatch from 'picomatch'
import type { Files } from '../ports/files.ts'

/**
 * Files as they are, but for some: their texts as given, or absent where null. So a repository is seen as it was before a pull
 * request without being checked out. What is no text is seen as it is now.
 */
export function overlay(files: Files, texts: ReadonlyMap<string, string | null>): Files {
  return {
    ...files,
    async list(globs) {
      const matches = picomatch([...globs], { dot: false })
      const listed = (await files.list(globs)).filter((path) => texts.get(path) !== null)
      const added = [...texts].flatMap(([path, text]) => (text !== null && matches(path) ? [path] : []))
      return [...new Set([...listed, ...added])].sort()
    },
    stat: async (path) => {
      const text = texts.get(path)
      if (text === undefined) return files.stat(path)
      return text === null ? undefined : { kind: 'file', size: Buffer.byteLength(text), changed: 0 }
    },
    readText: async (path, limit) => {
      const text = texts.get(path)
      if (text === undefined) return files.readText(path, limit)
      return text === null ? { unread: 'missing' } : Buffer.byteLength(text) > limit ? { unread: 'too-large' } : { text }
    },
    readBytes: async (path, limit) => {
      const text = texts.get(path)
      if (text === undefined) return files.readBytes(path, limit)
      return text === null || Buffer.byteLength(text) > limit ? undefined : Buffer.from(text)
    },
    write: () => Promise.reject(new Error('what is only looked at is not written')),
  }
}
