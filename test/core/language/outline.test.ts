import assert from 'node:assert/strict'
import { documentLinks } from '../../../src/core/language/document-links.ts'
import { foldingRanges } from '../../../src/core/language/folding.ts'
import { formatAgenda } from '../../../src/core/language/format.ts'
import { lenses } from '../../../src/core/language/lenses.ts'
import { semanticTokens } from '../../../src/core/language/semantic-tokens.ts'
import type { OutlineNode } from '../../../src/core/language/shapes.ts'
import { documentSymbols } from '../../../src/core/language/symbols.ts'
import { workspaceSymbols } from '../../../src/core/language/workspace-symbols.ts'
import { applyEdits } from '../../../src/core/text/edit.ts'
import { contains } from '../../../src/core/text/range.ts'
import { good } from '../../support/rule.ts'
import { open, type Scene } from '../../support/language.ts'

const MINUTES = `${good()}
## Minutes

### Attendance
- [x] @li-lei

### Decisions
- D1: The budget is split 40/30/20/10.

### Action items
- [x] @tom Send the table 📅 2026-12-04 #12
- [ ] @wang-wei Book the slots 📅 2026-12-10
`

describe('the outline', () => {
  const tree = (nodes: readonly OutlineNode[], depth = 0): string[] => nodes.flatMap(({ name, detail, kind, children }) => [`${'  '.repeat(depth)}${kind} ${name}${detail === undefined ? '' : ` — ${detail}`}`, ...tree(children, depth + 1)])
  it('has the meeting with its keys, and the sections with their items', () => {
    assert.deepEqual(tree(documentSymbols(open(MINUTES).context)).filter((line) => !line.startsWith('  field')), [
      'meeting Q2 marketing budget split over four channels — 2026-12-03 14:00',
      'section Agenda', '  agenda-item Where the Q1 money went — 15 min · han-meimei', '  agenda-item Vote on the split over four channels — 45 min · li-lei',
      'section Minutes', '  section Attendance', '  section Decisions', '    decision D1: The budget is split 40/30/20/10.',
      '  section Action items', '    action-item ✓ Send the table — tom · 2026-12-04', '    action-item Book the slots — wang-wei · 2026-12-10',
    ])
  })
  it('keeps each node within the one above, and each selection within its node', () => {
    const check = (node: OutlineNode): void => {
      assert.ok(contains(node.range, node.selection) && node.name !== '', node.name)
      for (const child of node.children) {
        assert.ok(contains(node.range, child.range), `${child.name} in ${node.name}`)
        check(child)
      }
    }
    for (const text of [MINUTES, `\ufeff${MINUTES.replace(/\n/g, '\r\n')}`]) documentSymbols(open(text).context).forEach(check)
  })
})

describe('folding', () => {
  it('folds front matter, lists, sections and comments', () => {
    const { context, text } = open('---\nmaterials:\n  - a.csv\n  - b.csv\n---\n\n## Agenda\n1. x (5m)\n\n<!-- a\nb -->\n\n## Minutes\n')
    assert.deepEqual(foldingRanges(context).map(({ range, kind }) => `${kind} ${JSON.stringify(text.slice(range.start, range.end))}`), [
      'region "---\\nmaterials:\\n  - a.csv\\n  - b.csv\\n---"', 'region "materials:\\n  - a.csv\\n  - b.csv"', 'region "## Agenda\\n1. x (5m)\\n\\n<!-- a\\nb -->"', 'comment "<!-- a\\nb -->"',
    ])
  })
})

describe('document links', () => {
  const links = (marked: string, scene: Scene = {}): string[] => {
    const { context, text } = open(marked, scene)
    return documentLinks(context).map(({ range, target }) => `${text.slice(range.start, range.end)} → ${'url' in target ? target.url : target.path}`)
  }
  it('lead to materials, meetings, the series and issues', () => {
    const series = { 'meetings/s.md': '---\nid: weekly\nrepeat: every week on Monday\n---\n' }
    const text = '---\nlink: https://zoom.us/j/1\nseries: weekly\nmaterials:\n  - ./data/../data/a.csv\n  - url: https://x.example/y\n---\n\nSee [it](../b.md) and [web](https://e.org).\n\n## Action items\n- [ ] @tom x #12\n'
    assert.deepEqual(links(text, { others: series, repositoryUrl: 'https://github.com/o/r/' }), [
      'https://zoom.us/j/1 → https://zoom.us/j/1', 'weekly → meetings/s.md', './data/../data/a.csv → data/a.csv', 'https://x.example/y → https://x.example/y', '../b.md → b.md', 'https://e.org → https://e.org', '#12 → https://github.com/o/r/issues/12',
    ])
    assert.ok(!links(text).some((each) => each.startsWith('#12')), 'without the repository’s address an issue leads nowhere')
  })
  it('never lead to a command, a script or out of the repository', () => {
    const hostile = '---\nlink: javascript:alert(1)\nmaterials:\n  - command:evil\n  - ../../etc/passwd\n  - url: "command:evil"\n  - file:///etc/passwd\n---\n\n[a](javascript:alert(1)) [b](command:workbench.action.quit) [c](file:///etc/passwd) [d](../../../x) [e](vscode://x) [f](data:text/html,x) ![g](JAVASCRIPT:x)\n'
    assert.deepEqual(links(hostile, { repositoryUrl: 'javascript:alert(1)//' }), [])
  })
})

