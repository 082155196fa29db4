import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskFiles } from '../../src/adapters/disk/disk.ts'
import { folderForge } from '../../src/adapters/folder/forge.ts'
import { applyRun } from '../../src/app/run.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import { CONFIG, decode, meeting } from '../support/process.ts'

const NOW = Date.parse('2026-11-26T08:00:00Z')
const MEBIBYTE = 1024 * 1024

describe('files to be read beforehand', () => {
  const root = mkdtempSync(join(tmpdir(), 'convoke-attached-'))
  after(() => rmSync(root, { recursive: true, force: true }))

  it('come with the mail as far as five megabytes go; of the others it says how to get them, and nothing outside the repository comes', async () => {
    mkdirSync(join(root, 'repository/data'), { recursive: true })
    const write = (file: string, content: string | Uint8Array): void => writeFileSync(join(root, 'repository', file), content)
    mkdirSync(join(root, 'repository/meetings'))
    write('data/plan.md', '# The plan of four channels\n')
    write('data/large.bin', new Uint8Array(5 * MEBIBYTE - 10))
    write('data/small.txt', 'late but small')
    write('data/other.txt', 'not to be read beforehand')
    writeFileSync(join(root, 'secret.txt'), 'outside')
    const materials = ['data/plan.md', 'data/large.bin', 'data/small.txt', '../secret.txt'].map((path) => `  - { path: ${path}, read_before: true }`).join('\n')
    write('meetings/m.md', meeting({ more: `materials:\n${materials}\n  - { path: data/other.txt }` }))
    const { applied } = await applyRun({ world: { ...folderForge(join(root, 'forge')), files: diskFiles(join(root, 'repository')) }, config: parseConfig(CONFIG).config, now: NOW })
    assert.deepEqual(applied.performed.filter((each) => each.outcome !== 'done'), [])
    const name = readdirSync(join(root, 'forge/mails')).find((each) => each.includes('han-meimei')) ?? assert.fail()
    const mail = decode(readFileSync(join(root, 'forge/mails', name), 'latin1'))
    assert.deepEqual([...mail.matchAll(/^Content-Disposition: attachment; filename=("?)([^"\r\n]+)\1/gm)].map((match) => match[2]), ['plan.md', 'small.txt', 'invite.ics'])
    assert.match(mail, /The plan of four channels/)
    assert.match(mail, /data\/plan\.md[^\n]*\(attached\)/)
    assert.match(mail, /data\/large\.bin[^\n]*too large to attach[^\n]*reply to this mail/i)
    assert.doesNotMatch(mail, /^outside$/m)
  })
})
