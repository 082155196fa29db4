import { expectProblems, good } from '../../support/rule.ts'

describe('charted-data', () => {
  const sheet = { state: 'file', sheet: { charts: 0 }, neighbours: [] as string[] } as const

  it('hints at a spreadsheet without a chart', () => {
    expectProblems('charted-data', good({ more: 'materials: [d.csv]' }), [
      '13:13 info d.csv is a spreadsheet without a chart: draw one inside it, or put a picture of the same name beside it.',
    ], { facts: { 'd.csv': sheet } })
  })
  it('takes a chart inside, a picture beside, and a picture or report among the materials', () => {
    expectProblems('charted-data', good({ more: 'materials: [d.xlsx]' }), [], { facts: { 'd.xlsx': { state: 'file', sheet: { charts: 1 } } } })
    expectProblems('charted-data', good({ more: 'materials: [d.csv]' }), [], { facts: { 'd.csv': { ...sheet, neighbours: ['d.svg'] } } })
    expectProblems('charted-data', good({ more: 'materials: [d.csv, chart.png]' }), [], { facts: { 'd.csv': sheet } })
    expectProblems('charted-data', good({ more: 'materials: [d.csv, "https://app.powerbi.com/x"]' }), [], { facts: { 'd.csv': sheet } })
  })
})
