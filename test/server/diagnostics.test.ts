import assert from 'node:assert/strict'
import type { DocumentDiagnosticReport } from 'vscode-languageserver'
import type { Host } from '../../src/server/host.ts'
import { nodeHost } from '../../src/server/node.ts'
import { CAPABILITIES, CONFIG, meeting, withEditor } from '../support/lsp.ts'

const A = 'meetings/a.md'
const B = 'meetings/b.md'

function idOf(report: DocumentDiagnosticReport): string {
  return report.resultId ?? assert.fail('no result id')
}

describe('server: diagnostics', () => {
  it('tells what is wrong with the text in the editor, with rule, link, severity and place', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting() }, async (editor) => {
    editor.open(A, meeting({ title: 'Sync' }))
    assert.deepEqual((await editor.diagnostics(A)).map(({ code, severity, range, source, codeDescription }) => ({ code, severity, range, source, codeDescription })), [{
      code: 'specific-topic', severity: 2, source: 'convoke', codeDescription: { href: 'https://github.com/convoke/convoke/blob/main/docs/rules/specific-topic.md' },
      range: { start: { line: 2, character: 7 }, end: { line: 2, character: 11 } },
    }])
    editor.type(A, 'Sync', 'Which pump the north plant buys')
    assert.deepEqual(await editor.rules(A), [])
  }))
  it('says “unchanged” for as long as nothing is different, and gives a new id once something is', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    editor.open(A, meeting({ title: 'Sync' }))
    const first = idOf(await editor.report(A))
    assert.deepEqual(await editor.report(A, first), { kind: 'unchanged', resultId: first })
    // A change that moves nothing and mends nothing.
    editor.type(A, 'offers', 'prices')
    assert.deepEqual(await editor.report(A, first), { kind: 'unchanged', resultId: first })
    editor.type(A, 'Sync', 'Jour fixe')
    const next = await editor.report(A, first)
    assert.equal(next.kind, 'full')
    assert.notEqual(idOf(next), first)
  }))
  it('judges other files by the unsaved text too: a clash appears on both, and goes from both', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), [B]: meeting({ id: 'other', start: '2026-12-07 09:00', rsvp_by: '2026-12-04 12:00' }) }, async (editor) => {
    editor.open(A, meeting())
    editor.open(B, meeting({ id: 'other', start: '2026-12-07 09:00', rsvp_by: '2026-12-04 12:00' }))
    assert.deepEqual([await editor.rules(A), await editor.rules(B)], [[], []])
    editor.type(B, '2026-12-07 09:00', '2026-12-03 14:15')
    editor.type(B, '2026-12-04 12:00', '2026-12-02 12:00')
    const [a, b] = [await editor.diagnostics(A), await editor.diagnostics(B)]
    assert.deepEqual([a, b].map((each) => each.map(({ code }) => code).filter((code) => code === 'double-booking').length > 0), [true, true])
    const related = a.flatMap((each) => each.relatedInformation ?? []).find((each) => each.location.uri === editor.uri(B))
    assert.deepEqual(related?.location.range.start, editor.position(B, '2026-12-03 14:15'))
    editor.type(B, '2026-12-03 14:15', '2026-12-07 09:00')
    assert.deepEqual([await editor.rules(A), (await editor.rules(B)).filter((each) => each !== 'reply-deadline')], [[], []])
  }))
  it('forgets the unsaved text when the file is closed', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), [B]: meeting({ id: 'pump' }) }, async (editor) => {
    editor.open(A, meeting())
    assert.ok((await editor.rules(A)).includes('front-matter'), 'two files with one id')
    editor.open(B, meeting({ id: 'other', start: '2026-12-07 09:00', rsvp_by: '2026-12-04 12:00' }))
    assert.deepEqual(await editor.rules(A), [])
    editor.close(B)
    assert.ok((await editor.rules(A)).includes('front-matter'))
  }))
  it('tells the whole repository, open files and closed ones, and only what has something to tell', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting({ title: 'Sync' }), [B]: meeting({ id: 'b', start: '2026-12-07 09:00', rsvp_by: '2026-12-04 12:00' }), 'notes.md': '# no meeting' }, async (editor) => {
    const { items } = await editor.workspace()
    assert.deepEqual(items.map(({ uri, kind, version }) => ({ uri, kind, version })), [{ uri: editor.uri(A), kind: 'full', version: null }])
    const previous = items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]))
    // Nothing is new, so the answer waits until something is.
    let isAnswered = false
    const next = editor.workspace(previous).finally(() => { isAnswered = true })
    await new Promise((done) => setTimeout(done, 100))
    assert.equal(isAnswered, false)
    editor.disk({ [A]: meeting({}) })
    assert.deepEqual((await next).items.map((each) => ({ uri: each.uri, items: 'items' in each ? each.items : each.kind })), [{ uri: editor.uri(A), items: [] }])
  }))
  it('ends a waiting answer when the client cancels it', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting({ title: 'Sync' }) }, async (editor) => {
    const { items } = await editor.workspace()
    const { CancellationTokenSource } = await import('vscode-languageserver')
    const source = new CancellationTokenSource()
    const previousResultIds = items.map((each) => ({ uri: each.uri, value: each.resultId }))
    const waiting = editor.connection.sendRequest('workspace/diagnostic', { previousResultIds }, source.token)
    setTimeout(() => source.cancel(), 50)
    await assert.rejects(waiting, (error: { code?: number }) => error.code === -32800)
  }))
  it('follows files of the disk: made, changed, removed, and whole folders', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting() }, async (editor) => {
    editor.open(A, meeting())
    assert.deepEqual(await editor.rules(A), [])
    editor.disk({ 'meetings/2026/c.md': meeting() })
    assert.ok((await editor.rules(A)).includes('front-matter'), 'its id is used twice')
    editor.disk({ 'meetings/2026': null })
    assert.deepEqual(await editor.rules(A), [])
  }))
  it('tells once more of a file that was closed, since the client may have passed over it as it closed it', async () => {
    const later: (() => void)[] = []
    const after: Host['after'] = (milliseconds, call) => {
      if (milliseconds < 1000) return nodeHost({}).after(milliseconds, call)
      later.push(call)
      return () => undefined
    }
    await withEditor({ '.convoke.yml': CONFIG, [A]: meeting({ title: 'Sync' }) }, async (editor) => {
      const config = editor.uri('.convoke.yml')
      editor.open(A, meeting({ title: 'Sync' }))
      assert.ok((await editor.rules(A)).includes('specific-topic'))
      editor.close(A)
      editor.disk({ [A]: null })
      const [first] = (await editor.workspace([{ uri: config, value: 'none' }])).items
      // The client knows nothing of the file by now, and is told all the same that there is nothing to complain of.
      const told = editor.workspace([{ uri: config, value: String(first?.resultId) }])
      await editor.ask('convoke/overview', {})
      // Once for its end in the editor, once for its end on the disk.
      assert.equal(later.length, 2)
      later[0]?.()
      assert.deepEqual((await told).items.filter(({ uri }) => uri === editor.uri(A)).map((each) => ('items' in each ? each.items : 'unchanged')), [[]])
    }, { host: { after } })
  })
  it('looks at linked files again when they come and go', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    editor.open(A, meeting({}, '## Agenda\n\n1. Compare the offers of [the suppliers](../data/offers.md) (45m)\n'))
    assert.deepEqual(await editor.rules(A), ['materials-linked'])
    editor.disk({ 'data/offers.md': '# Offers\n' })
    assert.deepEqual(await editor.rules(A), [])
    editor.disk({ 'data/offers.md': null })
    assert.deepEqual(await editor.rules(A), ['materials-linked'])
  }))
  it('speaks Chinese to a Chinese editor', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    editor.open(A, meeting({ title: 'Sync' }))
    assert.match(String((await editor.diagnostics(A))[0]?.message), /[\u4e00-\u9fff]/)
  }, { locale: 'zh-cn' }))
  it('tells clients that cannot ask, once the text has come to rest', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting() }, async (editor) => {
    assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined)
    editor.open(A, meeting({ title: 'Sync' }))
    await until(() => editor.published.get(editor.uri(A))?.length === 1)
    editor.type(A, 'Sync', 'Which pump the north plant buys')
    await until(() => editor.published.get(editor.uri(A))?.length === 0)
    editor.type(A, 'Which pump the north plant buys', 'Sync')
    await until(() => editor.published.get(editor.uri(A))?.length === 1)
    editor.disk({ [A]: null })
    await until(() => editor.published.get(editor.uri(A))?.length === 0)
  }, { capabilities: { ...CAPABILITIES, textDocument: {} } }))
  it('asks the client to ask again when the repository has changed under it', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting() }, async (editor) => {
    editor.open(A, meeting())
    await editor.diagnostics(A)
    await until(() => editor.refreshed > 0)
    const before = editor.refreshed
    editor.disk({ [B]: meeting() })
    await until(() => editor.refreshed > before)
  }))
})

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (holds()) return
    await new Promise((done) => setTimeout(done, 20))
  }
  assert.fail('it never came')
}
