import assert from 'node:assert/strict'
import { readOdp, readOds, readPptx, readXlsx } from '../../../src/core/materials/office.ts'
import { CHART, paragraph, PICTURE, pptx, shape, TABLE, xlsx, zip } from '../../support/office.ts'

const points = (count: number): string[] => Array.from({ length: count }, (_, at) => paragraph(`Point ${at + 1}`))

describe('materials: presentations', () => {
  it('counts the points of the content, nested ones too; the title and empty paragraphs are none', () => {
    const slide = { shapes: [shape('title', [paragraph('Q2 &amp; Q3')]), shape('', [paragraph('Mail'), paragraph('Search', 1), paragraph(''), paragraph('  '), paragraph('Fairs', 2)])] }
    assert.deepEqual(readPptx(pptx([slide])), { slides: [{ number: 1, title: 'Q2 & Q3', points: 3, pictures: 0 }] })
  })
  it('does not count subtitle, date, footer, number, notes of a bullet taken away', () => {
    const shapes = ['ctrTitle', 'subTitle', 'dt', 'ftr', 'sldNum'].map((type) => shape(type, points(2)))
    assert.deepEqual(readPptx(pptx([{ shapes: [...shapes, shape('body', [paragraph('A caption', 0, 'buNone')])] }])), { slides: [{ number: 1, title: 'Point 1 Point 2', points: 0, pictures: 0 }] })
  })
  it('counts a free text box only where it has bullets of its own', () => {
    assert.deepEqual(readPptx(pptx([{ shapes: [shape(undefined, points(9)), shape(undefined, [paragraph('One', 0, 'buChar'), paragraph('no bullet')])] }])), {
      slides: [{ number: 1, points: 1, pictures: 0 }],
    })
  })
  it('counts pictures, charts and pictures that fill a shape; a table is none', () => {
    const filled = shape(undefined, []).replace('<p:spPr/>', '<p:spPr><a:blipFill><a:blip r:embed="rId9"/></a:blipFill></p:spPr>')
    const deck = readPptx(pptx([{ shapes: [PICTURE] }, { shapes: [CHART] }, { shapes: [filled] }, { shapes: [TABLE] }]))
    assert.deepEqual('slides' in deck && deck.slides.map((slide) => slide.pictures), [1, 1, 1, 0])
  })
  it('goes by the order of the presentation, and leaves out hidden slides with their number', () => {
    const deck = readPptx(pptx([{ shapes: [shape('title', [paragraph('first file')])] }, { shapes: [], hidden: true }, { shapes: [shape('title', [paragraph('third file')])] }], [3, 2, 1]))
    assert.deepEqual(deck, { slides: [{ number: 1, title: 'third file', points: 0, pictures: 0 }, { number: 3, title: 'first file', points: 0, pictures: 0 }] })
  })
  it('reads a choice once, without what older programs fall back to', () => {
    const choice = `<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice Requires="p14">${shape('', points(4))}</mc:Choice><mc:Fallback>${shape('', points(4))}</mc:Fallback></mc:AlternateContent>`
    assert.deepEqual(readPptx(pptx([{ shapes: [choice] }])), { slides: [{ number: 1, points: 4, pictures: 0 }] })
  })
  it('finds the points of grouped shapes', () => {
    assert.deepEqual(readPptx(pptx([{ shapes: [`<p:grpSp>${shape('', points(3))}${PICTURE}</p:grpSp>`] }])), { slides: [{ number: 1, points: 3, pictures: 1 }] })
  })
  it('says that a file is unreadable: no zip, a torn one, an encrypted one', () => {
    const whole = pptx([{ shapes: [] }])
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('not a deck'), whole.slice(0, whole.length / 2), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])]) {
      assert.ok('unreadable' in readPptx(bytes))
    }
  })
  it('does not inflate a part that grows beyond bounds', () => {
    const bomb = zip({ 'ppt/presentation.xml': '<p:presentation/>', 'ppt/_rels/presentation.xml.rels': '<R/>', 'ppt/slides/slide1.xml': ' '.repeat(21 * 1024 * 1024) })
    assert.ok(bomb.length < 100_000)
    assert.deepEqual(readPptx(bomb), { unreadable: 'a part is too large' })
  })
  it('expands no entity that a file declares', () => {
    const evil = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const deck = zip({
      'ppt/presentation.xml': `${evil}<p:presentation><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`,
      'ppt/_rels/presentation.xml.rels': '<Relationships><Relationship Id="rId1" Target="/ppt/slides/slide1.xml"/></Relationships>',
      'ppt/slides/slide1.xml': `${evil}<p:sld>${shape('title', [paragraph('&b;')])}</p:sld>`,
    })
    const read = readPptx(deck)
    assert.ok('unreadable' in read || (read.slides[0]?.title ?? '').length < 20, JSON.stringify(read))
  })
  it('reads pages of an .odp', () => {
    const page = '<draw:page><draw:frame><draw:text-box><text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list></draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame></draw:page>'
    assert.deepEqual(readOdp(zip({ 'content.xml': `<office:document-content><office:body><office:presentation>${page}</office:presentation></office:body></office:document-content>` })), {
      slides: [{ number: 1, points: 2, pictures: 1 }],
    })
  })
})

describe('materials: spreadsheets', () => {
  it('counts charts of an .xlsx', () => {
    assert.deepEqual(readXlsx(xlsx(0)), { charts: 0 })
    assert.deepEqual(readXlsx(xlsx(2)), { charts: 2 })
  })
  it('counts a sheet that is a chart, and a chart of the newer kind', () => {
    assert.deepEqual(readXlsx(zip({ 'xl/workbook.xml': '<w/>', 'xl/chartsheets/sheet1.xml': '<c/>' })), { charts: 1 })
    assert.deepEqual(readXlsx(zip({ 'xl/workbook.xml': '<w/>', 'xl/charts/chartEx1.xml': '<c/>' })), { charts: 1 })
  })
  it('does not take colours and styles of charts for charts', () => {
    assert.deepEqual(readXlsx(zip({ 'xl/workbook.xml': '<w/>', 'xl/charts/style1.xml': '<c/>', 'xl/charts/colors1.xml': '<c/>', 'xl/charts/_rels/chart1.xml.rels': '<c/>' })), { charts: 0 })
  })
  it('counts charts of an .ods', () => assert.deepEqual(readOds(zip({ 'content.xml': '<o/>', 'Object 1/content.xml': '<chart/>' })), { charts: 1 }))
  it('says that a file is unreadable', () => assert.ok('unreadable' in readXlsx(new TextEncoder().encode('a,b\n1,2\n'))))
})
