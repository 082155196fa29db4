import { assert } from 'chai'
import * as vscode from 'vscode'
import { daysAfter, quietTuesday } from '../../support/days.ts'
import { complaint, diagnosticsOf, fixes, labelOf, noComplaint, open, placeOf, proposals, remove, ruleOf, take, until, write } from './editor.ts'

const FILE = 'meetings/under-test.md'
const DRAFT = 'meetings/drafts/weekly-sync.md'
const GOOD = 'meetings/2026-12-01-search-latency.md'
const DAY = quietTuesday(Date.now())
const [DAY_BEFORE, SATURDAY, NEXT_MONDAY] = [daysAfter(DAY, -1), daysAfter(DAY, 4), daysAfter(DAY, 6)]
const MEETING = `---
id: under-test
title: Search latency above 400 ms since release 5.2
purpose: Choose between rolling release 5.2 back and adding two index nodes
outcome: A signed decision record for release 5.2
start: ${DAY} 10:00
timezone: Europe/Berlin
duration: 60m
organizer: tom-becker
link: https://zoom.us/j/5550101234
backup_link: https://meet.google.com/abc-demo-xyz
required: [emma-clarke, ana-ruiz]
rsvp_by: ${DAY_BEFORE} 12:00
---

## Agenda
1. What changed in release 5.2 (10m, @ana-ruiz)
2. Cost of a rollback against two more index nodes (25m, @emma-clarke)
`

describe('diagnostics', () => {
  it('say what is wrong, by which rule, with a link to its page', async () => {
    const editor = await open(DRAFT)
    const found = await complaint(editor, 'specific-topic')
    assert.equal(found.range.start.line, 2)
    assert.equal(typeof found.code, 'object')
    assert.match(String((found.code as { target: vscode.Uri }).target), /docs\/rules\/specific-topic\.md/)
    await complaint(editor, 'duration-limit')
    await complaint(editor, 'materials-linked')
  })

  it('follow each change of the text, saved or not', async () => {
    const editor = await write(FILE, MEETING.replace('duration: 60m', 'duration: 4h'))
    const found = await complaint(editor, 'duration-limit')
    await editor.edit((edit) => edit.replace(found.range, '60m'))
    await noComplaint(editor, 'duration-limit')
    await remove(FILE)
  })

  it('leave other Markdown files alone', async () => {
    const editor = await write('README.md', '# Weekly sync\n\n- [ ] follow up\n')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    assert.deepEqual(diagnosticsOf(editor), [])
    await remove('README.md')
  })
})

describe('quick fixes', () => {
  for (const [rule, wrong, right] of [
    ['humane-time', MEETING.replace(`${DAY} 10:00`, `${SATURDAY} 10:00`), new RegExp(`start: ${NEXT_MONDAY}`)],
    ['reply-deadline', MEETING.replace(`rsvp_by: ${DAY_BEFORE} 12:00\n`, ''), new RegExp(`rsvp_by: (?:${daysAfter(DAY, -4)}|${DAY_BEFORE}|${DAY})`)],
    ['agenda-time-budget', MEETING.replace('(25m', '(120m'), /agenda/i],
    ['attendees-listed', MEETING.replace('required:', 'attendees:'), /required: \[emma-clarke, ana-ruiz\]/],
  ] as const) {
    it(`of ${rule} make its complaint go away`, async () => {
      const editor = await write(FILE, wrong)
      const [first] = await fixes(editor, await complaint(editor, rule))
      assert.ok(first)
      await take(first)
      await noComplaint(editor, rule)
      assert.match(editor.document.getText(), right)
      await remove(FILE)
    })
  }

  it('are all taken at once where they are safe, as on save', async () => {
    const editor = await write(FILE, MEETING.replace('title:', 'titel:').replace('duration:', 'duraton:'))
    await complaint(editor, 'front-matter')
    // VS Code gives up on its question when anything moves meanwhile, as a person's second press of the key would tell.
    await until('mended text', async () => {
      await vscode.commands.executeCommand('editor.action.fixAll')
      return editor.document.getText() === MEETING
    })
    await remove(FILE)
  })
})

