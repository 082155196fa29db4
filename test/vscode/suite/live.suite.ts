import { assert } from 'chai'
import * as vscode from 'vscode'
import { makeController } from '../../../src/client/live/controller.ts'
import { until } from './editor.ts'
import { clear, extension, rowsOf, savedAs, writeMeeting } from './extension.ts'
import { MINUTE, meetingAt } from './meetings.ts'
import { withPerson, type Answer } from './person.ts'

/** Each test has a file of its own: what VS Code still holds of the one before has no part in it. */
let file = ''
let count = 0
const TESTED = ['Conferencing software', 'Audio', 'Video', 'Screen sharing', 'Sharing rights', 'Backup network']
/** Everything is tested, everybody but one is there. */
const START: readonly (readonly [RegExp, Answer])[] = [
  [/Before an online meeting/, TESTED], [/The clock runs/, undefined], [/Roll call/, ['Tom Becker', 'Emma Clarke']], [/Ana Ruiz is absent/, 'Minutes are sent'],
]

async function run(name: string, ...args: readonly unknown[]): Promise<void> {
  await vscode.commands.executeCommand(`convoke.${name}`, ...args)
}

/** A meeting that began a minute ago and is being held. */
async function held(): Promise<string> {
  const { uri } = await writeMeeting(file, meetingAt(Date.now() - MINUTE, 'live'))
  await withPerson(START, () => run('startMeeting', uri))
  return uri
}

