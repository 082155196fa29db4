import assert from 'node:assert/strict'
import { proposeMeeting } from '../../../src/core/import/propose.ts'

describe('files that are no meetings', () => {
  const others: [string, string, string][] = [
    ['charter', 'wg-parser/charter.md', '# Working group\n\nWe look after the parser.\n'],
    ['charter', 'doc.md', '# 解析器小组章程\n\n本小组负责解析器。\n'],
    ['report', 'wg-parser__annual-report-2025.md', '# Parser\n\n- We shipped 4.2.\n'],
    ['report', 'doc.md', '# 🏁 项目组 2025 年度总结\n\n- 发布了 4.2\n'],
    ['readme', 'meetings/README.md', '# Our meetings\n\nWe meet every week: https://meet.jit.si/parser\n'],
    ['template', 'meetings/template.md', '# Meeting\n\n- Chair: Ann Lee\n- Date: YYYY-MM-DD\n'],
    ['template', 'meetings/会议纪要模板.md', '# 会议纪要\n\n主持人：\n'],
    ['rules', 'CODE_OF_CONDUCT.md', 'Be kind.\n'],
    ['rules', 'doc.md', '# Parser group governance\n\nVotes take a week.\n'],
    ['index', 'doc.md', '# 会议纪要列表\n\n- [三月](03.md)\n'],
  ]
  for (const [kind, path, text] of others) it(`${path}: ${text.split('\n')[0] ?? ''}`, () => assert.equal(proposeMeeting(text, path).other, kind))

  const meetings: [string, string, string][] = [
    ['a charter that a meeting talks of', 'notes.md', '# Charter review\n\n## Agenda\n- Scope\n'],
    ['a day in the text', 'charter.md', '# Charter\n\nDate: 2026-03-05\n'],
    ['a day in the name', '2026-03-05-readme.md', '# Readme\n'],
    ['people who were there', 'report.md', '# 2025 annual report\n\n## Present\n- Ann Lee\n- Bob Ray\n'],
    ['front matter of ours', 'README.md', '---\nid: 2026-03-05-sync\n---\n# Readme\n'],
    ['a word in passing', 'sync.md', '# Sync on the template engine\n\n- Cache\n'],
  ]
  for (const [name, path, text] of meetings) it(`in doubt a meeting: ${name}`, () => assert.equal(proposeMeeting(text, path).other, undefined))
})
