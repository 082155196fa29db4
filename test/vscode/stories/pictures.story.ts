import assert from 'node:assert/strict'
import { exampleFolder, type Folder } from '../support/folder.ts'
import { vsix } from '../support/vsix.ts'
import { Workbench } from '../support/workbench.ts'

/** The views group meetings by today, so which of the groups are there depends on the day that this runs on. */
const LOOKS = [
  { name: 'light', language: 'en', theme: 'Default Light Modern', file: '2026-12-01-search-latency.md', view: 'Convoke: Focus on Meetings View', groups: /Upcoming|Past/ },
  { name: 'dark', language: 'en', theme: 'Default Dark Modern', file: '2026-12-01-search-latency.md', view: 'Convoke: Focus on Meetings View', groups: /Upcoming|Past/ },
  { name: 'contrast', language: 'en', theme: 'Default High Contrast', file: '2026-12-01-search-latency.md', view: 'Convoke: Focus on Meetings View', groups: /Upcoming|Past/ },
  { name: 'zh', language: 'zh', theme: 'Default Light Modern', file: '2026-12-03-q2-budget.md', view: 'Convoke: Focus on 会议 View', groups: /即将召开|已结束/ },
] as const

describe('how the editor looks', function () {
  this.timeout(600_000)
  this.retries(1)
  let folder: Folder
  let workbench: Workbench | undefined

  beforeEach(() => {
    folder = exampleFolder()
  })
  afterEach(async () => {
    await workbench?.close()
    workbench = undefined
    folder.remove()
  })

  for (const { name, language, theme, file, view, groups } of LOOKS) {
    it(`${name}: meeting, views and preview side by side`, async () => {
      workbench = await Workbench.open({ folder: folder.path, vsix: [vsix()], language, size: { width: 1440, height: 900 }, settings: { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false } })
      const { page } = workbench
      await workbench.openFile(file)
      await page.locator('.editor-instance .view-line').filter({ hasText: /10:00.*10:10|14:00/ }).first().waitFor({ timeout: 60_000 })
      await workbench.command(view)
      await page.locator('.pane-body .monaco-list-row').filter({ hasText: groups }).first().waitFor({ timeout: 60_000 })
      await workbench.press('Control+1')
      await workbench.command('Markdown: Open Preview to the Side')
      const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame')
      await preview.locator('[class*="convoke"]').first().waitFor({ timeout: 60_000 })
      await page.waitForTimeout(1500)
      await workbench.picture(`editor-${name}`)
      assert.ok(await preview.locator('table').count() > 0, 'the preview shows no table')
      assert.deepEqual([...workbench.outside], [])
    })
  }
})
