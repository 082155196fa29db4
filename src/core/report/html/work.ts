import type { FileFigure, OpenAction, Report } from '../model.ts'
import { countBar } from './charts.ts'
import { escape } from './escape.ts'
import type { Say } from './words.ts'

const MOST_FILES = 12
const MOST_OWNERS = 12
const MOST_ITEMS = 10

/** The files with most and gravest problems. */
export function filesSection({ files }: Report, say: Say): string {
  if (files.length === 0) return `<section><h2>${say('files')}</h2><p class="says">${say('noFiles')}</p></section>`
  const head = `<tr><th scope="col">${say('file')}</th><th scope="col">${say('date')}</th><th class="n" scope="col">${say('errors')}</th><th class="n" scope="col">${say('warnings')}</th><th scope="col">${say('brokenClauses')}</th></tr>`
  const more = files.length > MOST_FILES ? `<p class="more">${say('moreFiles', { count: files.length - MOST_FILES })}</p>` : ''
  return `<section><h2>${say('files')}</h2><p class="says">${say('filesSays')}</p><div class="wide"><table class="files"><thead>${head}</thead><tbody>${files.slice(0, MOST_FILES).map(fileRow).join('')}</tbody></table></div>${more}</section>`
}

function fileRow({ file, title, day, errors, warnings, broken }: FileFigure): string {
  const name = title === undefined ? '' : `<bdi>${escape(title)}</bdi>`
  const chips = broken.map((clause) => `<span class="chip">${clause}</span>`).join('')
  return `<tr><th scope="row">${name}<bdi class="path">${escape(file)}</bdi></th><td>${day ?? ''}</td><td class="n">${errors === 0 ? '–' : `<span class="late">${errors}</span>`}</td><td class="n">${warnings === 0 ? '–' : warnings}</td><td class="chips">${chips}</td></tr>`
}

/** Open action items: how many each owner has, and those that wait longest. */
export function actionsSection({ actions }: Report, say: Say): string {
  const head = `<h2>${say('actions')}</h2>`
  if (actions.open === 0) return `<section>${head}<p class="says">${say('noActions')}</p></section>`
  const most = Math.max(...actions.owners.map((each) => each.open))
  const owners = actions.owners.slice(0, MOST_OWNERS).map(({ owner, open, overdue, undated }) => {
    const name = owner === undefined ? `<span class="none">${say('nobody')}</span>` : `<bdi>${escape(owner)}</bdi>`
    return `<tr><th scope="row">${name}</th><td class="bar">${countBar(overdue, open - overdue, most)}</td><td class="n">${open}</td><td class="n">${overdue === 0 ? '–' : `<span class="late">${overdue}</span>`}</td><td class="n">${undated === 0 ? '–' : undated}</td></tr>`
  })
  const more = actions.owners.length > MOST_OWNERS ? `<p class="more">${say('moreOwners', { count: actions.owners.length - MOST_OWNERS })}</p>` : ''
  const table = `<div><table class="owners"><thead><tr><th scope="col">${say('owner')}</th><th class="bar" scope="col"></th><th class="n" scope="col">${say('open')}</th><th class="n" scope="col">${say('overdue')}</th><th class="n" scope="col">${say('undated')}</th></tr></thead><tbody>${owners.join('')}</tbody></table>${more}</div>`
  return `<section>${head}<p class="says">${say('actionsSays')}</p><div class="split">${table}${itemsTable(actions.items, say)}</div></section>`
}

function itemsTable(items: readonly OpenAction[], say: Say): string {
  const rows = items.slice(0, MOST_ITEMS).map(({ file, line, text, owner, due, overdue }) => {
    const when = overdue === undefined ? due ?? say('noDate') : `<span class="late">${overdue === 1 ? say('lateDay') : say('late', { days: overdue })}</span>`
    return `<tr><th scope="row"><bdi>${escape(text)}</bdi><bdi class="path">${escape(file)}:${line}</bdi></th><td>${owner === undefined ? '' : `<bdi>${escape(owner)}</bdi>`}</td><td class="n">${when}</td></tr>`
  })
  return `<div class="wide"><table><thead><tr><th scope="col">${say('items')}</th><th scope="col">${say('owner')}</th><th class="n" scope="col">${say('due')}</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}
