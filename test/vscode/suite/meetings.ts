/* Meeting files for the suites, at times counted from now. */
import { wallOf } from '../../support/days.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** A meeting of an hour with three items, that begins at an instant. */
export function meetingAt(start: number, id: string, fields: Readonly<Record<string, string>> = {}, minutes = ''): string {
  const all: Record<string, string> = {
    id, title: 'Search latency above 400 ms since release 5.2', purpose: 'Choose between rolling release 5.2 back and adding two index nodes', outcome: 'A signed decision record for release 5.2',
    start: wallOf(start), timezone: 'UTC', duration: '60m', organizer: 'tom-becker', link: 'https://zoom.us/j/5550101234', backup_link: 'https://meet.google.com/abc-demo-xyz',
    required: '[emma-clarke, ana-ruiz]', rsvp_by: wallOf(start - DAY), ...fields,
  }
  return `---
${Object.entries(all).filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${value}\n`).join('')}---

## Agenda
1. What changed in release 5.2 (10m, @ana-ruiz)
2. Cost of a rollback against two more index nodes (25m, @emma-clarke)
3. Vote and rollout date (15m, @tom-becker)
${minutes}`
}

/** Minutes with everything that they need, and action items. */
export function minutes(...items: readonly string[]): string {
  return `
## Minutes

### Attendance
- [x] @emma-clarke

### Discussion
Both ways were costed on the numbers of last week.

### Decisions
- D1: Release 5.2 is rolled back on Tuesday.

### Action items
${items.map((each) => `- [ ] ${each}\n`).join('')}`
}
