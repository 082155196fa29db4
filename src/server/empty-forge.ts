import type { Forge } from '../app/forge.ts'

const refuse = (): Promise<never> => Promise.reject(new Error('a plan in the editor is only looked at'))

/** A forge on which nothing has happened yet and nothing can: what is planned over it is what a first run would do. */
export const emptyForge: Forge = {
  issues: {
    find: () => Promise.resolve(undefined), create: refuse, putUnder: refuse, text: refuse, edit: refuse, close: refuse, hasComment: () => Promise.resolve(false),
    comment: refuse, acknowledge: refuse, changes: () => Promise.resolve({ states: new Map() }),
  },
  mail: { send: refuse },
  chat: { post: refuse },
  inboxes: [],
  ledger: {
    ids: () => Promise.resolve([]), read: () => Promise.resolve(undefined), write: refuse, index: () => Promise.resolve(undefined), writeIndex: refuse,
  },
}
