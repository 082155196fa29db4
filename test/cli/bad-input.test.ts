import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { commitAll, git, inFolder, lay } from '../support/folder.ts'
import { convoke, lintJson } from '../support/cli.ts'
import { CONFIG, good } from '../support/rule.ts'

const OK = { '.convoke.yml': CONFIG, 'meetings/good.md': good({ duration: 'duration: 3h' }) }

/** Lints a bad file beside a good one: what is said of the bad one, and that the other was still judged and nothing was written. */
async function beside(files: Readonly<Record<string, string | Uint8Array>>, prepare: (root: string) => void = () => undefined): Promise<Map<string, string[]>> {
  let found = new Map<string, string[]>()
  await inFolder({ ...OK, ...files }, (root) => {
    prepare(root)
    const before = readdirSync(root, { recursive: true }).length
    const { status, note, files: judged } = lintJson(root)
    assert.equal(status, 1, note)
    assert.doesNotMatch(note, /\bat .*\.js:\d+/, 'a stack trace')
    found = new Map(judged.map(({ file, problems }) => [file, problems.map((each) => `${each.range.start.line + 1}:${each.range.start.character + 1} ${each.rule} ${each.message}`)]))
    assert.deepEqual(found.get('meetings/good.md')?.map((each) => each.split(' ')[1]), ['duration-limit'], 'the other file was not judged as always')
    assert.equal(readdirSync(root, { recursive: true }).length, before, 'something was written')
  })
  return found
}

