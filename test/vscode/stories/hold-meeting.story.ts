import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exampleFolder, type Folder } from '../support/folder.ts'
import { Story } from '../support/story.ts'
import { vsix } from '../support/vsix.ts'
import { Workbench } from '../support/workbench.ts'

const FILE = 'meetings/held-now.md'

describe('holding a meeting with the keyboard', function () {
  this.timeout(600_000)
  this.retries(1)
  let folder: Folder
  let workbench: Workbench

  beforeEach(async () => {
    folder = exampleFolder({ [FILE]: meetingAt(Date.now() - 60_000) })
    workbench = await Workbench.open({ folder: folder.path, vsix: [vsix()], settings: { 'workbench.colorTheme': 'Default Dark Modern' } })
  })
  afterEach(async () => {
    await workbench.close()
    folder.remove()
  })

  it('calls the roll, keeps the clock, extends with a reason, and leaves the frame of the minutes', async () => {
    const story = new Story(workbench, 'hold-meeting')
    const { page } = workbench
    const text = (): string => readFileSync(join(folder.path, FILE), 'utf8')
    await workbench.openFile('held-now.md')
    await story.step('Start: what is to be tested before an online meeting', async () => {
      await workbench.command('Convoke: Start Meeting')
      await workbench.asked('Before an online meeting')
      await workbench.tickAll()
    })
    await story.step('Call the roll', async () => {
      await workbench.press('Enter')
      await workbench.asked('Roll call')
      await workbench.untick('Ana Ruiz')
    })
    await story.step('Settle what the absent get instead', async () => {
      await workbench.press('Enter')
      await workbench.asked('is absent')
    })
    await story.step('The roll stands in the file, the clock runs', async () => {
      await workbench.press('Enter')
      await page.locator('.statusbar-item').filter({ hasText: /1\/3/ }).waitFor()
      await workbench.command('Convoke: Focus on Running Meeting View')
      await page.waitForTimeout(1000)
    })
    await story.step('Next item', async () => {
      await workbench.press('Control+1')
      await workbench.press('Control+Alt+ArrowRight')
      await page.locator('.statusbar-item').filter({ hasText: /2\/3/ }).waitFor()
    })
    await story.step('Extend, with the reason', async () => {
      await workbench.command('Convoke: Extend with a Reason')
      await page.waitForTimeout(600)
      await workbench.type('15')
      await workbench.press('Enter')
      await page.waitForTimeout(600)
      await workbench.type('The cost of two more nodes is still open')
      await workbench.press('Enter')
      await page.waitForTimeout(1500)
    })
    await story.step('End: the frame of the minutes is there', async () => {
      await workbench.command('Convoke: End Meeting')
      await page.waitForTimeout(1500)
      await workbench.press('Control+1', 'Control+S')
      await page.waitForTimeout(1000)
    })
    assert.match(text(), /### Attendance\n(?:- \[.\].*\n)*- \[ \] @ana-ruiz \(minutes/)
    assert.match(text(), /- \[x\] @emma-clarke/)
    assert.match(text(), /extended:\n {2}- by: 15m?\b[\s\S]*The cost of two more nodes is still open/)
    for (const part of ['Discussion', 'Decisions', 'Action items']) assert.match(text(), new RegExp(`### ${part}\\n`))
    assert.deepEqual([...workbench.outside], [])
  })

  it('goes on where it was when the window is loaded anew', async () => {
    const { page } = workbench
    const shown = page.locator('.statusbar-item').filter({ hasText: /\d\/3/ })
    await workbench.openFile('held-now.md')
    await workbench.command('Convoke: Start Meeting')
    await workbench.asked('Before an online meeting')
    await workbench.tickAll()
    await workbench.press('Enter')
    await workbench.asked('Roll call')
    await workbench.press('Enter')
    await shown.filter({ hasText: '1/3' }).waitFor()
    await workbench.press('Control+1', 'Control+S', 'Control+Alt+ArrowRight')
    await shown.filter({ hasText: '2/3' }).waitFor()
    // VS Code writes down what it is given to remember a moment later, and no event tells when.
    await page.waitForTimeout(5000)
    await page.reload()
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 })
    await shown.filter({ hasText: '2/3' }).waitFor({ timeout: 60_000 })
    // The clock of the meeting runs on: nothing is asked again, and the next item comes by its key.
    await workbench.openFile('held-now.md')
    await workbench.press('Control+Alt+ArrowRight')
    await shown.filter({ hasText: '3/3' }).waitFor()
    await workbench.command('Convoke: End Meeting')
    await page.waitForTimeout(1500)
    await workbench.press('Control+1', 'Control+S')
    await page.locator('.tab.active:not(.dirty)').waitFor()
    assert.match(readFileSync(join(folder.path, FILE), 'utf8'), /### Attendance\n(?:- \[x\] @.*\n){3}/)
  })
})

/** A meeting of an hour that begins at an instant. */
function meetingAt(start: number): string {
  const wall = (instant: number): string => new Date(instant).toISOString().slice(0, 16).replace('T', ' ')
  return `---
id: held-now
title: Search latency above 400 ms since release 5.2
purpose: Choose between rolling release 5.2 back and adding two index nodes
outcome: A signed decision record for release 5.2
start: ${wall(start)}
timezone: UTC
duration: 60m
organizer: tom-becker
link: https://zoom.us/j/5550101234
backup_link: https://meet.google.com/abc-demo-xyz
required: [emma-clarke, ana-ruiz]
rsvp_by: ${wall(start - 86_400_000)}
---

## Agenda
1. What changed in release 5.2 (10m, @ana-ruiz)
2. Cost of a rollback against two more index nodes (25m, @emma-clarke)
3. Vote and rollout date (15m, @tom-becker)
`
}
