import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFolder, type Folder } from '../support/folder.ts'
import { Story } from '../support/story.ts'
import { vsix } from '../support/vsix.ts'
import { Workbench } from '../support/workbench.ts'

/** Notes as a team keeps them before anybody has told it how: no front matter, everything said in words. */
const NOTES: Readonly<Record<string, string>> = {
  'notes/2026-11-12-storage.md': `# Storage working group, 12 November 2026

**Time:** 14:00 UTC
**Attendees:** Ana Ruiz, Tom Becker, Emma Clarke

## Agenda

- Quota per project from January on (Ana, 20 min)
- Old snapshots of the staging cluster (Tom, 10 min)

## Decisions

- Every project gets 500 GB until the end of March.

## Action items

- [ ] Tom: delete the staging snapshots older than 90 days by 2026-11-30
- [x] Ana: send the list of quotas to all project leads
`,
  'notes/charter.md': '# Charter of the storage working group\n\nThe group looks after disks.\n',
}
const FILE = 'notes/2026-11-12-storage.md'

describe('a team’s first week', function () {
  this.timeout(300_000)
  this.retries(1)
  let folder: Folder
  let workbench: Workbench

  beforeEach(async () => {
    folder = emptyFolder(NOTES)
    workbench = await Workbench.open({ folder: folder.path, vsix: [vsix()], settings: { 'workbench.colorTheme': 'Default Light Modern', 'files.simpleDialog.enable': true } })
  })
  afterEach(async () => {
    await workbench.close()
    folder.remove()
  })

  it('reads the walkthrough, imports its notes, and looks at the report, with the keyboard', async () => {
    const story = new Story(workbench, 'first-week')
    const { page } = workbench
    const text = (): string => readFileSync(join(folder.path, FILE), 'utf8')
    await story.step('Open the walkthrough', async () => {
      await workbench.command('Convoke: First Five Minutes')
      const steps = page.locator('.getting-started-step')
      await steps.first().waitFor()
      assert.equal(await steps.count(), 5)
      for (const title of ['Write a meeting', 'Let it be checked', 'See what merging sends', 'Hold it', 'Follow up']) await steps.filter({ hasText: title }).first().waitFor()
    })
    await story.step('Import a folder: nothing is written before somebody agrees', async () => {
      await workbench.command('Convoke: Import a Folder of Markdown Files')
      // The dialog fills in where it stands, and lists it, before it takes another place.
      for (let tries = 0; tries < 50 && !(await workbench.input().inputValue()).startsWith(folder.path); tries++) await page.waitForTimeout(200)
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'notes' }).first().waitFor()
      await workbench.input().fill(join(folder.path, 'notes'))
      // Enter takes the folder, or goes into it first, whichever of typing and listing was quicker.
      const question = page.locator('.monaco-dialog-box').filter({ hasText: 'Files in notes that can be made meetings: 1' })
      for (let tries = 0; tries < 5 && !await question.isVisible(); tries++) {
        if (await workbench.input().isVisible()) await workbench.press('Enter')
        await question.waitFor({ timeout: 3000 }).catch(() => undefined)
      }
      await question.waitFor()
      assert.equal(text(), NOTES[FILE])
    })
    await story.step('Take them over: the words stay as they are, with front matter above', async () => {
      await workbench.press('Enter')
      for (let tries = 0; tries < 100 && text() === NOTES[FILE]; tries++) await page.waitForTimeout(200)
      await workbench.openFile('2026-11-12-storage.md')
      await page.locator('.editor-instance .view-line').filter({ hasText: 'timezone' }).first().waitFor()
    })
    const made = text()
    assert.ok(made.endsWith(NOTES[FILE] ?? ''), made)
    assert.match(made, /^---\n[\s\S]*start: ['"]?2026-11-12[T ]14:00/)
    assert.match(made, /attendees: \[Ana Ruiz, Tom Becker, Emma Clarke\]/)
    assert.equal(readFileSync(join(folder.path, 'notes/charter.md'), 'utf8'), NOTES['notes/charter.md'])
    await story.step('See how far the meetings keep to the procedure', async () => {
      await workbench.press('Control+K', 'S')
      await workbench.command('Convoke: Report on Meetings')
      const inner = page.frameLocator('iframe.webview').frameLocator('iframe')
      await inner.getByText('A1', { exact: false }).first().waitFor()
    })
    assert.deepEqual([...workbench.outside], [])
  })
})