describe('lenses', () => {
  const shown = (text: string, scene: Scene = {}): string[] => lenses(open(text, scene).context).map(({ command, title, arguments: given }) => `${command} “${title}” ${given.join(' ')}`)
  const online = good({ place: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x' })
  it('offer what can be done now', () => {
    assert.deepEqual(shown(online), ['plan “Preview what merging sends” meetings/a.md'])
    assert.deepEqual(shown(online, { now: '2026-12-03T05:30:00Z', repositoryUrl: 'https://github.com/o/r', language: 'zh' }), [
      'plan “预览合并后会发送什么” meetings/a.md', 'startMeeting “开始会议” meetings/a.md', 'join “进入会议” https://zoom.us/j/1', 'openIssue “打开 Issue” meetings/a.md',
    ])
    assert.deepEqual(shown(online, { now: '2026-12-04T05:30:00Z' }), ['plan “Preview what merging sends” meetings/a.md'])
    assert.deepEqual(shown(good({ more: 'status: draft' })), [])
  })
  it('offer the next file of a series', () => {
    assert.deepEqual(shown(good({ start: 'start: 2026-11-24 11:00', more: 'repeat: every week on Tuesday' })), ['nextOccurrence “Write the file of the next meeting (Tue 2026-12-01)” meetings/a.md'])
  })
})

describe('semantic tokens', () => {
  it('tell people from nobody, rooms, keys, and what is done around what stands in it', () => {
    const { context, text } = open(`---\nroom: 3A\nfoo: x\nrequired: [tom, ghost, finance, "@octocat"]\n---\n## Agenda\n1. x (5m, @tom)\n\n## Action items\n- [x] Send @tom the table 📅 2026-12-04\n`)
    assert.deepEqual(semanticTokens(context).map(({ range, type }) => `${type} ${text.slice(range.start, range.end)}`), [
      'key room', 'room 3A', 'key required', 'person tom', 'unknown ghost', 'group finance', 'login @octocat', 'duration 5m', 'person @tom', 'done Send ', 'person @tom', 'done  the table', 'date 2026-12-04',
    ])
  })
  it('lie in the order of the text, on one line each, none over another', () => {
    const { context, text } = open(`\ufeff${MINUTES.replace(/\n/g, '\r\n')}`)
    let last = 0
    for (const { range } of semanticTokens(context)) {
      assert.ok(range.start >= last && !/[\r\n]/.test(text.slice(range.start, range.end)))
      last = range.end
    }
  })
})

describe('formatting of the agenda', () => {
  const formatted = (text: string): string | undefined => applyEdits(text, formatAgenda(open(text).context))
  it('writes times in one form, by the file’s language', () => {
    assert.equal(formatted('---\nid: a\n---\n## Agenda\n1. One (15 minutes, @tom)\n2. Two (90 min)\n3. Three — 10m\n'), '---\nid: a\n---\n## Agenda\n1. One (15m, @tom)\n2. Two (1h30m)\n3. Three — 10m\n')
    assert.equal(formatted('---\r\n编号: a\r\n---\r\n## 议程\r\n1. 第一项（15 min，@tom）\r\n2. 第二项（半小时）\r\n'), '---\r\n编号: a\r\n---\r\n## 议程\r\n1. 第一项（15分钟，@tom）\r\n2. 第二项（30分钟）\r\n')
  })
  it('leaves a span of time and tables alone, and changes nothing twice', () => {
    const kept = '---\nid: a\n---\n## Agenda\n1. One (5-10 minutes)\n2. Two (5 to 10 min)\n\n| Topic | Minutes |\n| --- | --- |\n| x | 15 |\n'
    assert.equal(formatted(kept), kept)
    const once = formatted('## Agenda\n1. One (15 minutes)\n') ?? ''
    assert.equal(formatted(once), once)
  })
})

describe('workspace symbols', () => {
  it('are found by every word of the query, over all meetings', () => {
    const { context } = open(MINUTES, { others: { 'meetings/b.md': good({ id: 'id: b', title: 'title: 第二季度营销预算分配评审' }) } })
    assert.deepEqual(workspaceSymbols(context.files, '').map(({ name, kind }) => `${kind} ${name}`), ['meeting Q2 marketing budget split over four channels', 'meeting 第二季度营销预算分配评审'])
    assert.deepEqual(workspaceSymbols(context.files, 'TABLE send').map(({ name, kind, file, container }) => `${kind} ${name} ${file} ${container ?? ''}`), ['action-item Send the table meetings/a.md Q2 marketing budget split over four channels'])
    assert.deepEqual(workspaceSymbols(context.files, '预算').map(({ file }) => file), ['meetings/b.md'])
    assert.deepEqual(workspaceSymbols(context.files, '@wang-wei').map(({ name }) => name), ['Book the slots'])
  })
})
