import { expectProblems, good } from '../../support/rule.ts'

describe('materials-linked', () => {
  const facts = { 'decks/q2.pdf': { state: 'missing' }, 'meetings/decks/q2.pdf': { state: 'file' }, 'data/none.md': { state: 'missing' }, 'meetings/notes b.txt': { state: 'file' } } as const

  it('sees a path to nothing, and one that is written from the file', () => {
    expectProblems('materials-linked', good({ more: 'materials:\n  - path: decks/q2.pdf\n    read_before: true' }), [
      '14:11 error There is no file decks/q2.pdf; a material’s path starts at the repository’s root: did you mean meetings/decks/q2.pdf?',
    ], { facts })
    expectProblems('materials-linked', good({ more: 'materials: [data/none.md]' }), ['13:13 error There is no file data/none.md in the repository.'], { facts })
  })
  it('knows a file of nearly that name', () => {
    expectProblems('materials-linked', good({ more: 'materials:\n  - path: decks/q3.pdf\n    read_before: true' }), [
      '14:11 error There is no file decks/q3.pdf in the repository; did you mean decks/q2-final.pdf?',
    ], { facts: { 'decks/q3.pdf': { state: 'missing', meant: 'decks/q2-final.pdf' }, 'decks/q2-final.pdf': { state: 'file' } } })
  })
  it('sees a link to nothing once, and one out of the repository', () => {
    expectProblems('materials-linked', good({ body: '## Agenda\n1. See [a](../data/none.md) and [b](../data/none.md) and [c](../../x.md) and [d](notes%20b.txt#e) (5m)\n' }), [
      '16:12 error There is no file data/none.md in the repository.', '16:62 error ../../x.md lies outside the repository, where nobody else finds it.',
    ], { facts })
  })
})
