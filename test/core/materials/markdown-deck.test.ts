import assert from 'node:assert/strict'
import { readMarkdownDeck } from '../../../src/core/materials/markdown-deck.ts'

/** `points/pictures` of each slide. */
function slides(text: string): string[] | undefined {
  return readMarkdownDeck(text)?.slides.map(({ points, pictures }) => `${points}/${pictures}`)
}

describe('materials: Markdown decks', () => {
  it('is no deck without a deck’s front matter', () => {
    assert.equal(slides('# Notes\n\n---\n\n- a\n'), undefined)
    assert.equal(slides('---\ntitle: Notes\n---\n- a\n'), undefined)
    assert.equal(slides('---\nmarp: false\n---\n- a\n'), undefined)
    assert.equal(slides('---\nmarp: [\n---\n'), undefined)
  })
  it('reads Marp: slides between dashes, points at every depth, pictures', () => {
    assert.deepEqual(slides('---\nmarp: true\n---\n# Split\n- a\n  - b\n1. c\n\n---\n\n![bg right](a.png)\n* d\n'), ['3/0', '1/1'])
  })
  it('names a slide by its heading', () => {
    assert.equal(readMarkdownDeck('---\nmarp: true\n---\n\n## Where the money went\n- a\n')?.slides[0]?.title, 'Where the money went')
  })
  it('reads CRLF and a byte order mark', () => assert.deepEqual(slides('\ufeff---\r\nmarp: true\r\n---\r\n- a\r\n\r\n---\r\n- b\r\n- c\r\n'), ['1/0', '2/0']))
  it('takes nothing from a fence, but a drawing in one is a picture', () => {
    assert.deepEqual(slides('---\nmarp: true\n---\n```yaml\n- a\n---\n- b\n```\n\n~~~mermaid\ngraph TD\n~~~\n'), ['0/1'])
  })
  it('reads Slidev: a slide’s own keys are no slide', () => {
    assert.deepEqual(slides('---\ntheme: seriph\nlayout: cover\n---\n# A\n\n---\nlayout: image-right\nimage: /a.png\n---\n- a\n\n---\n\n- b\n- c\n'), ['0/0', '1/1', '2/0'])
  })
  it('begins a slide at headings where Marp’s headingDivider says so', () => {
    assert.deepEqual(slides('---\nmarp: true\nheadingDivider: 2\n---\n# A\n- a\n## B\n- b\n- c\n### C\n- d\n'), ['1/0', '3/0'])
  })
})
