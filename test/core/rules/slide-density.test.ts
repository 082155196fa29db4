import { expectProblems, good } from '../../support/rule.ts'

describe('slide-density', () => {
  const deck = (slides: readonly { number: number; points: number; pictures: number; title?: string }[]): { 'd.pptx': { state: 'file'; deck: { slides: typeof slides } } } => ({ 'd.pptx': { state: 'file', deck: { slides } } })
  const text = good({ more: 'materials: [d.pptx]' })

  it('names the slide that carries too much', () => {
    expectProblems('slide-density', text, ['13:13 warning Slide 1 of d.pptx has 8 points; more than 7 cannot be taken in.', '13:13 warning Slide 2 of d.pptx, “Costs”, has 9 points; more than 7 cannot be taken in.'], {
      facts: deck([{ number: 1, points: 8, pictures: 1 }, { number: 2, points: 9, pictures: 0, title: 'Costs' }]),
    })
  })
  it('hints at a deck without a picture, and takes a team’s limit', () => {
    expectProblems('slide-density', text, ['13:13 info d.pptx has no picture on any slide.'], { facts: deck([{ number: 1, points: 7, pictures: 0 }]) })
    expectProblems('slide-density', text, ['13:13 warning Slide 1 of d.pptx has 6 points; more than 5 cannot be taken in.'], { facts: deck([{ number: 1, points: 6, pictures: 1 }]), config: 'rules: { slide-density: { max_points: 5 } }\n' })
  })
  it('says nothing of a deck that cannot be opened', () => expectProblems('slide-density', text, [], { facts: { 'd.pptx': { state: 'file', deck: { unreadable: 'no zip' } } } }))
})