describe('a running meeting', () => {
  before(extension)
  beforeEach(() => {
    file = `meetings/live-${++count}.md`
  })
  afterEach(() => clear(file))

  it('starts with the pre-flight list and the roll, which is written into the file', async () => {
    await held()
    const text = await savedAs(file, /### Attendance\n(?:- \[.\].*\n)+/)
    assert.match(text, /- \[x\] @emma-clarke/)
    assert.match(text, /- \[ \] @ana-ruiz \(minutes/)
    const { live, shown } = await extension()
    assert.deepEqual(live.state?.checked, ['software', 'audio', 'video', 'sharing', 'rights', 'network'])
    assert.match(shown.entries.get('convoke.live')?.text ?? '', /1\/3 What changed in release/)
    assert.equal(shown.entries.get('convoke.next')?.text, '')
    const rows = await rowsOf('convoke.live')
    assert.deepEqual(rows.slice(0, 3).map(({ label }) => label), ['What changed in release 5.2', 'Cost of a rollback against two more index nodes', 'Vote and rollout date'])
    assert.deepEqual(rows.slice(4).map(({ label, description }) => [label, description]), [['2 of 3 are here', 'Ana Ruiz'], ['Tested: 6 of 6', '']])
  })

  it('says each line of its view aloud, with what it is about', async () => {
    await held()
    await run('nextItem')
    const said = (await rowsOf('convoke.live')).slice(0, 3).map(({ item }) => item.accessibilityInformation?.label ?? '')
    assert.match(said[0] ?? '', /^What changed in release 5\.2, done, /)
    assert.match(said[1] ?? '', /^Cost of a rollback against two more index nodes, under discussion, 25 min left/)
    assert.match(said[2] ?? '', /^Vote and rollout date, ahead, 15 min/)
  })

  it('calls the roll again when somebody comes or goes, with who stands in and who is talked to afterwards', async () => {
    await held()
    await savedAs(file, /\(minutes/)
    const { live } = await extension()
    await withPerson([[/Roll call/, ['Tom Becker']], [/Emma Clarke is absent/, 'A talk afterwards'], [/Ana Ruiz is absent/, 'Somebody stands in'], [/Who stands in/, 'Lena Vogt']], () => run('rollCall'))
    assert.deepEqual(live.state?.roll.map(({ key, present }) => [key, present]), [['tom-becker', true], ['emma-clarke', false], ['ana-ruiz', false]])
    assert.match(await savedAs(file, /Lena Vogt/), /- \[ \] @emma-clarke \(a talk afterwards\)[\s\S]*- \[ \] @ana-ruiz \(substitute: Lena Vogt\)/)
    await vscode.commands.executeCommand('undo')
    await until('roll as it was', () => /- \[x\] @emma-clarke\n- \[ \] @ana-ruiz \(minutes/.test(vscode.window.activeTextEditor?.document.getText() ?? ''))
    // Whoever walks away in the middle changes nothing.
    const before = live.state
    await withPerson([[/Roll call/, []], [/Tom Becker is absent/, undefined]], () => run('rollCall'))
    assert.deepEqual(live.state, before)
  })

  it('goes through the pre-flight list again', async () => {
    await held()
    await withPerson([[/Before an online meeting/, ['Audio', 'Video']]], () => run('preflight'))
    assert.equal((await rowsOf('convoke.live')).at(-1)?.label, 'Tested: 2 of 6')
  })

  it('offers the backup link where something was not tested, and does not start where nobody answers', async () => {
    const { uri } = await writeMeeting(file, meetingAt(Date.now() - MINUTE, 'live'))
    const { live } = await extension()
    await withPerson([[/Before an online meeting/, TESTED.slice(1)], [/Not tested: Conferencing software$/, undefined]], () => run('startMeeting', uri))
    assert.equal(live.state, undefined)
    await withPerson([[/Before an online meeting/, TESTED.slice(1)], [/Not tested/, 'Use the backup link'], [/The clock runs/, 'Join']], async (person) => {
      await run('startMeeting', uri)
      await until('opened link', () => person.opened.length > 0)
      assert.deepEqual(person.opened, ['https://meet.google.com/abc-demo-xyz'])
    })
    assert.equal(live.state?.onBackup, true)
  })

  it('goes to the next item and back, and to any', async () => {
    await held()
    const { live, shown } = await extension()
    const line = (): string => shown.entries.get('convoke.live')?.text ?? ''
    await run('nextItem')
    await until('second item', () => line().includes('2/3 Cost of a rollback'))
    await run('previousItem')
    await until('first item', () => line().includes('1/3'))
    await run('goToItem', 2)
    await until('third item', () => line().includes('3/3'))
    await run('nextItem')
    await until('end of the agenda', () => line().includes('all items done'))
    await run('nextItem')
    assert.equal(live.state?.current, 3)
  })

  it('is extended with a reason, in the file and on the clock', async () => {
    await held()
    const { live } = await extension()
    const endsAt = live.state?.endsAt ?? 0
    await withPerson([[/By how long/, '15 min'], [/Why\?/, 'The cost of two more nodes is still open'], [/The notice is on the clipboard/, undefined]], async (person) => {
      await run('extend')
      await person.told(/on the clipboard: .*The cost of two more nodes/)
    })
    assert.equal(live.state?.endsAt, endsAt + 15 * MINUTE)
    assert.match(await savedAs(file, /extended:/), /extended:\n {2}- by: 15m?\b[\s\S]*The cost of two more nodes is still open/)
    assert.match(await vscode.env.clipboard.readText(), /The cost of two more nodes/)
    await vscode.commands.executeCommand('undo')
    await until('end of the extension in the file', () => !/extended:/.test(vscode.window.activeTextEditor?.document.getText() ?? 'extended:'))
  })

  it('is not extended without a reason', async () => {
    await held()
    const { live } = await extension()
    const before = live.state
    await withPerson([[/By how long/, '15 min'], [/Why\?/, undefined]], () => run('extend'))
    assert.deepEqual(live.state, before)
  })

  it('moves to the backup link in one step, and has the words for everybody ready', async () => {
    await held()
    const { live } = await extension()
    await withPerson([[/The notice is on the clipboard/, undefined]], async (person) => {
      await run('backup')
      assert.deepEqual(person.opened, ['https://meet.google.com/abc-demo-xyz'])
    })
    assert.equal(live.state?.onBackup, true)
    assert.match(await vscode.env.clipboard.readText(), /https:\/\/meet\.google\.com\/abc-demo-xyz/)
    assert.equal((await rowsOf('convoke.live')).at(-1)?.description, 'on the backup link')
  })

  it('tells everybody that it is late, or anything else', async () => {
    await held()
    await withPerson([[/How much later/, 'Another length'], [/Minutes/, '7'], [/Reason/, 'The room is taken'], [/on the clipboard/, undefined]], () => run('late'))
    assert.match(await vscode.env.clipboard.readText(), /7[\s\S]*The room is taken/)
    await withPerson([[/What shall everybody know/, 'Bring the price list'], [/on the clipboard/, undefined]], () => run('notice'))
    assert.match(await vscode.env.clipboard.readText(), /Bring the price list/)
  })

  it('warns before the time of an item is over, once, and when it is', async () => {
    await held()
    const { live, shown } = await extension()
    const move = (left: number): void => {
      if (live.state !== undefined) live.set({ ...live.state, itemSince: Date.now() - (10 * MINUTE - left) })
    }
    await withPerson([[/left for “What changed in release 5.2”/, undefined], [/The time for “What changed in release 5.2” is over/, 'Next item']], async (person) => {
      move(1.5 * MINUTE)
      await person.told(/left for/)
      // The clock has ticked twice since: a second word would have come by now.
      await until('two more ticks', () => /: 1:2[0-8] · /.test(shown.entries.get('convoke.live')?.text ?? ''))
      assert.equal(person.asked.length, 1, person.asked.map(({ text }) => text).join(' | '))
      move(-1000)
      const told = await person.told(/is over/)
      assert.equal(told.kind, 'warning')
      await until('next item', () => live.state?.current === 1)
    })
  })

  it('warns before the meeting’s own end, and says what is needed to go on', async () => {
    await held()
    const { live, shown } = await extension()
    await withPerson([[/The meeting ends in 4 min/, undefined]], async (person) => {
      if (live.state !== undefined) live.set({ ...live.state, endsAt: Date.now() + 4 * MINUTE })
      await person.told(/The meeting ends in 4 min/)
    })
    await withPerson([[/The meeting’s time is over/, undefined]], async (person) => {
      if (live.state !== undefined) live.set({ ...live.state, endsAt: Date.now() - MINUTE })
      const { options } = await person.told(/The meeting’s time is over/)
      assert.deepEqual(options, ['Extend…', 'End the meeting'])
    })
    assert.match(shown.entries.get('convoke.live')?.text ?? '', /over by/)
  })

  it('is taken up by the window after this one, as it was left', async () => {
    await held()
    await run('nextItem')
    const { live, memory } = await extension()
    const after = makeController(memory)
    assert.deepEqual(after.state, live.state)
    assert.equal(after.state?.current, 1)
    after.dispose()
  })

  it('ends with the frame of its minutes, and leaves nothing for the window after', async () => {
    await held()
    await withPerson([[/took \d+ min/, undefined]], () => run('stopMeeting'))
    const text = await savedAs(file, /### Action items/)
    for (const part of ['Attendance', 'Discussion', 'Decisions', 'Action items']) assert.include(text, `### ${part}\n`)
    const { live, memory, shown } = await extension()
    assert.equal(live.state, undefined)
    assert.equal(makeController(memory).state, undefined)
    assert.equal(shown.entries.get('convoke.live')?.text, '')
  })

  it('is undone step by step', async () => {
    await held()
    const before = await savedAs(file, /### Attendance/)
    await withPerson([[/took \d+ min/, undefined]], () => run('stopMeeting'))
    await savedAs(file, /### Action items/)
    await vscode.commands.executeCommand('undo')
    assert.equal(vscode.window.activeTextEditor?.document.getText(), before)
  })
})
