import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { inFolder } from '../support/folder.ts'
import { CONFIG, meeting, NOW } from '../support/lsp.ts'

interface Seen {
  readonly problem?: string
  readonly before: readonly { readonly code: string; readonly line: number }[]
  readonly action: string
  readonly lines: readonly string[]
  readonly proposals: readonly string[]
}

const FAULTY = meeting({ required: '[li-lie]' })

describe('convoke lsp --stdio in Neovim', function () {
  before(function () {
    if (spawnSync('nvim', ['--version']).status === 0) return
    console.log('      Neovim is not installed (.ci/machine would): skipped')
    this.skip()
  })
  it('shows a fault, mends it by its quick fix, and proposes people', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/pump.md': FAULTY }, (root) => {
    const { status, stdout, stderr } = spawnSync('nvim', ['--headless', '-n', '-i', 'NONE', '-u', 'NONE', '-S', resolve('test/server/neovim.lua')], {
      encoding: 'utf8', timeout: 90_000,
      env: {
        PATH: process.env['PATH'], HOME: root, XDG_STATE_HOME: root, XDG_DATA_HOME: root, XDG_CONFIG_HOME: root, LANG: 'C.UTF-8',
        CONVOKE_NODE: process.execPath, CONVOKE_CLI: resolve('dist/cli/convoke.js'), CONVOKE_ROOT: root, CONVOKE_NOW: NOW,
      },
    })
    assert.equal(status, 0, stderr)
    const seen = JSON.parse(stdout.trim().split('\n').find((line) => line.startsWith('{')) ?? assert.fail(stdout + stderr)) as Seen
    assert.equal(seen.problem, undefined)
    assert.deepEqual(seen.before.map(({ code, line }) => [code, line]), [['front-matter', FAULTY.split('\n').indexOf('required: [li-lie]')]])
    assert.match(seen.action, /li-lei/)
    assert.deepEqual(seen.lines, meeting().trimEnd().split('\n'))
    assert.ok(seen.proposals.some((each) => each.includes('anna')), seen.proposals.join(', '))
  }))
})
