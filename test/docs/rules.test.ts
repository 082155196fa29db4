import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { RULES } from '../../src/core/rules/index.ts'
import type { FileFact } from '../../src/core/materials/facts.ts'
import { render } from '../../src/core/messages/render.ts'
import { judge, type Around } from '../support/rule.ts'

interface Example {
  readonly line: number
  readonly wrong: boolean
  readonly text: string
  readonly around: Around
}

/** The examples of a page. Fences with configuration, facts or another file stand before the example that they belong to. */
function examplesOf(page: string): Example[] {
  const found: Example[] = []
  let around: { config?: string; facts?: Record<string, FileFact>; others?: Record<string, string> } = {}
  for (const match of page.matchAll(/^```(\w+) ?([^\n]*)\n([\s\S]*?)^```$/gm)) {
    const [, , info = '', text = ''] = match
    const other = /^other=(\S+)$/.exec(info)?.[1]
    if (info === 'config') around = { ...around, config: text }
    else if (info === 'facts') around = { ...around, facts: JSON.parse(text) as Record<string, FileFact> }
    else if (other !== undefined) around = { ...around, others: { ...around.others, [other]: text } }
    else if (info === 'wrong' || info === 'right') {
      found.push({ line: page.slice(0, match.index).split('\n').length, wrong: info === 'wrong', text, around })
      around = {}
    }
  }
  return found
}

describe('the rules’ pages', () => {
  for (const rule of RULES) {
    it(`${rule.id}: each wrong example is found, each right one is not`, () => {
      const page = readFileSync(`docs/rules/${rule.id}.md`, 'utf8')
      const [english = '', chinese = ''] = page.split('\n## 中文\n')
      for (const part of [english, chinese]) {
        const kinds = new Set(examplesOf(part).map((each) => each.wrong))
        assert.equal(kinds.size, 2, `${rule.id}: both languages have a wrong and a right example`)
      }
      for (const { line, wrong, text, around } of examplesOf(page)) {
        const own = judge(text, { now: '2026-11-24T09:00:00Z', ...around }).filter((each) => each.rule === rule.id && (wrong || rule.severity === 'info' || each.severity !== 'info'))
        const said = own.map((each) => render(each.message, each.data, 'en')).join('; ')
        assert.equal(own.length > 0, wrong, `docs/rules/${rule.id}.md:${line} ${wrong ? 'should be found' : `is said to be right: ${said}`}`)
      }
    })
  }
})
