import assert from 'node:assert/strict'
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { convoke } from '../support/cli.ts'
import { inFolder } from '../support/folder.ts'

const MINUTES = '# Release Team Meeting - March 5, 2026\r\n\r\n* Time: 14:00-15:30 UTC\r\n\r\n## Present\r\n\r\n- Ann Lee (@annlee) <ann.lee@example.org>\r\n- Bob Ray\r\n\r\n## Action items\r\n\r\n- Bob to call +49 30 1234567 or write to bob@example.org by 2026-03-09\r\n'
const CHINESE = '# 平台组例会 2026年3月5日 9:30-12:00（北京时间）\n\n参会人：李雷、韩梅梅\n'
const FILES = { 'notes/en.md': MINUTES, 'notes/zh.md': CHINESE }

/** Every file below a folder with its text. */
function snapshot(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return Object.fromEntries(files.map((each) => [join(each.parentPath, each.name).slice(root.length + 1), readFileSync(join(each.parentPath, each.name), 'utf8')]))
}

describe('convoke import', () => {
  it('says what it would do, with places, and changes nothing', () => inFolder(FILES, (root) => {
    const before = snapshot(root)
    const { status, out, note } = convoke(root, ['import', 'notes'])
    assert.equal(status, 0, note)
    assert.deepEqual(snapshot(root), before)
    assert.match(out, /title +Release Team Meeting +line 1/)
    assert.match(out, /time +14:00 +line 3/)
    assert.match(out, /would write: id, title, start, timezone, duration, attendees/)
    assert.match(out, /left to fill in: purpose, outcome, room or link, organizer, who is required/)
    assert.match(out, /ann-lee: \{ name: Ann Lee, github: annlee, email: secret \}/)
    assert.match(out, /Meeting files: 2 to be written, 0 unchanged/)
    assert.match(out, /add --write/)
  }))
  it('in Chinese', () => inFolder(FILES, (root) => {
    const { out } = convoke(root, ['import', 'notes', '--lang', 'zh'])
    for (const text of ['主题', '第 1 行', '将写入', '待补：目的、预期成果', '会议文件：将写入 2 个', '加 --write 写入']) assert.ok(out.includes(text), text)
  }))
  it('writes files and the directory, the body to the byte; a second run changes nothing', () => inFolder(FILES, (root) => {
    assert.equal(convoke(root, ['import', 'notes', '--write']).status, 0)
    const after = snapshot(root)
    assert.ok(after['notes/en.md']?.endsWith(`---\r\n${MINUTES}`))
    assert.ok(after['notes/zh.md']?.endsWith(`---\n${CHINESE}`))
    assert.equal(after['.convoke.yml'], 'meetings: ["notes/**/*.md"]\n\npeople:\n  ann-lee: { name: Ann Lee, github: annlee, email: secret }\n  bob-ray: { name: Bob Ray }\n  李雷: { name: 李雷 }\n  韩梅梅: { name: 韩梅梅 }\n')
    const again = convoke(root, ['import', 'notes', '--write'])
    assert.equal(again.status, 0, again.note)
    assert.deepEqual(snapshot(root), after)
    assert.match(again.out, /0 written, 2 unchanged/)
    const lint = convoke(root, ['lint', '--format', 'json', '--now', '2026-11-24T09:00:00Z'])
    assert.doesNotMatch(lint.out, /There is no person/)
  }))
  it('names folders so that lint finds the files in them, whatever signs they have', () => inFolder({ 'web+api/notes/a.md': MINUTES, '[old] (2025)/b.md': CHINESE }, (root) => {
    assert.equal(convoke(root, ['import', '.', '--write']).status, 0)
    const { files } = JSON.parse(convoke(root, ['lint', '--format', 'json']).out) as { files: readonly { readonly file: string }[] }
    assert.deepEqual(files.map((each) => each.file), ['[old] (2025)/b.md', 'web+api/notes/a.md'])
  }))
  it('leaves out what is no meeting and says why; a file that is named itself is imported where one asks for it', () => inFolder({ ...FILES, 'notes/README.md': '# Notes of our meetings\n\n- be kind\n', 'notes/charter.md': '# Charter\n\nWe look after the parser.\n' }, (root) => {
    const { status, out } = convoke(root, ['import', 'notes', '--write', '--anyway'])
    assert.equal(status, 0)
    assert.match(out, /notes\/charter\.md\n {2}skipped: .*a charter.*--anyway/)
    assert.match(out, /Skipped as no meetings: 2\./)
    assert.match(convoke(root, ['import', 'notes', '--lang', 'zh']).out, /已跳过：.*章程.*--anyway/)
    assert.equal(readFileSync(join(root, 'notes/charter.md'), 'utf8'), '# Charter\n\nWe look after the parser.\n')
    assert.deepEqual((JSON.parse(convoke(root, ['import', 'notes', '--format', 'json']).out) as { skipped: unknown }).skipped, [{ file: 'notes/README.md', kind: 'readme' }, { file: 'notes/charter.md', kind: 'charter' }])
    assert.equal(convoke(root, ['import', 'notes/charter.md', '--write', '--anyway']).status, 0)
    const written = readFileSync(join(root, 'notes/charter.md'), 'utf8')
    assert.match(written, /^---\nid: /)
    // What was imported once is a meeting from then on.
    assert.match(convoke(root, ['import', 'notes', '--write']).out, /Skipped as no meetings: 1\./)
    assert.equal(readFileSync(join(root, 'notes/charter.md'), 'utf8'), written)
  }))
  it('adds to a configuration that is there, comments and all', () => inFolder({ ...FILES, '.convoke.yml': '# ours\nmeetings: ["notes/*.md"]\npeople:\n  # the board\n  bob: { name: Bob Ray }\n' }, (root) => {
    assert.equal(convoke(root, ['import', 'notes/en.md', '--write']).status, 0)
    assert.equal(readFileSync(join(root, '.convoke.yml'), 'utf8'), '# ours\nmeetings: ["notes/*.md"]\npeople:\n  # the board\n  ann-lee: { name: Ann Lee, github: annlee, email: secret }\n  bob: { name: Bob Ray }\n')
  }))
  it('adds the folder to a configuration that does not look there, and says so', () => inFolder({ ...FILES, '.convoke.yml': '# ours\ntimezone: Europe/Berlin\n' }, (root) => {
    assert.match(convoke(root, ['import', 'notes']).out, /To be added to “meetings” of \.convoke\.yml: notes\/\*\*\/\*\.md/)
    assert.match(convoke(root, ['import', 'notes', '--lang', 'zh', '--write']).out, /已加入 \.convoke\.yml 的 meetings：notes\/\*\*\/\*\.md/)
    assert.match(snapshot(root)['.convoke.yml'] ?? '', /^# ours\nmeetings: \["meetings\/\*\*\/\*\.md", "notes\/\*\*\/\*\.md"\]\ntimezone: Europe\/Berlin\n/)
    assert.doesNotMatch(convoke(root, ['import', 'notes']).out, /meetings” of/)
  }))
  it('as data: values with places and sureness; no address and no phone number in any output', () => inFolder(FILES, (root) => {
    const { out } = convoke(root, ['import', 'notes/en.md', '--format', 'json'])
    const { version, files, people } = JSON.parse(out) as { version: number; files: { file: string; changed: boolean; missing: string[]; fields: Record<string, { value: unknown; sureness: string; place: unknown }>; actions: { value: { text: string; due: string } }[] }[]; people: unknown[] }
    assert.equal(version, 1)
    const [file] = files
    assert.deepEqual(file?.fields['start'], { value: '14:00', sureness: 'sure', place: { in: 'text', line: 3, column: 9, length: 11 } })
    assert.equal(file?.actions[0]?.value.due, '2026-03-09')
    assert.deepEqual(people[0], { key: 'ann-lee', name: 'Ann Lee', github: 'annlee', email: 'secret' })
    for (const args of [['--format', 'json'], [], ['--write']]) {
      const ended = convoke(root, ['import', 'notes/en.md', ...args])
      assert.doesNotMatch(ended.out + ended.note, /example\.org|1234567/)
    }
  }))
  it('a calendar and a template become files of their own, once', () => inFolder({
    'team.ics': 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Berlin:20261201T140000\r\nDTEND;TZID=Europe/Berlin:20261201T150000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Board\r\nORGANIZER;CN=Ann Lee:mailto:ann@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    '.github/ISSUE_TEMPLATE/meeting.md': '---\nname: Team meeting\nabout: Agenda\n---\n\n## Agenda\n',
  }, (root) => {
    const args = ['import', 'team.ics', '.github/ISSUE_TEMPLATE/meeting.md', '--write']
    const first = convoke(root, args)
    assert.equal(first.status, 0, first.note)
    assert.match(first.out, /meetings\/series\/board\.md +written/)
    const after = snapshot(root)
    assert.deepEqual(Object.keys(after).sort(), ['.convoke.yml', '.github/ISSUE_TEMPLATE/meeting.md', 'meetings/series/board.md', 'meetings/team-meeting.md', 'team.ics'])
    assert.doesNotMatch(first.out + Object.entries(after).filter(([path]) => path !== 'team.ics').join(''), /ann@example/)
    const second = convoke(root, args)
    assert.match(second.out, /is there already, left as it is/)
    assert.deepEqual(snapshot(root), after)
  }))
  it('bad input: a clear message, the other files still read, exit status 1 or 2', () => inFolder({ ...FILES, 'notes/gbk.md': Uint8Array.from([0x23, 0x20, 0xd6, 0xf7, 0xcc, 0xe2]), 'notes/broken.md': '---\ntitle: "open\n---\n# Sync 2026-03-05\n', 'bad.ics': 'no calendar' }, (root) => {
    symlinkSync('/etc/passwd', join(root, 'notes/out.md'))
    const before = snapshot(join(root, 'notes'))
    const { status, out, note } = convoke(root, ['import', 'notes', 'bad.ics'])
    assert.equal(status, 1)
    assert.match(note, /notes\/gbk\.md: This file is not UTF-8/)
    assert.match(note, /notes\/out\.md: This is a link that leads out of the repository/)
    assert.match(note, /bad\.ics: This is no calendar/)
    assert.match(out, /front matter cannot be read/)
    assert.match(out, /2 to be written, 0 unchanged, 4 unreadable/)
    assert.deepEqual(snapshot(join(root, 'notes')), before)
    for (const [args, message] of [[[], /Name the files/], [['nothing.md'], /There is no file or folder nothing\.md/], [['notes', '--format', 'xml'], /no format “xml”/], [['notes', '--wirte'], /did you mean --write/]] as const) {
      const ended = convoke(root, ['import', ...args])
      assert.equal(ended.status, 2)
      assert.match(ended.note, message)
      assert.doesNotMatch(ended.note, /\bat .*\.js:\d+/)
    }
  }))
  it('control signs in a file’s text do not reach the terminal', () => inFolder({ 'a.md': '# Sync \u001b[31m 2026-03-05\n\n参会人：李\u001b雷、王伟\n' }, (root) => {
    assert.doesNotMatch(convoke(root, ['import', 'a.md']).out, /\u001b/)
  }))
  it('a file that cannot be written is told, and nothing is half done', function () {
    if (process.getuid?.() === 0) this.skip()
    return inFolder(FILES, (root) => {
      chmodSync(join(root, 'notes'), 0o555)
      const { status } = convoke(root, ['import', 'notes', '--write'])
      chmodSync(join(root, 'notes'), 0o755)
      assert.notEqual(status, 0)
      assert.equal(existsSync(join(root, '.convoke.yml')), false)
      assert.equal(readFileSync(join(root, 'notes/en.md'), 'utf8'), MINUTES)
    })
  })
})
