import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..')

describe('mail templates', () => {
  it('are compiled as they are written', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate-templates.ts', '--check'], { cwd: ROOT, encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  })

  it('load nothing from outside and run nothing', () => {
    for (const name of readdirSync(join(ROOT, 'templates/mail'))) {
      const source = readFileSync(join(ROOT, 'templates/mail', name), 'utf8')
      assert.doesNotMatch(source, /<(?:script|img|link|iframe|object)|url\(|@import|\{\{\{|\{\{&/, name)
    }
  })
})
