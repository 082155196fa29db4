import { expectProblems, good } from '../../support/rule.ts'

describe('online-preflight', () => {
  it('asks for known software and a way out', () => {
    expectProblems('online-preflight', good({ place: 'link: https://example.org/room' }), [
      '10:7 warning example.org is not known as conferencing software; if it is, add it to “conference_hosts” in .convoke.yml.',
      '10:7 warning No backup link: add one, in case the first fails (“backup_link”).',
    ])
    expectProblems('online-preflight', good({ place: '会议链接: https://meeting.tencent.com/dm/x\n备用链接: https://meeting.tencent.com/dm/x/' }), ['11:7 warning The backup link is the link itself; name another way to meet.'])
  })
  it('only hints when there is a room as well', () => {
    expectProblems('online-preflight', good({ place: 'room: 3A\nlink: https://zoom.us/j/1' }), ['11:7 info No backup link: add one, in case the first fails (“backup_link”).'])
  })
})
