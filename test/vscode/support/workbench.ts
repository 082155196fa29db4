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

  /** Runs a command by its title, through the command palette, which does not learn of an extension that comes while it is open. */
  async command(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first()
    for (let tries = 0; ; tries++) {
      await this.page.keyboard.press('F1')
      await this.input().fill(`>${title}`)
      try {
        await row.waitFor({ timeout: 3000 })
        break
      } catch (error) {
        if (tries === 10) throw error
        await this.page.keyboard.press('Escape')
      }
    }
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

  /** Fills in a snippet: a text for each stop, Tab in between, and Escape at the end. */
  async fill(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.type(text)
      // A list of proposals that has come up would take the Tab; without one, Escape would end the snippet.
      if (await this.page.locator('.suggest-widget.visible').isVisible()) await this.page.keyboard.press('Escape')
      await this.page.keyboard.press('Tab')
    }
    await this.page.keyboard.press('Escape')
  }

  /** How many errors, warnings and pieces of information the status bar counts. */
  async problemCount(): Promise<number> {
    const text = await this.page.locator('.statusbar-item[id="status.problems"]').innerText()
    return (text.match(/\d+/g) ?? []).reduce((sum, each) => sum + Number(each), 0)
  }

  /** Waits until the status bar counts no problem (0), or some (1). */
  async problems(wanted: 0 | 1): Promise<void> {
    for (let tries = 0; tries < 150; tries++) {
      const count = await this.problemCount()
      if (wanted === 0 ? count === 0 : count > 0) return
      await this.page.waitForTimeout(200)
    }
    throw new Error(`the status bar counts ${await this.problemCount()} problems`)
  }

  /** Goes to the next problem and takes the first quick fix that is offered for it. */
  async fixNextProblem(): Promise<void> {
    const before = await this.problemCount()
    await this.page.keyboard.press('F8')
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('Control+.')
    await this.page.locator('.action-widget .monaco-list-row').first().waitFor()
    await this.page.keyboard.press('Enter')
    for (let tries = 0; tries < 25 && await this.problemCount() === before; tries++) await this.page.waitForTimeout(200)
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