describe('bad input: a clear message, and the other files still judged', () => {
  it('YAML that cannot be parsed: where it breaks, and nothing is called missing', async () => {
    const found = await beside({ 'meetings/a.md': '---\nid: a\ntitle: [one, two\nstart: 2026-12-03 14:00\n---\n\n## Agenda\n1. Vote (5m)\n', 'meetings/b.md': '---\nid: b\ntitle: "open\n---\n\n## Agenda\n1. Vote (5m)\n' })
    assert.deepEqual(found.get('meetings/a.md'), ['3:17 front-matter The value of “title” is not valid YAML from here on; check brackets, quotes and indentation.'])
    assert.deepEqual(found.get('meetings/b.md'), ['3:8 front-matter This quoted text is never closed; add the closing quote.'])
  })
  it('values of the wrong type', async () => {
    const found = await beside({ 'meetings/a.md': good({ id: 'id: types', title: 'title: {a: 1}', required: 'required: 7', duration: 'duration: [1]' }) })
    assert.deepEqual(found.get('meetings/a.md'), [
      '3:8 front-matter “title” has to be one text.', '8:11 front-matter “duration” has to be one text.',
      '11:11 front-matter There is no person “7” in .convoke.yml; a GitHub login is written with @.',
    ])
  })
  it('aliases that would swell to gigabytes are not followed', async () => {
    const bomb = ['a: &a [x, x]', ...'bcdefghij'.split('').map((name, at) => `x-${name}: &${name} [*${'abcdefghi'[at] ?? ''}, *${'abcdefghi'[at] ?? ''}]`)].join('\n')
    const found = await beside({ 'meetings/a.md': `---\nid: a\n${bomb}\n---\n` })
    assert.ok(found.get('meetings/a.md')?.some((each) => each.includes('anchors and aliases')))
  })
  it('a file above 5 MB, binary ones, other encodings', async () => {
    const found = await beside({
      'meetings/big.md': 'a'.repeat(5 * 1024 * 1024 + 1), 'meetings/binary.md': Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256),
      'meetings/gbk.md': Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xd6, 0xf7, 0xcc, 0xe2, 0x3a, 0x20, 0x61, 0x0a]), 'meetings/utf16.md': Uint8Array.from([0xff, 0xfe, 0x2d, 0x00, 0x2d, 0x00, 0x80, 0xd8]),
    })
    assert.deepEqual(found.get('meetings/big.md'), ['1:1 front-matter This file is larger than 5 MB and was not read.'])
    assert.deepEqual(found.get('meetings/binary.md'), ['1:1 front-matter This is not a text file, in spite of its name.'])
    for (const name of ['gbk', 'utf16']) assert.deepEqual(found.get(`meetings/${name}.md`), ['1:1 front-matter This file is not UTF-8 (it may be GBK or UTF-16); save it as UTF-8.'])
  })
  it('links that lead out, to themselves, round in circles or nowhere; a folder with a file’s name', async () => {
    const found = await beside({}, (root) => {
      symlinkSync('/etc/passwd', join(root, 'meetings/out.md'))
      symlinkSync('self.md', join(root, 'meetings/self.md'))
      symlinkSync('..', join(root, 'meetings/circle'))
      mkdirSync(join(root, 'meetings/folder.md'))
    })
    assert.deepEqual(found.get('meetings/out.md'), ['1:1 front-matter This is a link that leads out of the repository; it is not followed.'])
    assert.deepEqual(found.get('meetings/self.md'), ['1:1 front-matter This file cannot be opened; check its permissions, or whether it is a link to itself.'])
    assert.deepEqual([...found.keys()], ['meetings/good.md', 'meetings/out.md', 'meetings/self.md'])
  })
  it('a file that may not be read', async function () {
    if (process.getuid?.() === 0) this.skip()
    const found = await beside({ 'meetings/a.md': good() }, (root) => chmodSync(join(root, 'meetings/a.md'), 0))
    assert.deepEqual(found.get('meetings/a.md'), ['1:1 front-matter This file cannot be opened; check its permissions, or whether it is a link to itself.'])
  })
  it('a zone that nobody has', async () => {
    const found = await beside({ 'meetings/a.md': good({ id: 'id: z', start: 'start: 2026-12-08 14:00', rsvp: 'rsvp_by: 2026-12-07 12:00', timezone: 'timezone: Mars/Olympus' }) })
    assert.deepEqual(found.get('meetings/a.md'), ['7:11 front-matter “Mars/Olympus” is no IANA time zone; write one such as Europe/Berlin.'])
  })
  it('keys that other programs trip over', async () => {
    const found = await beside({ 'meetings/a.md': `---\n__proto__: x\nconstructor: y\n${good({ id: 'id: p', start: 'start: 2026-12-08 14:00', rsvp: 'rsvp_by: 2026-12-07 12:00' }).slice(4)}` })
    assert.deepEqual(found.get('meetings/a.md'), [
      '2:1 front-matter There is no key “__proto__”; keys of your own begin with “x-”.', '3:1 front-matter There is no key “constructor”; keys of your own begin with “x-”.',
    ])
  })
  it('no git, and a shallow clone: a file’s date is not known, and not complained about', () => inFolder({ 'far/.convoke.yml': CONFIG, 'far/data/old.csv': 'a,b\n', 'far/meetings/a.md': good({ more: 'materials:\n  - path: data/old.csv\n    read_before: true' }) }, (root) => {
    const far = join(root, 'far')
    const stale = (folder: string): boolean => lintJson(folder).files.some((each) => each.problems.some((problem) => problem.rule === 'fresh-data'))
    assert.equal(stale(far), false, 'without git')
    git(far, ['init', '-q'])
    commitAll(far, '2026-06-01T08:00:00Z')
    assert.equal(stale(far), true, 'with its history')
    lay(far, { 'other.txt': 'x' })
    commitAll(far, '2026-06-02T08:00:00Z')
    git(root, ['clone', '-q', '--depth', '1', `file://${far}`, 'near'])
    assert.equal(stale(join(root, 'near')), false, 'in a shallow clone')
  }))
})

