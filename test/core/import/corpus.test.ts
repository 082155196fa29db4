import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_CONFIG } from '../../../src/core/config/parse.ts'
import { configWith, importMeetings, type GivenFile } from '../../../src/core/import/collect.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { agrees, bodyOf } from '../../support/import.ts'

const corpus = process.env['CONVOKE_CORPUS']

/** Real agendas and minutes, where a folder of them is named by CONVOKE_CORPUS. */
describe('importing the corpus', () => {
  if (corpus === undefined) {
    it('is done where CONVOKE_CORPUS names a folder of it')
    return
  }
  const given: GivenFile[] = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).sort()
    .map((path) => ({ path, text: readFileSync(join(corpus, path), 'utf8') }))
  const texts = new Map(given.map(({ path, text }) => [path, text]))
  const made = importMeetings(given, DEFAULT_CONFIG)

  it('keeps every byte of every body, and says what it found where our parser finds it', () => {
    // Nothing is lost: each file is either made a meeting or said to be none.
    assert.deepEqual([...made.files, ...made.skipped].map((each) => each.path).sort(), given.map((each) => each.path).sort())
    for (const file of made.files) {
      const text = texts.get(file.path) ?? ''
      assert.equal(bodyOf(file.written.text), bodyOf(text), file.path)
      agrees(file, text)
    }
  })
  it('gives every file an id of its own', () => {
    const ids = made.files.filter((each) => !each.written.unreadable).map((each) => each.written.id)
    assert.equal(new Set(ids).size, ids.length)
  })
  it('changes nothing when it runs again, and then proposes nobody whom the configuration has', () => {
    const text = configWith(undefined, made.people, ['**/*.md']) ?? ''
    const { config, problems } = parseConfig(text)
    assert.deepEqual(problems, [])
    const again = importMeetings(made.files.map(({ path, written }) => ({ path, text: written.text })), config)
    assert.deepEqual(again.files.filter((each) => each.changed).map((each) => each.path), [])
    assert.deepEqual(again.people, [])
  })
})
