/** A repository on github.com or on a GitHub of one's own. */
export interface Repository {
  readonly host: string
  readonly owner: string
  readonly repo: string
  /** Where people open it. */
  readonly web: string
  /** Where programs do. */
  readonly api: string
}

const HOSTS_WITHOUT_ISSUES = /(?:^|\.)(?:gitlab\.com|bitbucket\.org|gitee\.com|dev\.azure\.com)$/

/** The repository that a Git configuration's remotes name: `origin`, else the first. Undefined where none names one on a GitHub. */
export function remoteOf(config: string): Repository | undefined {
  const remotes = new Map<string, string>()
  let remote: string | undefined
  for (const line of config.split(/\r?\n/)) {
    const [, section, name] = /^\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line) ?? []
    if (section !== undefined) remote = section === 'remote' ? name : undefined
    const [, url] = /^\s*url\s*=\s*(\S+)/.exec(line) ?? []
    if (remote !== undefined && url !== undefined && !remotes.has(remote)) remotes.set(remote, url)
  }
  const url = remotes.get('origin') ?? [...remotes.values()][0]
  return url === undefined ? undefined : repositoryAt(url)
}

function repositoryAt(url: string): Repository | undefined {
  const [, host, path] = /^(?:https?:\/\/|ssh:\/\/|git:\/\/)(?:[^@/\s]*@)?([\w.-]+)(?::\d+)?\/(.+)$/.exec(url) ?? /^(?:[\w.-]+@)([\w.-]+):(?!\/\/)(.+)$/.exec(url) ?? []
  const [owner, repo, ...rest] = (path ?? '').replace(/\/+$/, '').replace(/\.git$/, '').split('/')
  if (host === undefined || owner === undefined || repo === undefined || rest.length > 0 || !/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(repo) || HOSTS_WITHOUT_ISSUES.test(host)) return undefined
  const name = host.toLowerCase().replace(/^(?:www|ssh)\.github\.com$/, 'github.com')
  return { host: name, owner, repo, web: `https://${name}/${owner}/${repo}`, api: name === 'github.com' ? `https://api.github.com/repos/${owner}/${repo}` : `https://${name}/api/v3/repos/${owner}/${repo}` }
}
