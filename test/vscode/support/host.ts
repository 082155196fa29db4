/*
 * Runs the suites inside a real extension host: `node`, beside the server, or `web`, the
 * worker of the browser. Both run the same bundle; a suite skips what its host does not have.
 */
import { format } from 'node:util'
import { resolve } from 'node:path'
import { openBrowser, type DisplayLanguage } from './browser.ts'
import { stageExtension, type Host } from './bundle.ts'
import { startServer } from './server.ts'

export interface Counts {
  readonly passes: number
  readonly failures: number
  readonly pending: number
}

/** What the workbench says of its own affairs. */
const NOISE = /^(?:Ignoring fetching|Updating additional|\[AccountPolicyGate\]|\[AgentHost|Creating a socket|Resol|\[reconnection|\[Service Worker\]|Creation of workbench|Started local extension host|%c|Canceled: |\s+at .*workbench\.js|\s+at (?:async )?Array\.forEach)/

/**
 * Opens `folder` in VS Code with the extension under development, runs the suites in its host, and tells their counts as mocha
 * reported them. Rejects where no answer came within `timeout` milliseconds.
 */
export async function runSuites(host: Host, folder: string, language: DisplayLanguage, print: (line: string) => void, only = '', timeout = 300_000): Promise<Counts> {
  const { extension, suites, remove } = await stageExtension(host, only)
  const server = await startServer({ testDriver: true })
  const browser = await openBrowser(undefined, language)
  try {
    const { page } = browser
    let counts: Counts | undefined
    const over = new Promise<number>((done) => void page.exposeFunction('codeAutomationExit', done))
    await page.exposeFunction('codeAutomationLog', (_kind: string, args: readonly unknown[]) => {
      for (const line of format(...args).split('\n')) {
        const report = /^CONVOKE_COUNTS (\{.*\})$/.exec(line)?.[1]
        if (report !== undefined) counts = JSON.parse(report) as Counts
        else if (!NOISE.test(line)) print(line)
      }
    })
    const uri = (path: string): string => `vscode-remote://${server.authority}${resolve(path)}`
    const payload = [['extensionDevelopmentPath', uri(extension)], ['extensionTestsPath', uri(suites)], ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']]
    await page.goto(`${server.url}/?folder=${resolve(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`)
    await Promise.race([over, new Promise((_, reject) => setTimeout(() => reject(new Error('the suites gave no answer')), timeout).unref())])
    if (counts === undefined) throw new Error('the suites reported no counts')
    return counts
  } finally {
    await browser.close()
    await server.stop()
    remove()
  }
}
