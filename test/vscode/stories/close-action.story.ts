import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exampleFolder, type Folder } from '../support/folder.ts'
import { Story } from '../support/story.ts'
import { vsix } from '../support/vsix.ts'
import { Workbench } from '../support/workbench.ts'

const FILE = 'meetings/held.md'
const ITEM = 'Enter the amounts of the four channels'
const HELD = `---
id: held
title: Q2 marketing budget split over four channels
purpose: Decide how the ¥1.2M Q2 budget is split over four channels
outcome: Signed-off budget table
start: 2026-11-19 14:00
timezone: Asia/Shanghai
duration: 60m
organizer: li-lei
room: 3A
required: [han-meimei, wang-wei]
rsvp_by: 2026-11-18 14:00
---

## Agenda
1. Split over the four channels: vote (45m, @li-lei)

## Minutes
### Attendance
- [x] @han-meimei
### Discussion
Three splits were compared.
### Decisions
- D1: The split by last quarter’s sales is taken.
### Action items
- [ ] @han-meimei ${ITEM} 📅 2026-11-20
- [ ] @wang-wei Order the banners for the trade fair 📅 2027-02-10
`

describe('closing an action item from the list', function () {
  this.timeout(600_000)
  this.retries(1)
  let folder: Folder
  let workbench: Workbench

  beforeEach(async () => {
    folder = exampleFolder({ [FILE]: HELD })
    workbench = await Workbench.open({ folder: folder.path, vsix: [vsix()], settings: { 'workbench.colorTheme': 'Default Light Modern' } })
  })
  afterEach(async () => {
    await workbench.close()
    folder.remove()
  })

  it('ticks it in the meeting’s file, overdue ones standing first', async () => {
    const story = new Story(workbench, 'close-action')
    const { page } = workbench
    const row = page.locator('.pane-body .monaco-list-row').filter({ hasText: ITEM })
    await story.step('The list of action items', async () => {
      await workbench.openFile('held.md')
      await workbench.command('Convoke: Focus on Action Items View')
      await row.waitFor({ timeout: 60_000 })
    })
    assert.match(await row.innerText(), /overdue/)
    await story.step('Open the overdue one with Space, tick it with Ctrl+Alt+T', async () => {
      // The list takes the keyboard once there is something in it.
      await workbench.command('Convoke: Focus on Action Items View')
      await page.waitForTimeout(500)
      await workbench.press('Home')
      for (let tries = 0; tries < 20 && !await page.locator('.pane-body .monaco-list-row.focused').filter({ hasText: ITEM }).isVisible(); tries++) await workbench.press('ArrowDown')
      await workbench.press('Space')
      // The file was open already: that the editor has the keyboard is what says that the item was opened.
      await page.locator('.monaco-editor.focused .view-line').filter({ hasText: /\[.\].*Enter/ }).waitFor()
      await workbench.press('Control+Alt+T')
      await page.locator('.view-line').filter({ hasText: /\[x\].*Enter/ }).waitFor({ timeout: 15_000 })
    })
    await workbench.press('Control+1', 'Control+S')
    await page.waitForTimeout(1000)
    assert.match(readFileSync(join(folder.path, FILE), 'utf8'), new RegExp(`- \\[x\\] @han-meimei ${ITEM}`))
  })
})
