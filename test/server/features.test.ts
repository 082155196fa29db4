import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CodeLens, DocumentLink, DocumentSymbol, FoldingRange, Hover, InlayHint, Location, SemanticTokens, TextEdit, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver'
import { CURSOR } from '../support/language.ts'
import { CAPABILITIES, CONFIG, meeting, withEditor, type Editor } from '../support/lsp.ts'

const A = 'meetings/a.md'
const B = 'meetings/b.md'

function send<Result>(editor: Editor, method: string, file: string, more: object = {}): Promise<Result> {
  return editor.connection.sendRequest(method, { textDocument: { uri: editor.uri(file) }, ...more })
}

describe('server: features', () => {
  it('announces what it has', () => withEditor({}, (editor) => {
    const { capabilities, serverInfo } = editor.initialized
    assert.equal(serverInfo?.name, 'convoke')
    assert.deepEqual(Object.keys(capabilities).sort(), [
      'codeActionProvider', 'completionProvider', 'definitionProvider', 'diagnosticProvider', 'documentFormattingProvider', 'documentLinkProvider', 'documentSymbolProvider',
      'foldingRangeProvider', 'hoverProvider', 'inlayHintProvider', 'referencesProvider', 'renameProvider', 'semanticTokensProvider', 'textDocumentSync', 'workspace', 'workspaceSymbolProvider',
    ])
  }))
  it('completes people, and the edit that it gives puts them into the text', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    const position = editor.open(A, meeting({ required: `[an${CURSOR}]` }))
    const { items } = await editor.completions(A, position)
    const anna = items.find((each) => String(each.filterText).includes('anna')) ?? assert.fail(JSON.stringify(items.map((each) => each.label)))
    const text = TextDocument.applyEdits(editor.document(A), [anna.textEdit as TextEdit])
    assert.match(text, /\nrequired: \[anna\]\n/)
    assert.doesNotMatch(JSON.stringify(items), /@example\.org/)
  }))
  it('writes snippets only for clients that know them', async () => {
    for (const snippetSupport of [true, false]) {
      await withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
        const { items } = await editor.completions(A, editor.open(A, `meet${CURSOR}`))
        const frames = items.map((each) => (each.textEdit as TextEdit).newText).filter((each) => each.includes('---'))
        assert.ok(frames.length > 0, 'a frame of a meeting is offered')
        assert.equal(frames.some((each) => /\$\{?\d/.test(each)), snippetSupport)
        assert.deepEqual(frames.filter((each) => !snippetSupport && /[$\\]|\|\}/.test(each)), [])
      }, { capabilities: { ...CAPABILITIES, textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport } } } } })
    }
  })
  it('repairs: one quick fix, then all safe ones at once', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    editor.open(A, meeting({ organizer: '', organizr: 'anna', required: '[li-lie]' }))
    assert.deepEqual((await editor.actions(A, 'organizr', ['quickfix'])).map((each) => each.isPreferred), [true])
    const [fix] = await editor.actions(A, 'li-lie', ['quickfix'])
    assert.equal(fix?.diagnostics?.[0]?.code, 'front-matter')
    editor.apply(fix.edit)
    assert.match(editor.text(A), /required: \[li-lei\]/)
    assert.deepEqual((await editor.diagnostics(A)).filter((each) => String(each.message).includes('li-lie')), [])
    const [all, ...more] = await editor.actions(A, 'title', ['source.fixAll'])
    assert.deepEqual([all?.kind, more.length], ['source.fixAll.convoke', 0])
    editor.apply(all?.edit)
    assert.match(editor.text(A), /organizer: anna\n/)
    assert.deepEqual((await editor.rules(A)).filter((each) => each === 'front-matter'), [])
  }))
  it('mends the configuration where the fault lies there, and makes files only for clients that can', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    editor.open('.convoke.yml', CONFIG)
    editor.open(A, meeting({ organizer: '@stranger' }))
    const fixes = (await editor.actions(A, 'stranger')).filter((each) => JSON.stringify(each.edit).includes('.convoke.yml'))
    for (const fix of fixes) editor.apply(fix.edit)
    assert.deepEqual((await editor.report('.convoke.yml')), { ...(await editor.report('.convoke.yml')), kind: 'full', items: [] })
  }))
  it('renames a person in the configuration and in every meeting, open or not, mentions in prose included', () => withEditor({ '.convoke.yml': CONFIG, [B]: meeting({ id: 'b' }, '## Agenda\n\n1. Hear @anna on the offers (45m)\n') }, async (editor) => {
    editor.open(A, meeting())
    const position = editor.position(A, 'anna')
    const ready = await send<{ placeholder: string }>(editor, 'textDocument/prepareRename', A, { position })
    assert.equal(ready.placeholder, 'anna')
    const edit = await send<WorkspaceEdit>(editor, 'textDocument/rename', A, { position, newName: 'anna-s' })
    const changed = Object.fromEntries((edit.documentChanges ?? []).map((each) => ('textDocument' in each ? [each.textDocument.uri.slice(editor.uri('').length + 1), each.textDocument.version] : [])))
    assert.deepEqual(changed, { '.convoke.yml': null, [A]: 1, [B]: null })
    const texts = await textsAfter(editor, edit, { '.convoke.yml': CONFIG, [B]: meeting({ id: 'b' }, '## Agenda\n\n1. Hear @anna on the offers (45m)\n') })
    assert.match(texts['.convoke.yml'] ?? '', /^ {2}anna-s: /m)
    assert.match(texts[B] ?? '', /^organizer: anna-s$[^]*Hear @anna-s on/m)
    await assert.rejects(send(editor, 'textDocument/rename', A, { position, newName: 'li-lei' }), /li-lei/)
    await assert.rejects(send(editor, 'textDocument/prepareRename', A, { position: editor.position(A, 'pump') }), /never changed/)
  }))
  it('finds where people are named, and where they are written down', () => withEditor({ '.convoke.yml': CONFIG, [B]: meeting({ id: 'b' }) }, async (editor) => {
    editor.open(A, meeting())
    const position = editor.position(A, 'li-lei')
    const [definition] = await send<Location[]>(editor, 'textDocument/definition', A, { position })
    assert.deepEqual([definition?.uri, definition?.range.start], [editor.uri('.convoke.yml'), { line: 3, character: 2 }])
    const found = await send<Location[]>(editor, 'textDocument/references', A, { position, context: { includeDeclaration: false } })
    assert.deepEqual(found.map((each) => each.uri), [editor.uri(A), editor.uri(B)])
  }))
  it('tells, outlines, folds, links and marks', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    editor.open(A, meeting({ link: 'https://zoom.us/j/1' }))
    const hover = await send<Hover>(editor, 'textDocument/hover', A, { position: editor.position(A, 'li-lei') })
    assert.match((hover.contents as { value: string }).value, /李雷/)
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
    const hints = await send<InlayHint[]>(editor, 'textDocument/inlayHint', A, { range: all })
    assert.deepEqual(hints.find((each) => String(each.label).startsWith('14:20')), { ...hints.find((each) => String(each.label).startsWith('14:20')), position: editor.position(A, 'Choose the') })
    const [meetingSymbol, ...sections] = await send<DocumentSymbol[]>(editor, 'textDocument/documentSymbol', A)
    assert.equal(meetingSymbol?.name, 'Which pump the north plant buys')
    assert.deepEqual(sections.map((each) => [each.name, each.children?.length]), [['Agenda', 2]])
    assert.ok((await send<FoldingRange[]>(editor, 'textDocument/foldingRange', A)).some((each) => each.startLine === 0))
    assert.deepEqual((await send<DocumentLink[]>(editor, 'textDocument/documentLink', A)).map((each) => each.target), ['https://zoom.us/j/1'])
    const tokens = await send<SemanticTokens>(editor, 'textDocument/semanticTokens/full', A)
    assert.ok(tokens.data.length > 0 && tokens.data.length % 5 === 0)
    const edits = await send<TextEdit[]>(editor, 'textDocument/formatting', A, { options: { tabSize: 2, insertSpaces: true } })
    assert.deepEqual(edits, [])
    const found = await editor.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'supplier' })
    assert.deepEqual(found.map((each) => [each.name, each.location.uri, each.containerName]), [['Choose the supplier of the pump', editor.uri(A), 'Which pump the north plant buys']])
  }))
  it('shows commands above the file to clients that have them, with the file’s URI', () => withEditor({ '.convoke.yml': CONFIG }, async (editor) => {
    editor.open(A, meeting())
    const lenses = await send<CodeLens[]>(editor, 'textDocument/codeLens', A)
    assert.deepEqual(lenses.map((each) => [each.command?.command, each.command?.arguments]), [['convoke.plan', [editor.uri(A)]]])
  }, { options: { commands: true } }))
  it('has nothing to say of files that are no meetings', () => withEditor({ '.convoke.yml': CONFIG, 'README.md': '# Read me' }, async (editor) => {
    const position = editor.open('README.md', `---\ntitle: Sync\n---\n${CURSOR}`)
    assert.deepEqual(await editor.rules('README.md'), [])
    assert.deepEqual((await editor.completions('README.md', position)).items, [])
    assert.equal(await send(editor, 'textDocument/hover', 'README.md', { position }), null)
    assert.deepEqual(await editor.actions('README.md', 'Sync'), [])
    assert.deepEqual((await editor.workspace()).items, [])
  }))
})

/** Texts after an edit of several files, read and changed as a client does. */
function textsAfter(editor: Editor, edit: WorkspaceEdit, closed: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const change of edit.documentChanges ?? []) {
    if (!('textDocument' in change)) continue
    const file = decodeURIComponent(change.textDocument.uri.slice(editor.uri('').length + 1))
    const document = closed[file] === undefined ? editor.document(file) : TextDocument.create(change.textDocument.uri, 'markdown', 1, closed[file])
    texts[file] = TextDocument.applyEdits(document, change.edits as TextEdit[])
  }
  return Promise.resolve(texts)
}
