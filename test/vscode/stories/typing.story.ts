import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layCorpus, makeBodies } from '../../../scripts/bench/corpus.ts'
import { emptyFolder, type Folder } from '../support/folder.ts'
import { vsix } from '../support/vsix.ts'
import { Workbench } from '../support/workbench.ts'

/** How much is typed; CONVOKE_TYPED=1000 types a whole meeting, for which an everyday run has no time. */
const TYPED = Number(process.env['CONVOKE_TYPED'] ?? 120)
/** Milliseconds from key to key: ten keys a second. */
const PACE = 100
const MEETINGS = 2000

const TEXT = `---
title: Split of the Q2 marketing budget over four channels
purpose: Decide how 1.2 million are split over search, social, print and fairs
outcome: A signed table with one amount for each channel
start: 2027-02-03 14:00
duration: 60m
organizer: p1
required: [p2, p3]
room: r1
---

## Agenda
1. What each channel brought in the last quarter (15m, @p1)
2. Three proposals for the split, with their risks (25m, @p2)
3. Vote and the date from which it counts (20m, @p3)

## Materials
- [Spending of the last quarter](https://example.org/spending)
- [Sales by channel](https://example.org/sales)
- [The three proposals](https://example.org/proposals)

Bring the figures of your own channel with you, and say beforehand what you would change in the proposals. Whoever cannot come names a
substitute who may vote. The table is signed in the meeting itself and sent to all channels on the same day, together with the date on which the new amounts are released and the name of whoever answers questions about them.
`

describe(`typing in a workspace of ${MEETINGS} meetings`, function () {
  this.timeout(300_000 + 2 * TYPED * PACE)
  let folder: Folder
  let workbench: Workbench

  before(async () => {
    folder = emptyFolder({ 'meetings/typed.md': '' })
    layCorpus(folder.path, makeBodies(), MEETINGS)
    workbench = await Workbench.open({
      folder: folder.path, vsix: [vsix()],
      // What the editor itself adds to what is typed would hide a lost key.
      settings: { 'editor.autoClosingBrackets': 'never', 'editor.autoClosingQuotes': 'never', 'editor.autoIndent': 'none', 'editor.acceptSuggestionOnEnter': 'off', 'editor.acceptSuggestionOnCommitCharacter': false, 'files.trimTrailingWhitespace': false },
    })
  })
  after(async () => {
    await workbench.close()
    folder.remove()
  })

  it(`loses no key at ten a second, and the checks keep up (${TYPED} characters)`, async () => {
    const { page } = workbench
    const text = TEXT.slice(0, TYPED)
    await workbench.openFile('typed.md')
    await workbench.problems(1)
    await workbench.press('Control+Home')
    await workbench.type(text, PACE)
    const saved = (): string => readFileSync(join(folder.path, 'meetings/typed.md'), 'utf8')
    for (let tries = 0; tries < 50 && saved() !== text; tries++) await page.waitForTimeout(200)
    assert.equal(saved(), text)
    // The checks are where the keys are: what was typed last is judged at once.
    await workbench.press('Control+A')
    await workbench.type('---\nid: typed\nstart: 2027-02-30 14:00\n---\n', PACE)
    const told = page.locator('.marker-widget, .monaco-hover').filter({ hasText: '2027-02-30' })
    for (let tries = 0; tries < 10 && !await told.first().isVisible(); tries++) {
      await workbench.goTo(3)
      await workbench.press('F8')
      await page.waitForTimeout(300)
    }
    await told.first().waitFor({ timeout: 1000 })
    assert.deepEqual([...workbench.outside], [])
  })
})
