import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { withPreview, type MakeToken, type Token } from '../../src/client/preview/tokens.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import { previewOf, type Preview } from '../../src/core/preview/preview.ts'
import { CONFIG, good } from '../support/rule.ts'

interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: { readonly src: string; readonly Token: MakeToken; tokens: Token[] }) => void): void } }
  render(text: string): string
}
const MarkdownIt = createRequire(import.meta.url)('markdown-it') as (options: { readonly html: boolean }) => MarkdownIt
const { config } = parseConfig(CONFIG)
const NOW = Date.parse('2026-12-11T09:00:00Z')

const look = (text: string): Preview => previewOf(parse(text).meeting, text, config, NOW)

/** The file as a reader sees it: HTML with white space drawn together. */
function show(text: string): string {
  const md = MarkdownIt({ html: true })
  md.core.ruler.push('convoke', (state) => {
    state.tokens = withPreview(state.tokens, look(state.src), state.Token)
  })
  return md.render(text).replace(/\n/g, '')
}

describe('the preview of a meeting', () => {
  it('says when and where, and each person’s local time', () => {
    const html = show(good({ more: 'optional: [{tom: knows the figures}]\nimportance: high' }))
    assert.match(html, /<h1>Q2 marketing budget split over four channels <span class="convoke-badge convoke-important">important<\/span><\/h1>/)
    assert.match(html, /<dt>When<\/dt><dd>Thu 2026-12-03 14:00–15:30 · Asia&#47;|<dt>When<\/dt><dd>Thu 2026-12-03 14:00–15:30 · Asia\/Shanghai · 1 h 30 min<\/dd>/)
    assert.match(html, /<td>Tom Becker<\/td><td>optional<br><span class="convoke-reason">knows the figures<\/span><\/td><td><span class="convoke-clock">07:00–08:30<\/span> <span class="convoke-zone">Europe\/Berlin<\/span><\/td>/)
    assert.match(html, /<td>李雷<\/td><td>convenes<\/td>/)
  })
  it('names the day where it is another one', () => {
    const html = show(good({ start: 'start: 2026-12-03 02:00', required: 'required: [tom]' }))
    assert.match(html, /<span class="convoke-day">day before<\/span> <span class="convoke-clock">19:00–20:30<\/span>/)
  })
  it('puts clock times and bars into the agenda, and leaves what stands there', () => {
    const html = show(good({ body: '## Agenda\n1. Where the [money](https://example.org) went (15m)\n   - a note\n2. Vote (45m)\n3. A third (60m)\n' }))
    assert.match(html, /<ol class="convoke-timeline"><li><span class="convoke-clock">14:00–14:15<\/span> Where the <a href="https:\/\/example.org">money<\/a> went \(15m\)<span class="convoke-bar" aria-hidden="true"><span class="" style="width:16.7%">/)
    assert.match(html, /<li>a note<\/li>/)
    assert.match(html, /<span class="convoke-clock convoke-over" title="beyond the end">15:00–16:00<\/span> A third/)
  })
  it('draws the timeline of an agenda that is a table', () => {
    const html = show(good({ body: '## Agenda\n\n| Item | Time |\n| --- | --- |\n| Costs | 15m |\n| Vote | 30m |\n' }))
    assert.match(html, /<h2>Agenda<\/h2><ol class="convoke-timeline" aria-label="Agenda with clock times"><li><span class="convoke-clock">14:00–14:15<\/span> Costs<span class="convoke-bar"/)
    assert.match(html, /<td>Costs<\/td>/)
  })
  it('shows action items as a table: done, overdue, open', () => {
    const html = show(good({ body: '## Minutes\n\n### Action items\n- [x] @tom Write it 📅 2026-12-09\n- [ ] @han-meimei Send it 📅 2026-12-10 #12\n- [ ] @li-lei Sign it 📅 2026-12-20\n\n### Decisions\nD1\n' }))
    assert.match(html, /<tr class="convoke-overdue"><td><span aria-hidden="true">!<\/span> overdue<\/td><td>韩梅梅<\/td><td>Send it <span class="convoke-issue">#12<\/span><\/td><td>Thu 2026-12-10<\/td><\/tr>/)
    assert.match(html, /convoke-done.*convoke-overdue.*convoke-open/)
    assert.doesNotMatch(html, /\[x\]/)
    assert.match(html, /<h3>Decisions<\/h3><p>D1<\/p>/)
  })
  it('keeps a list of action items that holds more than they are', () => {
    for (const more of ['- [ ] @tom Write **it** 📅 2026-12-09\n', '- [ ] @tom Write it\n  - with a note\n', '- [ ] @tom Write it\n\nMore words.\n']) {
      assert.doesNotMatch(show(good({ body: `## Minutes\n\n### Action items\n${more}` })), /convoke-actions/, more)
    }
  })
  it('is in the meeting’s language', () => {
    const html = show('---\n编号: a\n主题: 预算评审\n开始时间: 2026-12-03 14:00\n时长: 90分钟\n组织者: li-lei\n必须参加: [priya]\n状态: 草稿\n---\n\n## 议程\n1. 表决（45分钟）\n')
    assert.match(html, /<span class="convoke-badge convoke-draft">草稿<\/span>/)
    assert.match(html, /<dt>时间<\/dt><dd>2026-12-03（周四）14:00–15:30 · Asia\/Shanghai · 1 小时 30 分钟<\/dd>/)
    assert.match(html, /<td>必须参加、外部<\/td>/)
  })
  it('leaves no trace of the front matter, and shows hostile words as words', () => {
    const html = show(good({ title: 'title: "<img src=x onerror=alert(1)> & \\"y\\""', more: 'link: "javascript:alert(1)"\noptional: [{tom: "<script>"}]' }))
    assert.doesNotMatch(html, /<img|<script|href="javascript|rsvp_by/)
    assert.match(html, /&#60;img src=x onerror=alert\(1\)&#62;/)
  })
  it('shows no mail address', () => assert.doesNotMatch(show(good({ required: 'required: [somebody@example.com]' })), /example\.com/))
  it('changes nothing else in a file', () => {
    const plain = '# Title\n\nWords.\n\n- a list\n- of two\n'
    const html = show(plain)
    assert.equal(html.replace(/^<section.*?<\/section>/, ''), MarkdownIt({ html: true }).render(plain).replace(/\n/g, ''))
  })
})
