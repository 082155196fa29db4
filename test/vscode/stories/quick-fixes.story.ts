import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { daysAfter, quietTuesday } from '../../support/days.ts'
import { exampleFolder, type Folder } from '../support/folder.ts'
import { Story } from '../support/story.ts'
import { vsix } from '../support/vsix.ts'
import { Workbench } from '../support/workbench.ts'

const FILE = 'meetings/bad.md'
/** A Saturday, a key misspelt, one undivided list, no deadline, an agenda that takes longer than there is. */
const BAD = `---
id: bad
title: Search latency above 400 ms since release 5.2
purpose: Choose between rolling release 5.2 back and adding two index nodes
outcome: A signed decision record for release 5.2
start: ${daysAfter(quietTuesday(Date.now()), 4)} 10:00
timezone: Europe/Berlin
duraton: 60m
organizer: tom-becker
link: https://zoom.us/j/5550101234
backup_link: https://meet.google.com/abc-demo-xyz
attendees: [emma-clarke, ana-ruiz]
---

## Agenda
1. What changed in release 5.2 (20m, @ana-ruiz)
2. Cost of a rollback against two more index nodes (50m, @emma-clarke)
3. Vote and rollout date (20m, @tom-becker)
`

describe('mending a bad meeting with quick fixes alone', function () {
  this.timeout(600_000)
  this.retries(1)
  let folder: Folder
  let workbench: Workbench

  beforeEach(async () => {
    folder = exampleFolder({ [FILE]: BAD })
    workbench = await Workbench.open({ folder: folder.path, vsix: [vsix()], settings: { 'workbench.colorTheme': 'Default Light Modern' } })
  })
  afterEach(async () => {
    await workbench.close()
    folder.remove()
  })

  it('leaves nothing to complain of', async () => {
    const story = new Story(workbench, 'quick-fixes')
    await workbench.openFile('bad.md')
    await story.step('What is wrong', () => workbench.squiggles('warning').first().waitFor({ timeout: 60_000 }))
    await story.step('Mend it, problem by problem', async () => {
      for (let tries = 0; tries < 12 && await workbench.tabProblems('bad.md') > 0; tries++) {
        await workbench.goToProblem()
        if (tries === 1) await workbench.picture('quick-fixes-offered')
        await workbench.takeFix('bad.md')
      }
    })
    await story.step('Save', async () => {
      await workbench.press('Control+S')
      await workbench.page.locator('.tab.active:not(.dirty)').waitFor()
    })
    const lint = spawnSync(process.execPath, ['dist/cli/convoke.js', 'lint', FILE, '--root', folder.path], { encoding: 'utf8' })
    assert.equal(lint.status, 0, lint.stdout)
  })
})