describe('bad use and configuration: exit 2, and what to do', () => {
  const refused = (root: string, args: readonly string[], said: RegExp): void => {
    const { status, out, note } = convoke(root, args)
    assert.equal(status, 2, `${args.join(' ')}: ${note}`)
    assert.match(note, said)
    assert.equal(out, '')
    assert.doesNotMatch(note, /\bat .*\.js:\d+/)
  }
  it('a configuration with errors, each with its place', () => inFolder({ ...OK, '.convoke.yml': 'timezone: Mars\nholliday_region: CN\npeople: [a]\nrules: { humane-tme: off }\n' }, (root) => {
    refused(root, ['lint'], /^\.convoke\.yml:1:11: .*\n\.convoke\.yml:2:1: .*did you mean “holiday_region”[^]*\.convoke\.yml:3:9: [^]*\.convoke\.yml:4:10: .*did you mean “humane-time”/m)
    for (const command of ['plan', 'apply', 'ics --all']) refused(root, command.split(' '), /^\.convoke\.yml:1:11: /m)
    assert.ok(!existsSync(join(root, '.convoke')), 'something was written')
  }))
  it('a configuration that would silently find nothing, or judge by something else', () => inFolder({ ...OK, '.convoke.yml': 'meetings: ["../notes/*.md", "/etc/*.md"]\nholiday_region: XX\nrules: { slide-density: { max_points: many, max_pionts: 5 } }\n' }, (root) => {
    refused(root, ['lint'], /yml:1:12: “\.\.\/notes\/\*\.md” leads out[^]*yml:1:29: “\/etc[^]*yml:2:17: “XX” is no holiday region[^]*yml:3:39: “max_points” has to be a whole number from 1 to 30\.\n[^]*yml:3:45: .*did you mean “max_points”/)
  }))
  it('a configuration that is no text, or no YAML', async () => {
    await inFolder({ ...OK, '.convoke.yml': Uint8Array.from([0xd6, 0xf7, 0x3a, 0x20]) }, (root) => refused(root, ['lint'], /^.*\.convoke\.yml:1:1: this file is not UTF-8/m))
    await inFolder({ ...OK, '.convoke.yml': 'people: {a: {name: x}\n' }, (root) => refused(root, ['lint'], /\.convoke\.yml:1:\d+: /))
  })
  it('paths that are not there or lie outside', () => inFolder(OK, (root) => {
    refused(root, ['lint', 'none.md'], /There is no file or folder none\.md/)
    refused(root, ['lint', '/etc/passwd'], /outside the repository/)
    refused(root, ['lint', '--root', 'none'], /--root is no folder: none/)
    refused(root, ['lint', '--root', 'meetings/good.md'], /--root is no folder/)
    refused(root, ['plan', '--people', 'none.yml'], /There is no --people file none\.yml/)
    refused(root, ['plan', '--forge', 'gitlab:x'], /--forge has to be/)
  }))
  it('options and commands that do not exist, with what was meant', () => inFolder(OK, (root) => {
    refused(root, ['lnit'], /There is no command “lnit”; did you mean “lint”\?/)
    refused(root, ['lint', '--fromat', 'json'], /There is no option --fromat; did you mean --format\?/)
    refused(root, ['lint', '--format', 'xml'], /pretty, json, github, sarif/)
    refused(root, ['lint', '--format'], /--format lacks its value/)
    refused(root, ['lint', '--now', 'soon'], /--now “soon” is no time/)
    refused(root, ['lint', '--lang', 'fr'], /--lang is en or zh/)
    refused(root, ['explain', 'humane-tim'], /did you mean “humane-time”/)
  }))
  it('says it in Chinese too', () => inFolder(OK, (root) => refused(root, ['lint', '--fromat', '--lang', 'zh'], /没有 --fromat 这个选项，是否想用 --format？/)))
  it('an empty folder is no mistake', () => inFolder({}, (root) => {
    const { status, note } = convoke(root, ['lint'])
    assert.equal(status, 0)
    assert.equal(note, '')
    assert.equal(readFileSync('package.json', 'utf8').includes('"convoke": "dist/cli/convoke.js"'), true)
  }))
})
