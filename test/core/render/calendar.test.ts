import assert from 'node:assert/strict'
import fc from 'fast-check'
import { calendarFeed, calendarFor } from '../../../src/core/render/calendar/calendar.ts'
import { calendarUid } from '../../../src/core/render/uid.ts'
import { eventOf } from '../../readers/calendars.ts'
import { BUDGET, LATENCY } from './meetings.ts'

/** The unfolded lines of the VEVENTs. */
function eventLines(text: string): readonly string[] {
  const lines = text.replace(/\r\n /g, '').split('\r\n')
  return lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.lastIndexOf('END:VEVENT') + 1)
}

/** The names of its properties, so that one too many shows. */
function names(text: string): readonly string[] {
  return eventLines(text).map((line) => /^[A-Z-]+/.exec(line)?.[0] ?? line)
}

describe('calendar object', () => {
  it('asks to come, with all that a REQUEST needs', () => {
    const text = calendarFor({ ...eventOf(BUDGET, { description: '目的，说明' }), method: 'REQUEST' })
    assert.deepEqual(text.split('\r\n').slice(0, 17), [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Convoke//Convoke//EN', 'CALSCALE:GREGORIAN', 'METHOD:REQUEST',
      'BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'X-LIC-LOCATION:Asia/Shanghai', text.split('\r\n')[8],
      'BEGIN:STANDARD', 'TZNAME:CST', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'DTSTART:19700101T000000', 'END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT',
    ])
    assert.deepEqual(eventLines(text), [
      'BEGIN:VEVENT', 'UID:e4ab72d0-6521-52df-a4c9-72ee27ac0f5b', 'DTSTAMP:20261125T080000Z', 'LAST-MODIFIED:20261125T080000Z', 'SEQUENCE:0',
      'DTSTART;TZID=Asia/Shanghai:20261203T140000', 'DTEND;TZID=Asia/Shanghai:20261203T153000', 'SUMMARY:第二季度营销预算分配评审',
      'LOCATION:3A · https://meeting.example.org/dm/budget', 'DESCRIPTION:目的，说明',
      'CONFERENCE;FEATURE=VIDEO;VALUE=URI:https://meeting.example.org/dm/budget', 'CONFERENCE;FEATURE=VIDEO;VALUE=URI:https://vc.example.org/j/301',
      'URL:https://git.example.org/o/r/issues/7', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE', 'CLASS:PUBLIC', 'PRIORITY:1',
      'X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'X-MICROSOFT-DISALLOW-COUNTER:TRUE', 'ORGANIZER;CN=李雷:mailto:meetings@example.org',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=韩梅梅:mailto:han.meimei@example.org',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Becker, Tom; \'TB\'":mailto:tom.becker@example.org',
      'END:VEVENT',
    ])
  })

  it('calls off the whole meeting with a status, one person’s invitation with none', () => {
    const whole = calendarFor({ ...eventOf(BUDGET, { sequence: 3, status: 'CANCELLED' }), method: 'CANCEL' })
    assert.match(whole, /METHOD:CANCEL[^]*SEQUENCE:3[^]*STATUS:CANCELLED/)
    const one = calendarFor({ ...eventOf(BUDGET, { sequence: 3, attendees: [] }), method: 'CANCEL' })
    assert.match(one, /METHOD:CANCEL/)
    assert.doesNotMatch(one, /\nSTATUS:/)
  })

  it('names an occurrence by its original start in the series’ zone', () => {
    const moved = { ...LATENCY, series: 's', occurrence: '2026-12-08T11:00', start: '2026-12-09T15:00', zone: 'Asia/Tokyo' }
    const text = calendarFor({ ...eventOf(moved), method: 'REQUEST', seriesZone: 'Europe/Berlin' })
    assert.match(text, /DTSTART;TZID=Asia\/Tokyo:20261209T150000/)
    assert.match(text, /RECURRENCE-ID;TZID=Europe\/Berlin:20261208T110000/)
    assert.equal(text.match(/BEGIN:VTIMEZONE/g)?.length, 2)
  })

  it('writes UTC for an hour that comes twice', () => {
    const text = calendarFor({ ...eventOf({ ...LATENCY, start: '2026-10-25T01:30', duration: 120 }), method: 'REQUEST' })
    assert.match(text, /DTSTART:20261024T233000Z\r\nDTEND:20261025T013000Z/)
    assert.doesNotMatch(text, /VTIMEZONE/)
  })

  it('folds at 75 octets and splits no character', () => {
    const text = calendarFor({ ...eventOf({ ...BUDGET, title: '预算😀'.repeat(40) }), method: 'REQUEST' })
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.ok(eventLines(text).includes(`SUMMARY:${'预算😀'.repeat(40)}`))
    assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/)
  })

  it('ends a rule in UTC, since the start has a zone', () => {
    const feed = calendarFeed([{ ...eventOf(LATENCY), rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331', except: ['2026-12-29T14:00'] }])
    assert.match(feed, /RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331T215900Z/)
    assert.match(feed, /EXDATE;TZID=Europe\/Berlin:20261229T140000/)
    assert.doesNotMatch(feed, /METHOD/)
  })

  it('lets no text add a property, whatever it is', () => {
    const piece = fc.constantFrom('\r\n', '\n', '\r', '\u2028', '\u0085', '\u000b', 'ATTENDEE:x', 'END:VEVENT', '"', ';', ':', ',', '\\', '\\n', '^n', 'a', '会', '=', ' ', '\ud83d', '%0a')
    const usual = names(calendarFor({ ...eventOf(BUDGET, { description: 'x' }), method: 'REQUEST' }))
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')), (text) => {
      const made = calendarFor({
        ...eventOf({ ...BUDGET, title: text, room: { key: 'r', name: `r${text}` } }, {
          description: `x${text}`, organizer: { address: 'm@example.org', name: text },
          attendees: [1, 2].map((at) => ({ address: `a${at}@example.org`, name: text, role: 'required', partstat: 'NEEDS-ACTION', rsvp: true })),
        }),
        method: 'REQUEST',
      })
      assert.deepEqual(names(made), usual)
    }), { numRuns: 500, seed: 5 })
  })

  it('puts no URL but https into a property that a reader opens', () => {
    for (const link of ['javascript:alert(1)', 'http://a.example.org', 'data:text/html,x', 'https://a.example.org/\r\nX:y', 'file:///etc/passwd']) {
      assert.doesNotMatch(calendarFor({ ...eventOf({ ...LATENCY, link }, { url: link }), method: 'REQUEST' }), /CONFERENCE|\nURL/)
    }
  })
})

describe('calendar UID', () => {
  it('is the UUIDv5 of RFC 9562’s example', () => {
    assert.equal(calendarUid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })

  it('differs between repositories and ids', () => {
    assert.notEqual(calendarUid('a', 'x'), calendarUid('b', 'x'))
    assert.notEqual(calendarUid('a', 'x'), calendarUid('a', 'y'))
  })
})
