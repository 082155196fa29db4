import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '../../../src/core/meeting/parse.ts'
import { checkRanges } from '../../support/ranges.ts'
import { compare } from '../../support/remark.ts'

const corpus = process.env['CONVOKE_CORPUS']

/** Real meeting files, where a folder of them is named by CONVOKE_CORPUS. */
describe('real meeting files', function () {
  if (corpus === undefined) {
    it('are read where CONVOKE_CORPUS names a folder of them')
    return
  }
  this.timeout(120_000)
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).sort()
  const read = (name: string): string => readFileSync(join(corpus, name), 'utf8')

  it('never break the parser, and every range is what the model says', () => {
    assert.ok(files.length > 0, 'the folder holds no .md files')
    for (const name of files) {
      const text = read(name)
      try {
        checkRanges(text, parse(text))
      } catch (error) {
        throw new Error(name, { cause: error })
      }
    }
  })

  it('read the same with LF, CRLF and lone CR', () => {
    for (const name of files) {
      const whole = read(name).replace(/\r\n?/g, '\n')
      const text = whole.slice(parse(whole).meeting.bodyStart)
      const shape = shapeOf(text)
      assert.deepEqual(shapeOf(text.replaceAll('\n', '\r\n')), shape, `${name} with CRLF`)
      assert.deepEqual(shapeOf(text.replaceAll('\n', '\r')), shape, `${name} with CR`)
    }
  })

  it('have the structure that remark sees', () => {
    for (const name of files) {
      const text = read(name)
      const { ours, remark } = compare(text, parse(text).meeting.bodyStart)
      assert.deepEqual(ours, remark, name)
    }
  })
})

/** What was read, without places. */
function shapeOf(text: string): unknown {
  const { meeting } = parse(text)
  return {
    headings: meeting.sections.map((section) => [section.level, section.heading.value, section.kind]),
    links: meeting.links.map((link) => link.url.value),
    agenda: meeting.agenda?.items.map((item) => [item.title.value, item.minutes?.value, item.owners.map((owner) => owner.value)]),
    actions: (meeting.minutes?.actions ?? meeting.looseActions)?.items.map((item) => [item.text.value, item.due?.value,
      item.owners.map((owner) => owner.value)]),
  }
}
