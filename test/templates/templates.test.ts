import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { render } from '../../src/core/messages/render.ts'
import { mailContent, type MailTemplates } from '../../src/core/render/mail/content.ts'
import { invitationNotice } from '../../src/core/render/notice/invitation.ts'
import type { Files } from '../../src/ports/files.ts'
import { readTemplates, type TemplateProblem } from '../../src/templates/templates.ts'
import { BUDGET, DIRECTORY, LATENCY } from '../core/render/meetings.ts'

/** A folder `templates/mail` with these files. */
function folder(contents: Readonly<Record<string, string>>): Files {
  return {
    list: () => Promise.resolve([]), stat: () => Promise.resolve(undefined), readBytes: () => Promise.resolve(undefined), write: () => Promise.reject(new Error('nothing is written')),
    names: () => Promise.resolve(Object.keys(contents)),
    readText: (path, limit) => {
      const text = contents[path.replace('templates/mail/', '')]
      return Promise.resolve(text === undefined ? { unread: 'missing' as const } : text.length > limit ? { unread: 'too-large' as const } : { text })
    },
  }
}

async function invitation(contents: Readonly<Record<string, string>>, snapshot = BUDGET, failures: TemplateProblem[] = []): Promise<{ subject: string; text: string; html: string }> {
  const { templates, problems } = await readTemplates(folder(contents), (each) => failures.push(each))
  assert.deepEqual(problems, [])
  const notice = invitationNotice(snapshot, { language: snapshot.language, sink: 'mail', person: 'han-meimei' }, DIRECTORY, {})
  return mailContent(notice, DIRECTORY.name, { templates: templates as MailTemplates, kind: 'invitation' })
}

/** What is complained of in one file, as `line:column text`. */
async function complaints(source: string, name = 'notice.hbs', others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { problems } = await readTemplates(folder({ ...others, [name]: source }))
  for (const { message, data } of problems) for (const language of ['en', 'zh'] as const) assert.doesNotMatch(render(message, data, language), /[{}]\w+[{}]/)
  return problems.map(({ line, column, message, data }) => `${line}:${column} ${render(message, data, 'en')}`)
}

/** Examples of the documentation with the files that they are for. */
function examples(): [file: string, source: string][] {
  return [...readFileSync('docs/templates.md', 'utf8').matchAll(/`templates\/mail\/([\w.-]+)`[:：]\n\n```hbs\n([^]*?)```/g)].map((match) => [match[1] ?? '', match[2] ?? ''])
}

