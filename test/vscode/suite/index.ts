/*
 * The entry of the suites' bundle: mocha's build for browsers, which runs in both extension hosts, and a reporter that needs neither
 * a document nor a terminal.
 */
import 'mocha/mocha.js'
import * as vscode from 'vscode'

/** Words that the titles of the tests to run hold; set where the suites are bundled (../support/bundle.ts). */
declare const CONVOKE_ONLY: string

const { mocha, Mocha } = globalThis as unknown as { mocha: BrowserMocha; Mocha: MochaClass }

interface Stats {
  readonly passes: number
  readonly failures: number
  readonly pending: number
}
interface Runner {
  on(event: string, listener: (test: { fullTitle(): string; duration?: number }, error: Error) => void): void
  stats: Stats
}
interface BrowserMocha {
  setup(options: Record<string, unknown>): void
  grep(pattern: RegExp): BrowserMocha
}
interface MochaClass {
  readonly reporters: { readonly Base: new (runner: Runner, options: unknown) => { stats: Stats } }
  readonly prototype: { run(this: BrowserMocha, done: (failures: number) => void): void }
}

class Lines extends Mocha.reporters.Base {
  constructor(runner: Runner, options: unknown) {
    super(runner, options)
    runner.on('pass', (test) => console.log(`  ok ${test.fullTitle()} (${test.duration ?? 0} ms)`))
    runner.on('pending', (test) => console.log(`  skipped ${test.fullTitle()}`))
    runner.on('fail', (test, error) => console.log(`  FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`))
    runner.on('end', () => {
      const { passes, failures, pending } = this.stats
      console.log(`CONVOKE_COUNTS ${JSON.stringify({ passes, failures, pending })}`)
    })
  }
}

mocha.setup({ ui: 'bdd', reporter: Lines, timeout: 60_000 })

export async function run(): Promise<void> {
  await import('./suites.ts')
  // One run speaks one language: words in Chinese are looked at where VS Code is Chinese.
  const isChinese = vscode.env.language.startsWith('zh')
  const only = CONVOKE_ONLY.replace(/[^\w ]/g, '.')
  mocha.grep(new RegExp(`^(?${isChinese ? '=' : '!'}.*in Chinese)(?=.*${only})`))
  // The instance's own `run` looks for a page's address first; there is no page here.
  await new Promise<void>((resolve, reject) => Mocha.prototype.run.call(mocha, (failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`)))))
}
