import assert from 'node:assert/strict'
import type { Files } from '../../src/ports/files.ts'
import type { Host } from '../../src/server/host.ts'
import { nodeHost } from '../../src/server/node.ts'
import { lay } from '../support/folder.ts'
import { CONFIG, meeting, withEditor } from '../support/lsp.ts'

const A = 'meetings/a.md'
const B = 'meetings/b.md'

describe('server: text as clients send it', () => {
  it('follows changes of single spans in texts with CRLF, a byte order mark and characters of two units', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    const text = `\ufeff${meeting({ title: 'Sync', purpose: 'Choose 🚰 between 𠮷野 and others' }).replaceAll('\n', '\r\n')}`
    editor.open(A, text)
    assert.deepEqual((await editor.diagnostics(A)).map((each) => each.range.start), [editor.position(A, 'Sync')])
    editor.type(A, '🚰 between 𠮷野', '🚰🚰 between 𠮷')
    editor.type(A, 'Sync', '🚰')
    editor.type(A, '🚰', 'Which 🚰 the 𠮷野 plant buys')
    editor.type(A, 'li-lei', 'li-lie')
    const [problem] = await editor.diagnostics(A)
    assert.deepEqual(problem?.range, { start: editor.position(A, 'li-lie'), end: editor.position(A, ']') })
    const [fix] = await editor.actions(A, 'li-lie')
    editor.apply(fix?.edit)
    assert.ok(editor.text(A).startsWith('\ufeff---\r\n') && editor.text(A).includes('required: [li-lei]\r\n'))
    assert.deepEqual(await editor.rules(A), [])
  }))
  it('counts a byte order mark that the client sends as a character of the first line', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    editor.open(A, '\ufeff---\nid: a\n---\n')
    const [first] = await editor.diagnostics(A)
    assert.deepEqual(first?.range, { start: { line: 0, character: 1 }, end: { line: 0, character: 4 } })
  }))
  it('ends up with the same as a text that was never changed, whatever was typed on the way', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    const wanted = meeting({ title: 'Jour fixe', required: '[li-lei, 李雷]' })
    editor.open(A, '')
    let typed = ''
    for (const sign of wanted) {
      const end = editor.document(A).positionAt(typed.length)
      typed += sign
      insert(sign, end)
    }
    function insert(text: string, position: { line: number; character: number }): void {
      editor.change(A, [{ range: { start: position, end: position }, text }])
    }
    const slowly = await editor.diagnostics(A)
    editor.open(B, '')
    editor.close(B)
    editor.close(A)
    editor.open(A, wanted)
    assert.deepEqual(await editor.diagnostics(A), slowly)
  }))
  it('answers for the newest text, and ends what was asked of older ones', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    const { CancellationTokenSource } = await import('vscode-languageserver')
    editor.open(A, meeting())
    await editor.report(A)
    const asked = ['Sync', 'Jour fixe', 'Which pump the south plant buys'].map((title, at, all) => {
      editor.type(A, at === 0 ? 'Which pump the north plant buys' : all[at - 1] ?? '', title)
      const source = new CancellationTokenSource()
      const report = editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: editor.uri(A) } }, source.token).then(() => 'told', (error: unknown) => (error as { code: number }).code)
      if (at < 2) source.cancel()
      return report
    })
    const answers = await Promise.all(asked)
    assert.deepEqual([answers[2], answers.slice(0, 2).every((each) => each === 'told' || each === -32800)], ['told', true])
    assert.deepEqual(await editor.rules(A), [])
  }))
  it('pays no heed to changes and requests of files that were never opened', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    void editor.connection.sendNotification('textDocument/didChange', { textDocument: { uri: editor.uri(A), version: 2 }, contentChanges: [{ text: 'x' }] })
    void editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: editor.uri(B) } })
    void editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: 'untitled:Untitled-1' } })
    void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///elsewhere/%zz.md', type: 1 }, { uri: 'untitled:x', type: 3 }] })
    assert.deepEqual(await editor.rules(A), [])
  }))
})

