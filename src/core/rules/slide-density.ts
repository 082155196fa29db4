import { resolveMaterial } from '../materials/paths.ts'
import type { Message } from '../messages/message.ts'
import { numberOption } from './options.ts'
import type { Rule } from './rule.ts'

const messages = {
  crowded: { en: 'Slide {number} of {name} has {points} points; more than {limit} cannot be taken in.', zh: '{name} 第 {number} 页有 {points} 个要点，超过 {limit} 个就难以看清。' },
  crowdedTitle: { en: 'Slide {number} of {name}, “{title}”, has {points} points; more than {limit} cannot be taken in.', zh: '{name} 第 {number} 页“{title}”有 {points} 个要点，超过 {limit} 个就难以看清。' },
  noPicture: { en: '{name} has no picture on any slide.', zh: '{name} 没有一页配图。' },
} satisfies Record<string, Message>

/** A15: a slide carries at most five to seven points, with pictures. */
export const slideDensity: Rule = {
  id: 'slide-density',
  clauses: ['A15'],
  severity: 'warning',
  speaks: 'always',
  options: { max_points: { type: 'integer', default: 7, minimum: 1, maximum: 30, description: { en: 'The most points on a slide, nested ones included', zh: '每页最多几个要点（含下级要点）' } } },
  summary: { en: 'A slide has seven points at most, and a deck has pictures', zh: '每页幻灯片最多七个要点，并配有图片' },
  messages,
  *check(context) {
    const limit = numberOption(context, 'max_points')
    for (const { path } of context.meeting.fields.materials?.value ?? []) {
      const target = path === undefined ? undefined : resolveMaterial(path.value)
      const deck = target?.kind === 'inside' ? context.facts.get(target.path)?.deck : undefined
      if (path === undefined || deck === undefined || 'unreadable' in deck || deck.slides.length === 0) continue
      const { range, value: name } = path
      for (const { number, points, title } of deck.slides) {
        if (points <= limit) continue
        const message = title === undefined ? messages.crowded : messages.crowdedTitle
        yield { message, data: { number, name, points, limit, ...(title === undefined ? {} : { title }) }, range }
      }
      if (deck.slides.every((slide) => slide.pictures === 0)) yield { message: messages.noPicture, data: { name }, range, severity: 'info' }
    }
  },
}
