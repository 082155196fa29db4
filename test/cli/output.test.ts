import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inFolder } from '../support/folder.ts'
import { convoke, lintJson } from '../support/cli.ts'
import { CONFIG, good } from '../support/rule.ts'

const BAD = good({ title: 'title: "100%: a,b\\n::error::c"', duration: 'duration: 3h', required: 'required: [@hanmeimei, wang-wei]' })
const FILES = { '.convoke.yml': CONFIG, 'meetings/b.md': BAD, 'meetings/a #1?.md': good({ id: 'id: other', start: 'start: 2026-12-08 14:00', rsvp: 'rsvp_by: 2026-12-07 12:00', duration: 'duration: 2h30m' }) }
const NOW = ['--now', '2026-11-24T09:00:00Z']

describe('what lint prints', () => {
  it('JSON: version, files and problems in order, zero-based places in UTF-16', () => inFolder({ ...FILES, 'meetings/c.md': good({ id: 'id: c', start: 'start: 2026-12-09 14:00', rsvp: 'rsvp_by: 2026-12-08 12:00', more: 'optional: [{tom: 😀😀}, {priya: optional}]' }) }, (root) => {
    const { version, files, status } = lintJson(root)
    assert.equal(version, 1)
    assert.equal(status, 1)
    assert.deepEqual(files.map((each) => each.file), ['meetings/a #1?.md', 'meetings/b.md', 'meetings/c.md'])
    const problems = files[1]?.problems ?? []
    assert.deepEqual(problems.map((each) => [each.rule, each.clauses, each.severity, each.range.start.line]), [
      ['duration-limit', ['A7'], 'warning', 7], ['front-matter', [], 'error', 10],
    ])
    assert.deepEqual(Object.keys(problems[0] ?? {}), ['rule', 'clauses', 'severity', 'message', 'range', 'fixes'])
    assert.deepEqual(problems[1]?.fixes, [{ title: 'Put it in quotes' }])
    const reason = files[2]?.problems.find((each) => each.rule === 'optional-reason')
    assert.equal(reason?.range.start.character, '2026'.length + 'optional: [{tom: 😀😀}, {priya: '.length - 4, 'an emoji is two units')
  }))
  it('GitHub annotations: no text of a file can start a command', () => inFolder({ ...FILES, 'meetings/d,e%.md': good({ id: 'id: d', organizer: 'organizer: "x%0A::error::y,z:"', start: 'start: 2026-12-08 14:00', rsvp: 'rsvp_by: 2026-12-07 12:00' }) }, (root) => {
    const { out } = convoke(root, ['lint', '--format', 'github', ...NOW])
    for (const line of out.trimEnd().split('\n')) assert.match(line, /^::(?:error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[^,:]+::[^\r\n]+$/)
    assert.match(out, /file=meetings\/d%2Ce%25\.md,line=9/)
    assert.match(out, /x%250A::error::y,z:/)
  }))
  it('SARIF: places counted from one, file names as URIs, fixes as replacements that do what they say', () => inFolder(FILES, (root) => {
    const { out } = convoke(root, ['lint', '--format', 'sarif', ...NOW])
    interface Region { startLine: number; startColumn: number; endLine: number; endColumn: number }
    const { version, runs } = JSON.parse(out) as { version: string; runs: { columnKind: string; results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string }; region: Region } }[]; fixes?: { artifactChanges: { replacements: { deletedRegion: Region; insertedContent: { text: string } }[] }[] }[] }[]; tool: { driver: { rules: { id: string }[] } } }[] }
    const run = runs[0]
    assert.ok(run !== undefined)
    assert.deepEqual([version, run.columnKind], ['2.1.0', 'utf16CodeUnits'])
    const ids = new Set(run.tool.driver.rules.map((each) => each.id))
    for (const { ruleId } of run.results) assert.ok(ids.has(ruleId))
    assert.ok(run.results.some((each) => each.locations[0]?.physicalLocation.artifactLocation.uri === 'meetings/a%20%231%3F.md'))
    const broken = run.results.find((each) => each.ruleId === 'front-matter')
    const { deletedRegion, insertedContent } = broken?.fixes?.[0]?.artifactChanges[0]?.replacements[0] ?? assert.fail('no fix')
    const lines = BAD.split('\n')
    const line = lines[deletedRegion.startLine - 1] ?? ''
    assert.match(line.slice(0, deletedRegion.startColumn - 1) + insertedContent.text + line.slice(deletedRegion.endColumn - 1), /required: \['?"?@hanmeimei/)
  }))
  it('for people: no colour in a pipe, colour when asked for, none against the wish', () => inFolder(FILES, (root) => {
    const colour = new RegExp(String.fromCharCode(27))
    assert.doesNotMatch(convoke(root, ['lint', ...NOW]).out, colour)
    assert.match(convoke(root, ['lint', ...NOW], { FORCE_COLOR: '1' }).out, colour)
    assert.doesNotMatch(convoke(root, ['lint', ...NOW], { FORCE_COLOR: '1', NO_COLOR: '1' }).out, colour)
  }))
  it('in Chinese, by option and by the locale', () => inFolder(FILES, (root) => {
    assert.match(convoke(root, ['lint', '--lang', 'zh', ...NOW]).out, /会议时长 3 小时，超过了 2 小时/)
    assert.match(convoke(root, ['lint', ...NOW], { LANG: 'zh_CN.UTF-8' }).out, /会议时长 3 小时/)
  }))
  it('ends quietly when its reader does', async () => inFolder(FILES, (root) => {
    const { stderr, stdout } = spawnSync('sh', ['-c', `"${process.execPath}" "${resolve('dist/cli/convoke.js')}" lint ${NOW.join(' ')} | head -1`], { cwd: root, encoding: 'utf8' })
    assert.equal(stdout, 'meetings/a #1?.md\n')
    assert.equal(stderr, '')
  }))
  it('says that it could not be written, without a stack trace', function () {
    if (!existsSync('/dev/full')) this.skip()
    return inFolder(FILES, (root) => {
      const { stderr, status } = spawnSync('sh', ['-c', `"${process.execPath}" "${resolve('dist/cli/convoke.js')}" lint ${NOW.join(' ')} > /dev/full`], { cwd: root, encoding: 'utf8', env: { ...process.env, LANG: 'C' } })
      assert.equal(status, 2)
      assert.equal(stderr, 'convoke: the result cannot be written (ENOSPC); check the disk and its permissions.\n')
    })
  })
  it('takes the configuration, named beside the meetings, for none of them', () => inFolder(FILES, (root) => {
    assert.deepEqual(lintJson(root, ['.convoke.yml']).files, [])
    assert.deepEqual(lintJson(root, ['.convoke.yml', 'meetings/b.md']).files.map((each) => each.file), ['meetings/b.md'])
  }))
  it('information alone is no failure, and --quiet leaves it out', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/a.md': good({ rsvp: '' }) }, (root) => {
    const { status, out } = convoke(root, ['lint', ...NOW])
    assert.equal(status, 0)
    assert.match(out, /reply-deadline/)
    assert.doesNotMatch(convoke(root, ['lint', '--quiet', ...NOW]).out, /reply-deadline/)
  }))
})

