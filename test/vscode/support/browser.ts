import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

export const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find((each) => each !== undefined && existsSync(each))

export interface Browser {
  readonly context: BrowserContext
  readonly page: Page
  /** Origins outside this machine of which something was asked. A test may hold that there is none. */
  readonly outside: ReadonlySet<string>
  close(): Promise<void>
}

export type DisplayLanguage = 'en' | 'zh'

/**
 * A headless Chromium with an empty profile. VS Code takes its display language from a language pack, and there is none to be had here: for
 * Chinese the workbench is told that it speaks it, so that extensions show their Chinese while its own words stay English.
 */
export async function openBrowser(size = { width: 1280, height: 800 }, language: DisplayLanguage = 'en'): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error('there is no Chromium: apt-get install chromium, or set CHROMIUM')
  const profile = mkdtempSync(join(tmpdir(), 'convoke-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM, headless: true, viewport: size, locale: language === 'zh' ? 'zh-CN' : 'en-US', permissions: ['clipboard-read', 'clipboard-write'],
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
  if (language === 'zh') {
    await context.addInitScript({ content: "Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => 'zh-cn', set: () => undefined })" })
  }
  const outside = new Set<string>()
  context.on('request', (request) => {
    const url = new URL(request.url())
    // What a webview asks of vscode-resource… is answered by VS Code's own service worker.
    if (/^(?:http|ws)/.test(url.protocol) && !/^(?:127\.0\.0\.1|localhost|.*\.localhost|.*\.vscode-resource\.vscode-cdn\.net)$/.test(url.hostname)) outside.add(url.origin)
  })
  return {
    context, page: context.pages()[0] ?? await context.newPage(), outside,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
