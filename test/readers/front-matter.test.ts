import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import matter from 'gray-matter'
import { parse as parseYaml } from 'yaml'
import { draftMeeting } from '../../src/core/draft/draft.ts'
import { KINDS } from '../../src/core/draft/kinds.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import type { Language } from '../../src/core/messages/message.ts'

/**
 * gray-matter, the reader of front matter that most tools around Markdown build on, with YAML 1.2 as ours; what would run code is
 * refused. An options object keeps its cache out.
 */
function readByOthers(text: string): { readonly data: Readonly<Record<string, unknown>>; readonly content: string } {
  const refuse = (): never => {
    throw new Error('code in front matter is not run')
  }
  const { data, content } = matter(text, { engines: { yaml: (yaml) => parseYaml(yaml, { version: '1.2', maxAliasCount: 0 }) as object, javascript: refuse, js: refuse, coffee: refuse, json: refuse } })
  return { data, content }
}

/** Both readers agree on what stands where, and on the texts of single values. */
function agree(text: string): void {
  const { meeting, problems } = parse(text)
  const { data, content } = readByOthers(text)
  assert.equal(content.trimStart(), text.slice(meeting.bodyStart).trimStart())
  assert.deepEqual((meeting.frontMatter?.entries ?? []).map((each) => each.written), Object.keys(data))
  assert.deepEqual(problems, [])
  for (const [key, written] of [['id', 'id'], ['title', 'title'], ['purpose', 'purpose'], ['link', 'link']] as const) {
    const value = meeting.fields[key]?.value
    const entry = meeting.frontMatter?.entries.find((each) => each.key === written)
    if (entry !== undefined) assert.equal(String(data[entry.written]), value, key)
  }
}

describe('front matter before a reader that others wrote', () => {
  for (const kind of KINDS) {
    for (const language of ['en', 'zh'] as const satisfies readonly Language[]) {
      it(`says the same: a new meeting of the kind ${kind.id}, ${language}`, () => {
        agree(draftMeeting({ title: 'Q2 budget: split over "four" channels #1', day: '2026-12-03', clock: '14:00', zone: 'Asia/Shanghai', duration: 60, organizer: '@octocat', required: ['@hubot'], rsvp: '2026-12-02 14:00', link: 'https://zoom.us/j/5550101234' }, language, kind))
      })
    }
  }
  it('says the same: the examples that are free of faults', () => {
    const folder = 'examples/meetings'
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) agree(readFileSync(join(folder, name), 'utf8'))
  })
  it('runs no code', () => {
    assert.throws(() => readByOthers('---js\nprocess.exit(1)\n---\n'), /not run/)
    assert.deepEqual(parse('---js\nprocess.exit(1)\n---\n').meeting.fields, {})
  })
})