describe('templates of a team', () => {
  it('lie over the built-in ones, as the documentation shows', async () => {
    const shown = examples()
    assert.deepEqual(shown.map(([file]) => file), ['notice.hbs', '_signature.hbs', 'notice.txt.hbs', 'notice.zh.hbs', 'notice.zh.txt.hbs'])
    const english = await invitation(Object.fromEntries(shown), LATENCY)
    assert.match(english.html, /BOARD OFFICE<\/p>[^]*<h1>[^<]+<\/h1>[^]*class="label"[^]*Please do not forward/)
    assert.match(english.text, /^EXAMPLE LTD, BOARD OFFICE\n\n[^]{200,}\n\n-- \nPlease do not forward\.\n$/)
    const chinese = await invitation(Object.fromEntries(shown))
    assert.match(chinese.html, /lang="zh-CN"[^]*示例公司 · 董事会办公室[^]*由 Convoke/)
    assert.match(chinese.text, /^示例公司 · 董事会办公室\n\n[^]*请勿转发。\n$/)
  })
  it('are chosen by kind and language, the most special first', async () => {
    const all = { 'notice.hbs': 'notice', 'notice.zh.hbs': 'notice zh', 'invitation.hbs': 'invitation', 'invitation.zh.hbs': 'invitation zh' }
    const left = { ...all } as Record<string, string>
    for (const expected of ['invitation zh', 'invitation', 'notice zh', 'notice']) {
      assert.equal((await invitation(left)).html, expected)
      Reflect.deleteProperty(left, `${expected.replace(' ', '.')}.hbs`)
    }
    assert.equal((await invitation({ ...all, 'invitation.zh.hbs': '{{> body}}' }, LATENCY)).html, 'invitation')
  })
  it('can arrange the parts of a mail anew', async () => {
    const { html } = await invitation({ 'notice.hbs': '{{#each blocks}}{{#if facts}}{{#each facts}}[{{@index}} {{label}} {{> spans spans}}]{{/each}}{{/if}}{{/each}}' })
    assert.match(html, /^\[0 \S+ [^[\]]+\]\[1 /)
  })
  it('escape what people wrote on a page, and leave it as it is in a text', async () => {
    const hostile = { ...BUDGET, title: '<img src=x onerror=alert(1)> & “{{subject}}”' }
    const { html, text } = await invitation({ 'notice.hbs': '{{title}}{{> body}}', 'notice.txt.hbs': '{{title}}' }, hostile)
    assert.doesNotMatch(html, /<img/)
    assert.match(html, /&lt;img/)
    assert.match(text, /<img src=x onerror=alert\(1\)> & “\{\{subject\}\}”/)
  })
  it('make the same of the same, so that a repeat is the same to the byte', async () => {
    const contents = Object.fromEntries(examples())
    assert.deepEqual(await invitation(contents), await invitation(contents))
  })

  for (const [what, source, wanted] of [
    ['unescaped output', 'a\n {{{title}}}', /^2:2 Unescaped output/], ['unescaped output by &', '{{&title}}', /^1:1 Unescaped/], ['a name that there is not', '<p>{{titel}}', /^1:6 There is no titel/],
    ['a helper', '{{lookup this "constructor"}}', /lookup is not allowed/], ['a helper in a helper', '{{#if (lookup . "x")}}{{/if}}', /is not allowed/], ['the way to a prototype', '{{title.constructor}}', /There is no title\.constructor/],
    ['the log', '{{log title}}', /log is not allowed/], ['a decorator', '{{* inline}}', /not allowed|cannot read/], ['a part of its own', '{{#*inline "x"}}{{/inline}}', /not allowed/], ['a part by a name that is made', '{{> (lookup . "x")}}', /not allowed/],
    ['a part that there is not', '{{> body}}{{> other}}', /^1:11 There is no part other; there are body, nodes(?: and|,) spans/], ['a block that is not closed', 'x\n{{#if title}}', /^2:14 Handlebars cannot read/], ['a block that is closed by another', '\n  {{#if title}}{{/each}}', /^2:6 Handlebars cannot read/], ['a bracket that is not there', '<p>\n hello, this is a longer line {{title)}} b', /^2:38 Handlebars cannot read/], ['nothing to fill in', '<p>{{}}', /^1:6 Handlebars cannot read/], ['the root’s data', '{{@root.title}}', /There is no @root/],
    ['blocks too deep', '{{#each blocks}}'.repeat(8) + '{{/each}}'.repeat(8), /more than 6 deep/], ['too many parts', '{{> body}}'.repeat(60), /More than 50/], ['a size beyond all measure', 'x'.repeat(70_000), /at most 64 KB/],
  ] as const) {
    it(`are judged before anything runs: ${what}`, async () => {
      const found = await complaints(source)
      assert.ok(found.length > 0)
      assert.match(found[0] ?? '', wanted)
    })
  }
  it('have names that say what they are for', async () => {
    assert.match((await complaints('x', 'invitaton.hbs'))[0] ?? '', /“invitaton\.hbs” is no template’s name/)
    assert.match((await complaints('x', 'notice.fr.hbs'))[0] ?? '', /no template’s name/)
    assert.deepEqual(await complaints('{{> sign}}', 'notice.hbs', { '_sign.hbs': '{{title}}' }), [])
    assert.match((await complaints('{{> sign}}', '_sign.hbs'))[0] ?? '', /built-in parts only/)
  })
  it('that turn out not to work while a mail is written are told of once, and the built-in one is used', async () => {
    const failures: TemplateProblem[] = []
    const built = await mailContent(invitationNotice(BUDGET, { language: 'zh', sink: 'mail', person: 'han-meimei' }, DIRECTORY, {}), DIRECTORY.name)
    // Written for a block, and used where there is none.
    assert.equal((await invitation({ 'notice.hbs': '{{#each blocks}}{{facts.label.label}}{{/each}}' }, BUDGET, failures)).html, built.html)
    assert.deepEqual(failures.map(({ file, message, data }) => [file, render(message, data, 'en')]), [['templates/mail/notice.hbs', 'The template cannot be filled in (not fitting what it is given); the built-in one was used.']])
    failures.length = 0
    assert.ok((await invitation({ 'notice.hbs': `{{#each blocks}}${'x'.repeat(60_000)}{{/each}}` }, BUDGET, failures)).html === built.html)
    assert.match(render(failures[0]?.message ?? { en: '', zh: '' }, failures[0]?.data ?? {}, 'en'), /too long/)
    failures.length = 0
    assert.ok((await invitation({ 'notice.hbs': `{{#each blocks}}${'{{#each ../blocks}}{{/each}}'.repeat(500)}{{/each}}` }, BUDGET, failures)).html === built.html)
    assert.match(render(failures[0]?.message ?? { en: '', zh: '' }, failures[0]?.data ?? {}, 'en'), /too many turns/)
  })
})
