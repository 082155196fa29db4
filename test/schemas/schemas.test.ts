import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parse as parseYaml } from 'yaml'
import { parseConfig } from '../../src/core/config/parse.ts'
import { RULES } from '../../src/core/rules/index.ts'
import { parse } from '../../src/core/meeting/parse.ts'

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
const addFormats = formats.default as (ajv: Ajv2020) => unknown
addFormats(ajv)
const load = (name: string): ReturnType<typeof ajv.compile> => ajv.compile(JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object)

describe('schemas', () => {
  const meeting = load('meeting')
  const config = load('convoke')
  const front = (text: string): unknown => parseYaml(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '', { version: '1.2' })

  it('accept every example whose front matter is sound', () => {
    const files = readdirSync('examples/meetings', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    assert.ok(files.length >= 8)
    for (const file of files) {
      const text = readFileSync(`examples/meetings/${file}`, 'utf8')
      if (parse(text).problems.length > 0) continue
      assert.ok(meeting(front(text)), `${file}: ${ajv.errorsText(meeting.errors)}`)
    }
    assert.ok(config(parseYaml(readFileSync('examples/.convoke.yml', 'utf8'))), ajv.errorsText(config.errors))
  })

  /** The reader and the schema agree on what is wrong with a key. */
  const WRONG = ['durration: 90m', 'importance: enormous', 'status: gone', 'link: nowhere', 'timezone: "+08:00"', 'channels: [pigeon]', 'start: tomorrow', 'id: a/b', '主题: [a]']
  for (const line of WRONG) {
    it(`refuses “${line}” as the reader does`, () => {
      assert.ok(parse(`---\n${line}\n---\n`).problems.length > 0)
      assert.ok(!meeting(parseYaml(line)))
    })
  }
  const RIGHT = ['duration: 90分钟', '重要程度: 重要', 'room: 301', 'x-cost: 3', '可选参加: [{ zhao: 了解背景 }]', 'materials: [{ path: a, read_before: true }]', '通知渠道: [飞书]', 'repeat: every week']
  for (const line of RIGHT) {
    it(`accepts “${line}” as the reader does`, () => {
      assert.deepEqual(parse(`---\n${line}\n---\n`).problems, [])
      assert.ok(meeting(parseYaml(line)), ajv.errorsText(meeting.errors))
    })
  }

  const WRONG_CONFIG = ['meetngs: []', 'timezone: CST', 'digest: yearly', 'rooms: { A: { capacity: many } }', 'rules: { slide-density: loud }', 'rules: { no-such-rule: off }', 'policy: { fallback: { mail: pigeon } }', 'rules: { slide-density: { max_points: many } }', 'rules: { slide-density: { max_points: 0 } }', 'rules: { slide-density: { max_pionts: 5 } }', 'meetings: ["../**/*.md"]', 'meetings: [/etc/**]']
  for (const line of WRONG_CONFIG) {
    it(`refuses “${line}” in the configuration as the reader does`, () => {
      assert.ok(parseConfig(line, { rules: RULES }).problems.length > 0)
      assert.ok(!config(parseYaml(line)))
    })
  }
})