describe('completion', () => {
  it('proposes the keys that are missing, and people by name', async () => {
    const editor = await write(FILE, MEETING.replace('required: [emma-clarke, ana-ruiz]', 'required: [ana]'))
    const people = await proposals(editor, placeOf(editor.document, '[ana]', 4))
    assert.ok(people.some((each) => labelOf(each).includes('ana-ruiz')), people.map(labelOf).join(' '))
    await editor.edit((edit) => edit.insert(placeOf(editor.document, 'rsvp_by:'), '\n'))
    // Snippets of the editor's own may be there before the server's keys.
    const keys = await until('a key', async () => {
      const found = await proposals(editor, placeOf(editor.document, '\nrsvp_by:', 0))
      return found.some((each) => labelOf(each).startsWith('remind')) && found
    })
    assert.ok(!keys.some((each) => labelOf(each) === 'title'))
    await remove(FILE)
  })
})

describe('reading aids', () => {
  it('hover tells a person’s local time, and never an address', async () => {
    const editor = await open(GOOD)
    const hovers = await until('hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, placeOf(editor.document, 'emma-clarke', 3))
      return found.length > 0 && found
    })
    const text = hovers.flatMap((each) => each.contents).map((each) => (each as vscode.MarkdownString).value).join('\n')
    assert.match(text, /Emma Clarke/)
    assert.match(text, /09:00/)
    assert.notMatch(text, /@example\.org/)
  })

  it('hints show the clock beside the agenda', async () => {
    const editor = await open(GOOD)
    const hints = await until('hint', async () => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', editor.document.uri, new vscode.Range(0, 0, editor.document.lineCount, 0))
      return found.length > 0 && found
    })
    const texts = hints.map((each) => (typeof each.label === 'string' ? each.label : each.label.map((part) => part.value).join('')))
    assert.ok(texts.some((each) => each.includes('10:10')), texts.join(' | '))
  })

  it('the outline holds agenda and minutes', async () => {
    const editor = await open(GOOD)
    const names = await until('outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', editor.document.uri)
      const flat = flatten(found ?? [])
      return flat.some((each) => each.includes('Cost of a rollback')) && flat
    })
    assert.ok(names.some((each) => each.includes('Agenda')))
  })

  it('links lead to the materials', async () => {
    const editor = await open(GOOD)
    await until('link to the data', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', editor.document.uri)
      return links.some((each) => each.target?.path.endsWith('data/search-latency.csv') === true)
    })
  })

  it('lenses stand above the meeting', async () => {
    const editor = await open(GOOD)
    await until('lens that shows the plan', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 10)
      return lenses.some((each) => each.command?.command === 'convoke.plan')
    })
  })

  it('the workspace’s symbols find a meeting by its title', async () => {
    await until('symbol', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'Search latency')
      return found.some((each) => each.location.uri.path.endsWith('2026-12-01-search-latency.md'))
    })
  })
})

describe('a person’s key', () => {
  it('is renamed everywhere at once', async () => {
    const editor = await open(GOOD)
    const edit = await until('rename', async () => {
      const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', editor.document.uri, placeOf(editor.document, 'ana-ruiz', 2), 'ana')
      return found.size > 1 && found
    })
    const files = edit.entries().map(([uri]) => uri.path)
    assert.ok(files.some((each) => each.endsWith('.convoke.yml')), files.join(' '))
  })

  it('leads to the directory', async () => {
    const editor = await open(GOOD)
    await until('definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', editor.document.uri, placeOf(editor.document, 'emma-clarke', 2))
      return found.some((each) => ('uri' in each ? each.uri : each.targetUri).path.endsWith('.convoke.yml'))
    })
  })
})

describe('a broken file', () => {
  it('gets a complaint, and the others keep theirs', async () => {
    const editor = await write(FILE, '---\nid: [\ntitle: x\n---\n')
    await complaint(editor, 'front-matter')
    const other = await open(DRAFT)
    await complaint(other, 'specific-topic')
    await remove(FILE)
    assert.ok(diagnosticsOf(other).every((each) => ruleOf(each) !== ''))
  })
})

function flatten(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return symbols.flatMap((each) => [each.name, ...flatten(each.children)])
}
