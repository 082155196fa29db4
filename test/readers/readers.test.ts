import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CALENDARS, TIMES } from './calendars.ts'

/*
 * Our calendar objects before readers that others wrote. Where one is not installed its test is skipped, and its name says so.
 */

const HERE = dirname(fileURLToPath(import.meta.url))
const PYTHON = '/usr/bin/python3'
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0
const hasPython = has(PYTHON, '-c', 'import icalendar, vobject')
const hasLibical = has('gcc', '--version') && existsSync('/usr/include/libical/ical.h')
const hasKhal = has('khal', '--version')
const hasRadicale = has('radicale', '--version')

/** A REQUEST that no reader may take for one: iTIP wants an organizer (RFC 5546 §3.2.2). */
const WRONG = (CALENDARS['request.ics'] ?? '').replace(/ORGANIZER[^]*?\r\n(?! )/, '')

function maybe(name: string, installed: boolean, body: (this: Mocha.Context) => void | Promise<void>): void {
  if (installed) it(name, body)
  else it.skip(`${name} (reader not installed)`)
}

describe('calendar readers', function () {
  this.timeout(120_000)
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'convoke-readers-'))
    for (const [name, text] of Object.entries(CALENDARS)) writeFileSync(join(folder, name), text)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  maybe('python-icalendar and vobject understand who, what and when', hasPython, () => {
    const output = execFileSync(PYTHON, [join(HERE, 'read.py'), folder], { encoding: 'utf8', maxBuffer: 1 << 24 })
    const read = JSON.parse(output) as Record<string, Record<'icalendar' | 'vobject', Read>>
    assert.deepEqual(Object.keys(read).sort(), Object.keys(CALENDARS).sort())
    for (const [file, expected] of Object.entries(TIMES)) {
      const instants = expected.map(([start, end]) => [Date.parse(start), Date.parse(end)])
      for (const reader of ['icalendar', 'vobject'] as const) {
        assert.deepEqual(read[file]?.[reader].events.map(({ start, end }) => [start, end]), instants, `${reader}: ${file}`)
      }
    }
    for (const [file, { icalendar }] of Object.entries(read)) {
      assert.deepEqual(icalendar.errors, [], file)
      if (file.startsWith('hostile')) assert.equal(icalendar.events.length, 1, file)
    }
    const request = read['request.ics']?.icalendar
    assert.equal(request?.method, 'REQUEST')
    assert.deepEqual(request.events[0]?.attendees, [
      ['mailto:han.meimei@example.org', '韩梅梅', 'NEEDS-ACTION'], ['mailto:tom.becker@example.org', "Becker, Tom; 'TB'", 'ACCEPTED'],
    ])
    assert.equal(request.events[0]?.description, '目的：确定 120 万元预算在四个渠道之间的分配方案\n链接：https://meeting.example.org/dm/budget\n\n1. a, b; c\\d')
    assert.equal(read['cancel.ics']?.icalendar.events[0]?.status, 'CANCELLED')
    assert.equal(read['uninvite.ics']?.icalendar.events[0]?.status, null)
    assert.equal(read['occurrence.ics']?.icalendar.events[0]?.recurrence, Date.parse('2026-12-08T10:00Z'))
  })

  maybe('libical finds every object within iTIP’s restrictions, and a wrong one without', hasLibical, () => {
    const program = join(folder, 'restrictions')
    execFileSync('gcc', ['-o', program, join(HERE, 'restrictions.c'), '-lical'])
    const wrong = join(folder, 'wrong')
    writeFileSync(wrong, WRONG)
    const files = Object.keys(CALENDARS).map((name) => join(folder, name))
    const lines = execFileSync(program, [...files, wrong], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n')
    assert.match(lines.pop() ?? '', /^wrong REQUEST events=1 sound=0/)
    for (const line of lines) assert.match(line, /^\S+ (REQUEST|CANCEL|NONE) events=[123] sound=1 errors=0$/)
    assert.equal(lines.length, files.length)
  })

  maybe('khal imports the feed and lists its days', hasKhal, () => {
    const home = join(folder, 'khal')
    mkdirSync(join(home, 'calendar'), { recursive: true })
    const config = join(home, 'config')
    writeFileSync(config, `[calendars]\n[[all]]\npath = ${join(home, 'calendar')}\n[sqlite]\npath = ${join(home, 'khal.db')}\n`
      + '[locale]\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n'
      + 'longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n')
    const khal = (...args: string[]): string => execFileSync('khal', ['-c', config, ...args], { encoding: 'utf8', env: { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' } })
    khal('import', '--batch', '-a', 'all', join(folder, 'feed.ics'))
    const listed = khal('list', '--format', '{start-date} {start-time} {title}', '--day-format', '', '2026-12-01', '30d')
    assert.deepEqual(listed.trim().split('\n').map((line) => line.trim().replace(/ Open .*$/, ' Open')), [
      '2026-12-01 18:00 Open', '2026-12-03 14:00 第二季度营销预算分配评审', '2026-12-09 22:00 Open', '2026-12-15 18:00 Open', '2026-12-22 18:00 Open',
    ])
  })

  maybe('radicale stores every object and finds the meeting in its hour', hasRadicale, async () => {
    const port = await freePort()
    const server = spawn('radicale', [
      '--server-hosts', `127.0.0.1:${port}`, '--auth-type', 'none', '--storage-filesystem-folder', join(folder, 'radicale'), '--logging-level', 'error',
    ], { stdio: 'ignore' })
    try {
      await answered(`http://127.0.0.1:${port}/`)
      const base = `http://127.0.0.1:${port}/u/c/`
      const made = await fetch(base, {
        method: 'MKCALENDAR',
        body: '<?xml version="1.0"?><C:mkcalendar xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:"><D:set><D:prop/></D:set></C:mkcalendar>',
        headers: { authorization: `Basic ${Buffer.from('u:').toString('base64')}` },
      })
      assert.equal(made.status, 201)
      for (const [name, text] of Object.entries(CALENDARS)) {
        // A collection holds a UID once, one meeting an object and no METHOD (RFC 4791 §4.1). An occurrence without its series,
        // legal in a mail, is more than radicale takes.
        if (name === 'feed.ics' || name === 'occurrence.ics') continue
        const body = text.replace(/METHOD:\w+\r\n/, '').replace(/\r\nUID:[^\r]+/g, `\r\nUID:${name}`)
        const put = await fetch(base + name, { method: 'PUT', body, headers: { ...auth(), 'content-type': 'text/calendar; charset=utf-8' } })
        assert.equal(put.status, 201, `${name}: ${put.status}`)
      }
      assert.deepEqual(await found(base, '20261204T013000Z', '20261204T023000Z'), ['update.ics'])
      assert.deepEqual(await found(base, '20261208T100000Z', '20261208T104500Z'), [], 'moved away')
      assert.deepEqual(await found(base, '20261209T140000Z', '20261209T140100Z'), ['series.ics'], 'moved here')
      assert.deepEqual(await found(base, '20261229T100000Z', '20261229T104500Z'), [], 'excepted')
      assert.deepEqual(await found(base, '20270330T090000Z', '20270330T090100Z'), ['series.ics'], 'at the same clock in summer time')
      assert.deepEqual(await found(base, '20270406T090000Z', '20270406T094500Z'), [], 'over')
    } finally {
      await stopped(server)
    }
  })
})

interface Read {
  readonly method: string | null
  readonly errors: readonly string[]
  readonly events: readonly {
    readonly start: number
    readonly end: number
    readonly recurrence: number | null
    readonly status?: string | null
    readonly description?: string
    readonly attendees: unknown
  }[]
}

function auth(): { readonly authorization: string } {
  return { authorization: `Basic ${Buffer.from('u:').toString('base64')}` }
}

async function found(base: string, start: string, end: string): Promise<string[]> {
  const body = '<?xml version="1.0"?><C:calendar-query xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:D="DAV:"><D:prop><D:getetag/></D:prop>'
    + `<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="${start}" end="${end}"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`
  const response = await fetch(base, { method: 'REPORT', body, headers: { ...auth(), depth: '1', 'content-type': 'application/xml' } })
  const text = await response.text()
  assert.equal(response.status, 207, text)
  return [...text.matchAll(/href>[^<]*\/([^<]+\.ics)</g)].map((match) => match[1] ?? '').sort()
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answered(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await fetch(url)
      return
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('radicale did not start')
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill()
  await ended
}
