import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { RULES } from '../../../src/core/rules/index.ts'
import { seen } from '../../support/rule.ts'

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe('all rules', () => {
  it('have a file, a page and a test of their name', () => {
    for (const { id } of RULES) {
      for (const path of [`src/core/rules/${id}.ts`, `docs/rules/${id}.md`, `test/core/rules/${id}.test.ts`]) assert.ok(existsSync(path), `${path} is missing`)
    }
    const pages = readdirSync('docs/rules').filter((name) => name !== 'README.md').map((name) => name.replace(/\.md$/, '')).sort()
    assert.deepEqual(pages, RULES.map((rule) => rule.id).sort(), 'a page stands for no rule')
    assert.equal(new Set(RULES.map((rule) => rule.id)).size, RULES.length)
  })
  it('say the same in both languages', () => {
    for (const { id, messages, summary } of RULES) {
      for (const { en, zh } of [summary, ...Object.values(messages)]) {
        assert.deepEqual(placeholders(zh), placeholders(en), `${id}: ${en}`)
        assert.match(zh, /[\u4e00-\u9fff]|^[^\w]*\{/, `${id}: ${zh}`)
        assert.doesNotMatch(zh, /[\u4e00-\u9fff](?:[,;!?]|:(?! \S))|[,;!?](?=[\u4e00-\u9fff])/, `${id}: half-width punctuation in “${zh}”`)
      }
    }
  })
})

// Runs after every test of the whole run: no text of a rule may have gone unseen. A run of part of the tests proves nothing about it.
after(() => {
  if (process.argv.some((each) => /^(-g|-f|--grep|--fgrep)$/.test(each))) return
  const tested = new Set([...seen].map((each) => each.slice(0, each.indexOf(':'))))
  if (RULES.some(({ id }) => !tested.has(id))) return
  const unseen = RULES.flatMap(({ id, messages }) => Object.values(messages).filter(({ en }) => !seen.has(`${id}: ${en}`)).map(({ en }) => `${id}: ${en}`))
  assert.deepEqual(unseen, [], 'texts of rules that no test shows')
})
