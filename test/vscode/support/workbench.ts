import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { openBrowser, type Browser, type DisplayLanguage } from './browser.ts'
import { startServer, type ServerOptions } from './server.ts'

export interface WorkbenchOptions extends ServerOptions {
  readonly folder: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly language?: DisplayLanguage
}

/** The real workbench with a packaged extension, driven by the keyboard as a person would. */
export class Workbench {
  private constructor(readonly page: Page, private readonly browser: Browser, private readonly stopServer: () => Promise<void>) {}

  static async open({ folder, size, language, ...server }: WorkbenchOptions): Promise<Workbench> {
    const started = await startServer(server)
    const browser = await openBrowser(size, language)
    await browser.page.goto(`${started.url}/?folder=${resolve(folder)}`)
    await browser.page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 })
    return new Workbench(browser.page, browser, () => started.stop())
  }

  /** Origins outside this machine that were asked for anything. */
  get outside(): ReadonlySet<string> {
    return this.browser.outside
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.stopServer()
  }

  /** Opens a file of the folder by its name, through Go to File. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P')
    await this.input().fill(name)
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name.split('/').at(-1) ?? name }).first().waitFor()
    await this.page.keyboard.press('Enter')
    await this.page.locator('.tab.active').filter({ hasText: name.split('/').at(-1) ?? name }).waitFor()
    await this.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor()
  }

  /** Runs a command by its title, through the command palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1')
    await this.input().fill(`>${title}`)
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor()
    await this.page.keyboard.press('Enter')
  }

  /** Puts the cursor at the beginning of a line, counted from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+G')
    await this.input().fill(`:${line}:${column}`)
    await this.page.keyboard.press('Enter')
  }

  /** Types as a person does: `delay` milliseconds between two keys. */
  async type(text: string, delay = 60): Promise<void> {
    await this.page.keyboard.type(text, { delay })
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The input box of the quick pick that is open. */
  input(): Locator {
    return this.page.locator('.quick-input-widget input.input').first()
  }

  /** Squiggles of a kind in the active editor. */
  squiggles(kind: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${kind}`)
  }

  /** Takes a picture of the window into docs/images where pictures are asked for (CONVOKE_PICTURES=1), else into .cache. */
  async picture(name: string): Promise<string> {
    const folder = process.env['CONVOKE_PICTURES'] === '1' ? 'docs/images' : '.cache/pictures'
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${name}.png`)
    await this.page.screenshot({ path })
    return path
  }
}
