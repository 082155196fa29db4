import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Report } from '../../src/core/report/model.ts'
import { convoke } from '../support/cli.ts'
import { commitAll, git, inFolder, lay } from '../support/folder.ts'
import { CONFIG, good } from '../support/rule.ts'

const NOW = ['--now', '2026-11-24T09:00:00Z']
const LONG = good({ start: 'start: 2026-10-07 14:00', rsvp: 'rsvp_by: 2026-10-05 12:00', duration: 'duration: 3h' })
const SHORT = good({ start: 'start: 2026-10-07 14:00', rsvp: 'rsvp_by: 2026-10-05 12:00' })

function read(root: string, ...args: readonly string[]): Report {
  const { status, out, note } = convoke(root, ['report', '--format', 'json', ...NOW, ...args])
  assert.equal(status, 0, note)
  return JSON.parse(out) as Report
}

/** Whether A7 was kept at each earlier time, by day. */
function a7({ past }: Report): unknown {
  return past.state === 'known' ? past.points.map(({ day, commit, meetings, clauses }) => [day, commit === undefined ? 'today' : 'commit', meetings, clauses.A7?.broken]) : past.state
}

describe('convoke report', () => {
  it('judges the repository as it stood at the ends of months', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/a.md': LONG }, (root) => {
    assert.equal(a7(read(root)), 'no-git')
    git(root, ['init', '-q'])
    assert.equal(a7(read(root)), 'no-commit')
    commitAll(root, '2026-08-10T08:00:00Z')
    lay(root, { 'meetings/a.md': SHORT, 'meetings/b.md': good({ id: 'id: b', start: 'start: 2026-12-07 14:00', duration: 'duration: 4h' }) })
    commitAll(root, '2026-10-10T08:00:00Z')
    lay(root, { 'meetings/c.md': good({ id: 'id: c', start: 'start: 2026-12-08 14:00', duration: 'duration: 4h' }) })
    assert.deepEqual(a7(read(root)), [['2026-08-31', 'commit', 1, 1], ['2026-09-30', 'commit', 1, 1], ['2026-10-31', 'commit', 2, 1], ['2026-11-24', 'today', 3, 2]])
    assert.deepEqual(a7(read(root, 'meetings/a.md')), [['2026-08-31', 'commit', 1, 1], ['2026-09-30', 'commit', 1, 1], ['2026-10-31', 'commit', 1, 0], ['2026-11-24', 'today', 1, 0]])
    assert.deepEqual(a7(read(root, '--history', '1')), [['2026-10-31', 'commit', 2, 1], ['2026-11-24', 'today', 3, 2]])
    assert.equal(a7(read(root, '--history', 'off')), 'off')
    git(root, ['clone', '-q', '--depth', '1', `file://${root}`, 'shallow'])
    assert.equal(a7(read(join(root, 'shallow'))), 'shallow')
  }))
  it('looks week by week while the repository is young', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/a.md': SHORT }, (root) => {
    git(root, ['init', '-q'])
    commitAll(root, '2026-11-05T08:00:00Z')
    const { past } = read(root)
    assert.deepEqual(past.state === 'known' && [past.every, ...past.points.map((each) => each.day)], ['week', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-24'])
  }))
  it('prints a table for people, the figures first, in both languages', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/a.md': LONG, 'meetings/\u202eb\u0007.md': '---\ntitle: [\n---\n' }, (root) => {
    const { out, status } = convoke(root, ['report', ...NOW, '--history', 'off'])
    assert.equal(status, 0)
    assert.match(out, /^1 of 2 meeting files judged, as of 2026-11-24\n1 could not be read\n/)
    assert.match(out, /A7 {2}Two hours at most +░{20} +0% +1/)
    assert.match(out, /Oct 2026 .* 1 +9\n/)
    assert.match(out, /\\u202eb\\u0007\.md/)
    assert.match(convoke(root, ['report', ...NOW, '--lang', 'zh']).out, /A7 {2}最长两小时/)
  }))
  it('writes a whole page or none, and takes the format from its name', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/a.md': LONG }, (root) => {
    const written = convoke(root, ['report', ...NOW, '-o', 'out.html', '--lang', 'zh'])
    assert.deepEqual([written.status, written.out, written.note], [0, '', '已写入 out.html\n'])
    const page = readFileSync(join(root, 'out.html'), 'utf8')
    assert.match(page, /^<!doctype html>\n<html lang="zh-CN">/)
    assert.match(page, /<\/html>\n$/)
    assert.equal(convoke(root, ['report', ...NOW, '--format', 'html', '--lang', 'zh']).out, page)
    for (const out of ['none/out.html', 'meetings']) {
      const { status, note } = convoke(root, ['report', ...NOW, '--out', out])
      assert.equal(status, 2)
      assert.match(note, new RegExp(`^convoke: ${out} cannot be written \\(E[A-Z]+\\)\\.\\n$`))
    }
    assert.deepEqual(readdirSync(root).sort(), ['.convoke.yml', 'meetings', 'out.html'])
  }))
  it('says what is wrong with its arguments', () => inFolder({ '.convoke.yml': CONFIG }, (root) => {
    for (const [args, said] of [[['--format', 'pdf'], /There is no format “pdf”; there are pretty, json, html\./], [['--history', '61'], /--history is off or a number from 0 to 60, not “61”\./], [['--history', '-1'], /./], [['--out'], /./], [['nowhere'], /There is no file or folder nowhere/]] as const) {
      const { status, note, out } = convoke(root, ['report', ...args])
      assert.deepEqual([status, out], [2, ''], args.join(' '))
      assert.match(note, said)
      assert.doesNotMatch(note, /\n\s+at /)
    }
  }))
  it('leaves nothing half written when it is interrupted', () => inFolder({ '.convoke.yml': CONFIG, ...Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`meetings/${at}.md`, good({ id: `id: m${at}`, start: `start: 2026-10-0${1 + (at % 9)} 14:00` })])) }, async (root) => {
    git(root, ['init', '-q'])
    commitAll(root, '2024-01-10T08:00:00Z')
    const child = spawn(process.execPath, [resolve('dist/cli/convoke.js'), 'report', ...NOW, '--history', '34', '--out', 'out.html', '--no-cache'], { cwd: root, stdio: 'ignore' })
    const ended = new Promise<number | null>((answer) => child.on('exit', (status) => answer(status)))
    await new Promise((wait) => setTimeout(wait, 1500))
    child.kill('SIGINT')
    assert.equal(await ended, 130)
    assert.deepEqual(readdirSync(root).filter((name) => name.includes('out.html')), [])
    assert.equal(existsSync(join(root, 'out.html')), false)
  }))
})
