import Handlebars from 'handlebars'
import type { MailTemplates } from '../core/render/mail/content.ts'
import { TEMPLATES } from '../core/render/mail/templates.generated.js'

/** Turns of all loops of one mail, and characters of a form: a page that is larger is no mail. */
const MOST_TURNS = 20_000
const LARGEST_OUTPUT = 512 * 1024

class TooMuch extends Error {}

type Render = (view: object) => string

/**
 * Renders a team's templates, which have been judged, by their file names. The most special fits: the kind in the reader's language,
 * the kind, any notice in that language, any notice. One that fails is told of, and gives undefined.
 */
export function ownTemplates(sources: ReadonlyMap<string, string>, fail: (name: string, reason: string) => void): MailTemplates {
  let turns = 0
  const environment = Handlebars.create()
  for (const each of ['log', 'lookup', 'blockHelperMissing', 'helperMissing']) environment.unregisterHelper(each)
  environment.registerHelper('each', function each(this: unknown, items: unknown, { fn, inverse, data }: Handlebars.HelperOptions): string {
    if (!Array.isArray(items) || items.length === 0) return inverse(this)
    let written = ''
    for (const [index, item] of items.entries()) {
      if (++turns > MOST_TURNS) throw new TooMuch('too many turns')
      if (written.length > LARGEST_OUTPUT) throw new TooMuch('too long')
      written += fn(item, { data: { ...Handlebars.createFrame(data as object) as object, index, key: index, first: index === 0, last: index === items.length - 1 } })
    }
    return written
  })
  for (const name of ['body', 'nodes', 'spans'] as const) environment.registerPartial(name, environment.template(TEMPLATES[name] as TemplateSpecification))
  const compile = (source: string, isText: boolean): Render => environment.compile(source, { strict: true, knownHelpersOnly: true, preventIndent: true, noEscape: isText })
  for (const [name, source] of sources) if (name.startsWith('_')) environment.registerPartial(name.slice(1, -'.hbs'.length), source)
  const compiled = new Map<string, Render>()
  const render = (names: readonly string[], view: object): string | undefined => {
    const name = names.find((each) => sources.has(each))
    if (name === undefined) return undefined
    try {
      turns = 0
      const known = compiled.get(name) ?? compile(sources.get(name) ?? '', name.endsWith('.txt.hbs'))
      compiled.set(name, known)
      const written = known(view)
      if (written.length > LARGEST_OUTPUT) throw new TooMuch('too long')
      return written
    } catch (error) {
      // What a template makes of its view may hold what is in the view: only our own words are passed on.
      fail(name, error instanceof TooMuch ? error.message : 'not fitting what it is given')
      return undefined
    }
  }
  const names = (kind: string, view: object, end: string): string[] => {
    const language = 'lang' in view && view.lang === 'zh-CN' ? 'zh' : 'en'
    return [`${kind}.${language}`, kind, `notice.${language}`, 'notice'].map((each) => each + end)
  }
  return {
    html: (kind, view) => render(names(kind, view, '.hbs'), view),
    text: (kind, view) => {
      const written = render(names(kind, view, '.txt.hbs'), view)
      return written === undefined ? undefined : `${written.trimEnd()}\n`
    },
  }
}
