import { strToU8, zipSync } from 'fflate'

/*
 * Office files as programs write them, as small as they are accepted: the door of the tests that read decks and sheets.
 */

const NAMES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A zip of texts. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** A paragraph with its text in one run, as deep as `level`; `bullet` is the paragraph's own bullet. */
export function paragraph(text: string, level = 0, bullet: 'buNone' | 'buChar' | '' = ''): string {
  const own = bullet === 'buChar' ? '<a:buChar char="•"/>' : bullet === 'buNone' ? '<a:buNone/>' : ''
  const run = text === '' ? '<a:endParaRPr lang="en-US"/>' : `<a:r><a:rPr lang="en-US"/><a:t>${text}</a:t></a:r>`
  return `<a:p><a:pPr lvl="${level}">${own}</a:pPr>${run}</a:p>`
}

/** A shape with paragraphs: a placeholder of a type (`title`, `body`, or none for the content's), or a free text box. */
export function shape(placeholder: string | undefined, paragraphs: readonly string[]): string {
  const mark = placeholder === undefined ? '' : placeholder === '' ? '<p:ph idx="1"/>' : `<p:ph type="${placeholder}"/>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Shape"/><p:cNvSpPr/><p:nvPr>${mark}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp>`
}

export const PICTURE = '<p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"/></p:blipFill><p:spPr/></p:pic>'
export const CHART = '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="Chart"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="urn:c" r:id="rId3"/></a:graphicData></a:graphic></p:graphicFrame>'
export const TABLE = `<p:graphicFrame><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tr><a:tc><a:txBody>${paragraph('cell')}</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`

/** A slide's content and whether it is hidden. */
export interface SlidePart {
  readonly shapes: readonly string[]
  readonly hidden?: boolean
}

/** A presentation; `order` names the slides' files in the order in which they are shown. */
export function pptx(slides: readonly SlidePart[], order: readonly number[] = slides.map((_, at) => at + 1)): Uint8Array {
  const ids = order.map((number, at) => `<p:sldId id="${256 + at}" r:id="rId${number + 10}"/>`).join('')
  const targets = slides.map((_, at) => `<Relationship Id="rId${at + 11}" Type="${TYPE}/slide" Target="slides/slide${at + 1}.xml"/>`).join('')
  return zip({
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${TYPE}/officeDocument" Target="ppt/presentation.xml"/></Relationships>`,
    'ppt/presentation.xml': `${HEAD}<p:presentation ${NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${targets}</Relationships>`,
    ...Object.fromEntries(slides.map(({ shapes, hidden }, at) => [
      `ppt/slides/slide${at + 1}.xml`, `${HEAD}<p:sld ${NAMES}${hidden === true ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes.join('')}</p:spTree></p:cSld></p:sld>`,
    ])),
  })
}

/** A workbook of one sheet with some charts drawn in it. */
export function xlsx(charts: number): Uint8Array {
  const drawings = Object.fromEntries(Array.from({ length: charts }, (_, at) => [`xl/charts/chart${at + 1}.xml`, `${HEAD}<c:chartSpace xmlns:c="urn:c"/>`]))
  return zip({
    '[Content_Types].xml': `${HEAD}<Types/>`, 'xl/workbook.xml': `${HEAD}<workbook><sheets><sheet name="Q1" sheetId="1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet><sheetData/></worksheet>`, ...(charts > 0 ? { 'xl/drawings/drawing1.xml': `${HEAD}<wsDr/>` } : {}), ...drawings,
  })
}