describe('server: a bad day', () => {
  it('stays calm in a folder of 5,000 broken files', () => {
    const broken = ['---\ntitle: [\n', '\ufeff---\n: : :\n---\n- [', '---\nid: x\nstart: 2026-13-99\nrequired: {a: [b\n---\n```\n', '\u0000\u0001binary', `---\n${'a'.repeat(2000)}`, '---\nid: a\ntitle: Sync\n---\n| a |\n|--']
    const files: Record<string, string | Uint8Array> = { '.convoke.yml': CONFIG, [A]: meeting() }
    for (let at = 0; at < 5000; at++) files[`meetings/broken/${String(at).padStart(4, '0')}.md`] = at % 50 === 7 ? Uint8Array.of(0xff, 0xfe, 0xc3, 0x28) : broken[at % broken.length] ?? ''
    return withEditor(files, async (editor) => {
      editor.open(A, meeting())
      assert.deepEqual(await editor.rules(A), [])
      // All of them are judged in slices: a key that is typed meanwhile is answered first.
      const done: string[] = []
      const whole = editor.workspace().finally(() => done.push('whole'))
      editor.type(A, 'Which pump the north plant buys', 'Sync')
      assert.deepEqual((await editor.rules(A).finally(() => done.push('key'))), ['specific-topic'])
      assert.ok((await whole).items.length > 4000)
      assert.deepEqual(done, ['key', 'whole'])
    })
  })
  it('goes on with a file that is deleted while it is open, and forgets it when it is closed', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), [B]: meeting() }, async (editor) => {
    editor.open(A, meeting())
    assert.ok((await editor.rules(A)).includes('front-matter'), 'its id is used twice')
    editor.disk({ [A]: null })
    // Moved away, or gone with a branch: it does not stand beside its new place, though the editor keeps its text.
    assert.deepEqual(await editor.rules(A), [])
    editor.open(B, meeting())
    assert.deepEqual(await editor.rules(B), [])
    editor.type(A, 'Which pump the north plant buys', 'Sync')
    assert.ok((await editor.rules(A)).includes('specific-topic'))
    editor.close(B)
    editor.open(B, meeting())
    assert.ok((await editor.rules(B)).includes('front-matter'))
    editor.close(A)
    assert.deepEqual(await editor.rules(B), [])
  }))
  it('takes an open file back that comes back to the disk, and lets go of what lay in a folder that is gone', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting({ title: 'Sync' }), [B]: meeting({ id: 'b' }) }, async (editor) => {
    const listed = async (): Promise<readonly string[]> => (await editor.ask('convoke/overview', {})).meetings.map(({ file, title }) => `${file} ${title}`)
    editor.open(A, meeting({ title: 'Sync' }))
    editor.open(B, meeting({ id: 'b' }))
    assert.equal((await listed()).length, 2)
    editor.disk({ meetings: null })
    assert.deepEqual([await listed(), await editor.rules(A)], [[], []])
    // As a program writes that puts a new file in the old one’s place; what stands in the editor counts.
    editor.disk({ [A]: meeting() })
    assert.deepEqual(await listed(), [`${A} Sync`])
    editor.disk({ [A]: null })
    lay(editor.root, { [A]: meeting({ title: 'Sync' }) })
    void editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: editor.uri(A) } })
    assert.deepEqual([await listed(), (await editor.rules(A)).includes('specific-topic')], [[`${A} Sync`], true])
  }))
  it('renames nothing by half when files change during the analysis', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), [B]: meeting({ id: 'b' }) }, async (editor) => {
    editor.open(A, meeting())
    await editor.report(A)
    const asked = editor.connection.sendRequest('textDocument/rename', { textDocument: { uri: editor.uri(A) }, position: editor.position(A, 'anna'), newName: 'annika' })
    editor.disk({ [B]: meeting({ id: 'b', organizer: 'li-lei', required: '[anna]', title: 'Another title of another length' }) })
    const answer = await asked.then((edit) => ({ edit }), (error: unknown) => ({ error: error as { code: number; message: string } }))
    if ('error' in answer) assert.deepEqual([answer.error.code, answer.error.message], [-32801, 'Files are changing; try again.'])
    const again = await editor.connection.sendRequest('textDocument/rename', { textDocument: { uri: editor.uri(A) }, position: editor.position(A, 'anna'), newName: 'annika' })
    assert.equal(JSON.stringify(again).split('"newText":"annika"').length - 1, 3)
  }))
  it('keeps the last good configuration while it is broken, and says so once, there', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting() }, async (editor) => {
    editor.open(A, meeting())
    assert.deepEqual(await editor.rules(A), [])
    editor.disk({ '.convoke.yml': `${CONFIG}timezon: Europe/Berlin\nrooms2: [\n` })
    assert.deepEqual(await editor.rules(A), [])
    const { items } = await editor.workspace()
    assert.deepEqual(items.map((each) => each.uri), [editor.uri('.convoke.yml')])
    assert.ok((await editor.ask('convoke/overview', {})).configuration.length > 0)
    editor.disk({ '.convoke.yml': Uint8Array.of(0xc3, 0x28) })
    assert.deepEqual(await editor.rules(A), [])
    assert.match(String((await editor.diagnostics('.convoke.yml'))[0]?.message), /UTF-8/)
    editor.disk({ '.convoke.yml': CONFIG.replace('closet', 'cellar').replace('anna:', 'anne:') })
    assert.ok((await editor.rules(A)).includes('front-matter'))
    assert.deepEqual(await editor.diagnostics('.convoke.yml'), [])
    editor.disk({ '.convoke.yml': null })
    assert.deepEqual(await editor.diagnostics('.convoke.yml'), [])
  }))
  it('goes by the configuration’s unsaved text, globs included', () => withEditor({ '.convoke.yml': CONFIG, 'protocols/p.md': meeting({ title: 'Sync' }) }, async (editor) => {
    assert.deepEqual((await editor.workspace()).items, [])
    editor.open('.convoke.yml', CONFIG)
    editor.type('.convoke.yml', 'timezone:', 'meetings: [protocols/**/*.md]\ntimezone:')
    assert.deepEqual((await editor.workspace()).items.map((each) => each.uri), [editor.uri('protocols/p.md')])
    editor.close('.convoke.yml')
    assert.deepEqual((await editor.workspace()).items, [])
  }))
  it('works where nothing can be written, some files cannot be read, and there is no git', async () => {
    const { PATH } = process.env
    process.env['PATH'] = '/nowhere'
    const written: string[] = []
    const open: Host['open'] = (uri) => {
      const place = nodeHost({}).open(uri)
      if (place === undefined) return undefined
      const { files } = place
      const readText: Files['readText'] = (path, limit) => (path === B ? Promise.resolve({ unread: 'unreadable' }) : files.readText(path, limit))
      return { ...place, files: { ...files, readText, write: (path) => Promise.reject(new Error(String(written.push(path)))) } }
    }
    try {
      await withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), [B]: meeting({ id: 'b' }), 'data/offers.csv': 'a,b' }, async (editor) => {
        editor.open(A, meeting({ materials: '[{ path: data/offers.csv }]' }))
        // Nobody knows how old the figures are, so nobody says that they are.
        assert.deepEqual(await editor.rules(A), ['charted-data', 'read-before-stated'])
        const { items } = await editor.workspace()
        assert.deepEqual(items.filter((each) => each.uri === editor.uri(B)).map((each) => [each.uri, 'items' in each ? each.items.map(({ message }) => message) : []]), [
          [editor.uri(B), ['This file cannot be opened; check its permissions, or whether it is a link to itself.']],
        ])
        assert.ok((await editor.ask('convoke/plan', { uri: editor.uri(A) })).effects > 0)
        assert.deepEqual(written, [])
      }, { host: { open } })
    } finally {
      process.env['PATH'] = PATH
    }
  })
  it('looks through the folder once in a while where the client cannot say what changed there', async () => {
    const timers: (() => void)[] = []
    const every: Host['every'] = (_milliseconds, call) => {
      timers.push(call)
      return () => undefined
    }
    await withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), [B]: meeting({ id: 'b', start: '2026-12-07 09:00', rsvp_by: '2026-12-04 12:00' }) }, async (editor) => {
      editor.open(A, meeting())
      assert.deepEqual(await editor.rules(A), [])
      lay(editor.root, { [B]: meeting() })
      assert.deepEqual(await editor.rules(A), [])
      for (const call of timers) call()
      assert.ok((await editor.rules(A)).includes('front-matter'))
      lay(editor.root, { '.convoke.yml': CONFIG.replace('anna:', 'anne:') })
      for (const call of timers) call()
      assert.ok((await editor.diagnostics(A)).some((each) => String(each.message).includes('anne')))
    }, { host: { every } })
  })
  it('judges anew as time goes by', async () => {
    const timers: (() => void)[] = []
    let now = Date.parse('2026-12-01T09:00:00Z')
    const host: Partial<Host> = { now: () => now, every: (_milliseconds, call) => (timers.push(call), () => undefined) }
    await withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
      editor.open(A, meeting())
      const before = await editor.rules(A)
      now = Date.parse('2026-12-04T09:00:00Z')
      timers[0]?.()
      assert.deepEqual([before.includes('minutes-complete'), (await editor.rules(A)).includes('minutes-complete')], [false, true])
    }, { host, options: { now: 'no time' } })
  })
  it('has several folders apart, each with its own configuration', () => withEditor({ '.convoke.yml': CONFIG, [A]: meeting(), 'north/.convoke.yml': CONFIG.replace('anna:', 'nora:'), 'north/meetings/a.md': meeting({ organizer: 'nora' }) }, async (editor) => {
    editor.open('north/meetings/a.md', meeting({ organizer: 'nora' }))
    editor.open(A, meeting())
    assert.deepEqual([await editor.rules(A), await editor.rules('north/meetings/a.md')], [[], []])
  }, { folders: ['north'] }))
  it('does nothing where there are no meetings', () => withEditor({ 'README.md': '# x' }, async (editor) => {
    assert.deepEqual((await editor.workspace()).items, [])
    assert.deepEqual(await editor.ask('convoke/overview', {}), { meetings: [], actions: [], configuration: [] })
  }))
  it('says what it cannot read of a place that is no folder of files', () => withEditor({}, async (editor) => {
    void editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'vscode-vfs://github/a/b', name: 'b' }, { uri: 'file:///no/such/folder', name: 'c' }], removed: [] } })
    assert.deepEqual((await editor.ask('convoke/overview', {})).meetings, [])
  }))
})
