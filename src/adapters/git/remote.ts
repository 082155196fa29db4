import { ask } from './process.ts'

/** Where the repository's `origin` has its pages, as `https://host/owner/name`; undefined where that cannot be told. */
export async function remoteUrl(root: string): Promise<string | undefined> {
  const url = (await ask(root, ['config', '--get', 'remote.origin.url']))?.trim() ?? ''
  // https://user:token@host/owner/name.git, git@host:owner/name, ssh://git@host:22/owner/name: only host and path go on, never who signs in.
  const [, host, path] = /^(?:https?:\/\/(?:[^/@]*@)?|ssh:\/\/(?:[^/@]*@)?|(?:[\w.-]+@)(?!.*:\/\/))([\w.-]+)(?::\d+)?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url) ?? []
  return host === undefined || path === undefined ? undefined : `https://${host}/${path}`
}
