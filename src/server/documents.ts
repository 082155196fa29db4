import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { indexLines, type LineIndex } from '../core/text/lines.ts'

/** A file that is open in the editor: its text there counts, whatever lies on the disk. */
export interface OpenText {
  readonly uri: string
  /** The client's version of the text. */
  readonly version: number
  readonly text: string
  /** Lines as the client counts them: a byte order mark that it sent is a character of the first line. */
  readonly lines: LineIndex
}

/** Open texts by URI, kept by the changes that the client sends. */
export class Documents {
  private readonly open = new Map<string, { document: TextDocument; shown?: OpenText }>()

  put(uri: string, version: number, text: string): OpenText {
    this.open.set(uri, { document: TextDocument.create(uri, 'markdown', version, text) })
    return this.get(uri) ?? textOf(TextDocument.create(uri, 'markdown', version, text))
  }

  /** Applies changes in their order. Undefined for a text that was never opened: such changes mean nothing. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenText | undefined {
    const known = this.open.get(uri)
    if (known === undefined) return undefined
    this.open.set(uri, { document: TextDocument.update(known.document, [...changes], version) })
    return this.get(uri)
  }

  close(uri: string): void {
    this.open.delete(uri)
  }

  get(uri: string): OpenText | undefined {
    const known = this.open.get(uri)
    return known === undefined ? undefined : (known.shown ??= textOf(known.document))
  }

  all(): readonly OpenText[] {
    return [...this.open.keys()].flatMap((uri) => this.get(uri) ?? [])
  }
}

function textOf(document: TextDocument): OpenText {
  const text = document.getText()
  const { starts, length } = indexLines(text)
  return { uri: document.uri, version: document.version, text, lines: { starts: [0, ...starts.slice(1)], length } }
}