describe('lint --fix', () => {
  it('applies what is safe, until nothing safe is left, and keeps every other byte', () => inFolder({
    '.convoke.yml': CONFIG, 'meetings/a.md': `\ufeff${good({ duration: 'durration: 3h', required: 'required: [@hanmeimei, wang-wei]', title: 'title: Q2: a split of the budget' }).replaceAll('\n', '\r\n')}`,
  }, (root) => {
    const path = join(root, 'meetings/a.md')
    const before = readFileSync(path, 'utf8')
    const { status, note, out } = convoke(root, ['lint', '--fix', ...NOW])
    assert.equal(status, 1, 'the meeting is still three hours long')
    assert.match(note, /meetings\/a\.md: 3 fixed/)
    assert.match(out, /duration-limit/)
    const after = readFileSync(path, 'utf8')
    assert.equal(after, before.replace('durration', 'duration').replace('[@hanmeimei', `['@hanmeimei'`).replace('title: Q2: a split of the budget', `title: 'Q2: a split of the budget'`))
    assert.deepEqual(readdirSync(join(root, 'meetings')), ['a.md'])
    assert.equal(convoke(root, ['lint', '--fix', ...NOW]).note, '', 'a second time there is nothing to fix')
  }))
})

describe('the other commands', () => {
  it('init --github writes the workflow with the secrets that the configuration names, and leaves what is there', () => inFolder({}, (root) => {
    assert.equal(convoke(root, ['init', '--github', '--timezone', 'Europe/Berlin']).status, 0)
    const file = join(root, '.github/workflows/convoke.yml')
    assert.doesNotMatch(readFileSync(file, 'utf8'), /CONVOKE_SMTP_URL/)
    rmSync(file)
    writeFileSync(join(root, '.convoke.yml'), 'channels:\n  mail: { secret: TEAM_SMTP, inbox: TEAM_IMAP, from: a@example.org }\n  feishu: { secret: HOOK, sign: SIGN }\n')
    const { out } = convoke(root, ['init', '--github'])
    assert.match(out, /^wrote \.github\/workflows\/convoke\.yml\nNext: /)
    for (const name of ['TEAM_SMTP', 'TEAM_IMAP', 'HOOK', 'SIGN']) assert.ok(readFileSync(file, 'utf8').includes(`          ${name}: \${{ secrets.${name} }}\n`), name)
    writeFileSync(file, 'mine')
    assert.match(convoke(root, ['init', '--github']).note, /is there already/)
    assert.equal(readFileSync(file, 'utf8'), 'mine')
  }))
  it('init sets up a repository that lints clean, and never overwrites', () => inFolder({}, (root) => {
    assert.equal(convoke(root, ['init', '--timezone', 'Europe/Berlin']).status, 0)
    const { status, out } = convoke(root, ['lint'])
    assert.equal(status, 0, out)
    const written = readFileSync(join(root, '.convoke.yml'), 'utf8')
    convoke(root, ['init', '--timezone', 'Asia/Shanghai'])
    assert.equal(readFileSync(join(root, '.convoke.yml'), 'utf8'), written)
  }))
  it('new writes a file that lints clean, says what is missing, and never overwrites', () => inFolder({ '.convoke.yml': CONFIG }, (root) => {
    const options = ['new', '--title', 'Search latency above 400 ms', '--purpose', 'Choose between rollback and two more index nodes', '--outcome', 'A signed decision record', '--start', '2026-12-03 14:00', '--duration', '60m', '--organizer', 'li-lei', '--required', 'han-meimei,wang-wei', '--room', '3A', ...NOW]
    const { status, note } = convoke(root, options)
    assert.equal(status, 0, note)
    const linted = convoke(root, ['lint', ...NOW])
    assert.match(linted.out, /0 errors, 0 warnings/)
    assert.equal(convoke(root, options).status, 2)
    const missing = convoke(root, ['new', '--title', 'x'])
    assert.equal(missing.status, 2)
    assert.match(missing.note, /Missing: --purpose, --outcome, --start/)
  }))
  it('new --next carries the open action items of the last meeting over', () => inFolder({
    '.convoke.yml': CONFIG,
    'meetings/series/weekly.md': good({ id: 'id: weekly', start: 'start: 2026-11-19 14:00', rsvp: '', more: 'repeat: every week on Thursday\nreview: 2027-03-01' }),
    'meetings/weekly-2026-11-19.md': `${good({ id: 'id: weekly-2026-11-19', start: 'start: 2026-11-19 14:00', rsvp: '', more: 'series: weekly\noccurrence: 2026-11-19 14:00' })}\n## Minutes\n### Discussion\nx\n### Decisions\nx\n### Action items\n- [ ] @wang-wei Sign the contract with both platforms 📅 2026-12-01\n- [x] @li-lei Publish the table 📅 2026-11-20\n`,
  }, (root) => {
    const { status, note, out } = convoke(root, ['new', '--next', 'meetings/series/weekly.md', ...NOW])
    assert.equal(status, 0, note)
    const file = /meetings\/\S+\.md/.exec(out + note)?.[0] ?? ''
    const text = readFileSync(join(root, file), 'utf8')
    assert.match(text, /occurrence: 2026-11-26 14:00/)
    assert.match(text, /Sign the contract with both platforms/)
    assert.doesNotMatch(text, /Publish the table/)
  }))
  it('ics writes one entry, and all of them with --all', () => inFolder(FILES, (root) => {
    const { out, status } = convoke(root, ['ics', 'meetings/b.md', ...NOW])
    assert.equal(status, 0)
    assert.match(out, /^BEGIN:VCALENDAR\r\n[^]*DTSTART;TZID=Asia\/Shanghai:20261203T140000\r\n[^]*END:VCALENDAR\r\n$/)
    assert.doesNotMatch(out, /METHOD|ATTENDEE|example\.org/)
    assert.equal(convoke(root, ['ics', '--all', ...NOW]).out.match(/BEGIN:VEVENT/g)?.length, 2)
  }))
  it('rules and explain tell of every rule, in both languages', () => inFolder({}, (root) => {
    const { rules } = JSON.parse(convoke(root, ['rules', '--json']).out) as { rules: { id: string; summary: string }[] }
    assert.ok(rules.length >= 22)
    const table = convoke(root, ['rules', '--lang', 'zh']).out
    for (const { id } of rules.slice(0, 3)) {
      assert.ok(table.includes(id))
      assert.match(convoke(root, ['explain', id]).out, new RegExp(`^# ${id}\n[^]*How to fix it`))
      assert.match(convoke(root, ['explain', id, '--lang', 'zh']).out, new RegExp(`^# ${id}\n[^]*如何修复`))
    }
  }))
  it('explain tells what spoke for and against the wording of a line', () => inFolder({ 'meetings/a.md': '---\ntitle: Weekly sync\npurpose: Choose the bread supplier\n---\n' }, (root) => {
    assert.match(convoke(root, ['explain', 'meetings/a.md:2']).out, /^“Weekly sync”\n {2}specific-topic, judged as a topic: vague \(score [^]*for vague: .*“weekly”/)
    assert.match(convoke(root, ['explain', 'meetings/a.md:3', '--lang', 'zh']).out, /^“Choose the bread supplier”\n {2}definite-purpose，按目的判断：明确[^]*偏向明确：.*“choose”/)
    assert.match(convoke(root, ['explain', 'meetings/a.md:1']).out, /holds nothing whose wording is judged/)
    assert.equal(convoke(root, ['explain', 'meetings/none.md:1']).status, 2)
  }))
  it('every command has help, in both languages, and names only options that it takes', () => inFolder({ '.convoke.yml': CONFIG }, (root) => {
    const names = [...convoke(root, ['--help']).out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1] ?? '')
    assert.ok(names.length >= 8)
    for (const name of names) {
      const help = convoke(root, [name, '--help'])
      assert.equal(help.status, 0)
      assert.match(convoke(root, [name, '--help', '--lang', 'zh']).out, /[\u4e00-\u9fff]/)
      for (const option of new Set([...help.out.matchAll(/--[a-z][a-z-]*/g)].map(([each]) => each))) {
        if (option === '--help') continue
        assert.doesNotMatch(convoke(root, [name, option, '1', ...(name === 'new' || name === 'init' ? ['--root', 'none'] : [])]).note, /There is no option/, `${name} ${option}`)
      }
    }
  }))
  it('apply stops at Ctrl-C with the ledger written, and the next run goes on', async function () {
    this.timeout(60_000)
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`meetings/m${at}.md`, good({ id: `id: m${at}`, start: `start: 2026-12-${String(1 + (at % 28)).padStart(2, '0')} 14:00`, rsvp: '' })]))
    await inFolder({ '.convoke.yml': CONFIG, ...many }, async (root) => {
      const args = ['apply', '--forge', `folder:${join(root, 'forge')}`, ...NOW]
      const child = spawn(process.execPath, [resolve('dist/cli/convoke.js'), ...args], { cwd: root, env: { PATH: process.env['PATH'] ?? '', HOME: root, LANG: 'C.UTF-8' } })
      let note = ''
      child.stderr.on('data', (chunk: Buffer) => { note += chunk.toString() })
      child.stdout.resume()
      const issues = join(root, 'forge/issues')
      const begun = setInterval(() => {
        try {
          if (!readdirSync(issues).some((name) => name.endsWith('.md'))) return
          clearInterval(begun)
          child.kill('SIGINT')
        } catch {
          // Nothing is there yet.
        }
      }, 5)
      const status = await new Promise((end) => child.on('close', end))
      assert.equal(status, 130, note)
      assert.match(note, /Stopped; the ledger is written/)
      const rest = convoke(root, [...args, '--json'])
      assert.equal(rest.status, 0, rest.note)
      assert.equal(readdirSync(issues).filter((name) => name.endsWith('.md')).length, 60)
      assert.equal((JSON.parse(convoke(root, ['plan', ...args.slice(1), '--json']).out) as { effects: unknown[] }).effects.length, 0)
    })
  })
})
