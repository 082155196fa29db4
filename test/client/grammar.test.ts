import assert from 'node:assert/strict'
import { KEYS } from '../../src/core/meeting/keys.ts'
import { HAS_VSCODE, tokenize } from '../support/grammar.ts'

/** Expects lines to hold these words with these scopes of ours, and no others. */
async function expectScopes(text: string, expected: readonly string[]): Promise<void> {
  const found = (await tokenize(text)).flatMap((line) => line.filter(({ own }) => own.length > 0).map(({ text: word, own }) => `${own.join(' ')} ${word}`))
  assert.deepEqual(found, HAS_VSCODE ? expected : expected.filter((each) => !each.startsWith('key ')))
}

const front = (...lines: readonly string[]): string => ['---', ...lines, '---', ''].join('\n')

describe('the grammar of meeting files', () => {
  it('marks keys and values of the front matter in English', () => expectScopes(front('title: Budget', 'start: 2026-12-03 14:00', 'duration: 1h30m', 'importance: high', "organizer: '@octocat'", 'remind: [1d, 2h]'), [
    'key title', 'key start', 'date 2026-12-03', 'time 14:00', 'key duration', 'duration 1h30m', 'key importance', 'convoke high', 'key organizer', 'person @octocat', 'key remind', 'duration 1d', 'duration 2h',
  ].map((each) => each.replace('convoke high', 'language high'))))
  it('and in Chinese', () => expectScopes(front('主题: 预算评审', '开始时间: 2026-12-03 14:00', '时长: 1小时30分钟', '紧急程度: 紧急'), ['key 主题', 'key 开始时间', 'date 2026-12-03', 'time 14:00', 'key 时长', 'duration 1小时30分钟', 'key 紧急程度', 'language 紧急']))
  it('knows every key, and leaves what YAML says of the rest', async () => {
    for (const [key, { zh }] of Object.entries(KEYS)) {
      const [, line = []] = await tokenize(front(`${key}: some words`, `${zh}: 一些文字`))
      if (HAS_VSCODE) assert.deepEqual(line[0]?.own, ['key'], key)
      assert.ok(line.some(({ text, scopes }) => text.endsWith('words') && scopes.some((scope) => scope.startsWith('string.unquoted'))), `${key}: ${JSON.stringify(line)}`)
    }
    const [, unknown = [], comment = []] = await tokenize(front('something: else', '# start: 2026-12-03'))
    assert.deepEqual([...unknown, ...comment].flatMap(({ own }) => own), [])
  })
  it('marks nested keys, and what a fix left to be filled in', () => expectScopes(front('materials:', '  - path: decks/q2.md', '    as_of: 2026-11-20', 'purpose: Decide ‹what exactly›', '目的: 确定〈具体事项〉'), [
    'key materials', 'key path', 'key as_of', 'date 2026-11-20', 'key purpose', 'placeholder ‹what exactly›', 'key 目的', 'placeholder 〈具体事项〉',
  ]))
  it('marks agenda items in the forms people use', () => expectScopes('1. Where the money went (15m, @han-meimei)\n2. 表决（45分钟，@李雷）\n3. 14:00-14:15 Welcome\n- Vote [10 mins]\n- Talk (5-10 minutes)', [
    'duration 15m', 'person @han-meimei', 'duration 45分钟', 'person @李雷', 'time 14:00-14:15', 'duration 10 mins', 'duration 5-10 minutes',
  ]))
  it('marks action items: box, owner, date', () => expectScopes('- [ ] @han-meimei Publish the table 📅 2026-12-10\n- [x] Send it, due 2026-12-11\n- [ ] 责任人：李雷 提交方案 截止 2026-12-12', [
    'checkbox [ ]', 'person @han-meimei', 'due 📅', 'date 2026-12-10', 'done [', 'done done x', 'done ]', 'due due', 'date 2026-12-11', 'checkbox [ ]', 'owner 责任人', 'due 截止', 'date 2026-12-12',
  ]))
  it('marks cells of a table', () => expectScopes('| Item | Time | Owner |\n| --- | --- | --- |\n| Vote | 15m | @octocat |', ['duration 15m', 'person @octocat']))
  it('leaves prose, code and addresses alone', () => expectScopes('Mail a@example.org or @octocat (15m) by 2026-12-10.\n\n- `@octocat (15m)`\n- <https://example.org/@octocat>\n\n```md\n- [ ] @octocat (15m)\n```', []))
})
