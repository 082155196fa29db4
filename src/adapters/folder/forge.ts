import { join } from 'node:path'
import type { Issues } from '../../ports/issues.ts'
import type { Ledger } from '../../ports/ledger.ts'
import type { Chat, Inbox, Mail } from '../../ports/messages.ts'
import { nodeDisk, sweep, type Disk } from './durable.ts'
import { folderInbox } from './replies.ts'
import { folderIssues } from './issues.ts'
import { folderLedger } from './ledger.ts'
import { fileName } from './names.ts'

/** A forge in a folder: issues, mails, posts, replies and ledger as files that a person can open. It never speaks to a network. */
export interface FolderForge {
  readonly issues: Issues
  readonly mail: Mail
  readonly chat: Chat
  readonly inboxes: readonly Inbox[]
  readonly ledger: Ledger
  /** Where an effect left its mark, relative to the folder. */
  readonly fileOf: (effect: { readonly way: string; readonly key: string }, issue: number | undefined) => string | undefined
}

export function folderForge(folder: string, disk: Disk = nodeDisk): FolderForge {
  const issues = folderIssues(folder, disk)
  for (const part of ['issues', 'issues/.numbers', 'mails', 'chat']) sweep(join(folder, part))
  return {
    issues,
    mail: {
      send: (key, message) => {
        disk.replace(join(folder, 'mails', `${fileName(key)}.eml`), message)
        return Promise.resolve()
      },
    },
    chat: {
      post: (channel, key, payload) => {
        disk.create(join(folder, 'chat', `${fileName(key)}.json`), `${JSON.stringify({ channel, key, payload }, undefined, 2)}\n`)
        return Promise.resolve()
      },
    },
    inboxes: [folderInbox(folder, disk)],
    ledger: folderLedger(folder, disk),
    fileOf: ({ way, key }, issue) => {
      if (way === 'mail') return `mails/${fileName(key)}.eml`
      if (way === 'chat') return `chat/${fileName(key)}.json`
      return issue === undefined ? undefined : issues.fileOf(issue)
    },
  }
}
