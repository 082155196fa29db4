import { STYLE } from './style.ts'

/** One effect as the page shows it. */
export interface ShownEffect {
  readonly kind: string
  readonly meeting: string
  readonly way: 'issue' | 'mail' | 'chat'
  readonly clause: string
  readonly reason: string
  /** Whom it reaches, by key or channel. */
  readonly recipient: string
  /** The file it left in the folder, relative to the page. */
  readonly file?: string
}

export interface Moment {
  readonly now: string
  readonly title: string
  readonly acts: readonly string[]
  readonly effects: readonly ShownEffect[]
  /** What was looked at and deliberately not done, a sentence each. */
  readonly kept: readonly { readonly meeting: string; readonly reason: string }[]
}

export interface Story {
  readonly language: 'en' | 'zh'
  readonly moments: readonly Moment[]
  /** Meeting titles by id. */
  readonly titles: ReadonlyMap<string, string>
  /** Findings of the first lint, one line each, by file. */
  readonly findings: ReadonlyMap<string, readonly { readonly severity: string; readonly message: string; readonly clauses: string }[]>
}

const WORDS = {
  en: {
    title: 'Convoke: four weeks of meetings',
    lead: 'A team keeps its meetings as files. Merging a file is all that people did here, besides answering and meeting; everything below followed by itself. '
      + 'Every entry says why it was done: the clause of the procedure, and the reason.',
    counts: ['issues opened', 'mails', 'chat posts', 'steps'],
    did: 'People', nothing: 'Nothing was due.', kept: 'Deliberately not done', lint: 'What the check said before anything was sent', problems: 'problems',
    all: 'All meetings', zones: 'Times are shown in Shanghai and Berlin.',
    kinds: {
      invitation: 'Invitation', chase: 'Asked again', reminder: 'Reminder', change: 'Change announced', cancellation: 'Called off',
      'minutes-reminder': 'Minutes wanted', minutes: 'Minutes sent', action: 'Action item opened', 'action-reminder': 'Action item due',
      overdue: 'Overdue digest', gap: 'May not have arrived',
    } as Record<string, string>,
  },
  zh: {
    title: 'Convoke：四周的会议',
    lead: '一个团队把会议写成文件。除了回复和开会，大家只做了一件事：合并文件。下面的一切都自动完成，每一条都写明依据的条款和理由。',
    counts: ['个 issue', '封邮件', '条群消息', '个时刻'],
    did: '大家做了', nothing: '没有到期的事项。', kept: '有意未做', lint: '发出任何通知之前的检查结果', problems: '个问题',
    all: '全部会议', zones: '时间分别为上海和柏林当地时间。',
    kinds: {
      invitation: '邀请', chase: '再次询问', reminder: '提醒', change: '变更通知', cancellation: '取消通知', 'minutes-reminder': '催写纪要',
      minutes: '发送纪要', action: '建立行动项', 'action-reminder': '行动项到期', overdue: '逾期汇总', gap: '可能未送达',
    } as Record<string, string>,
  },
} as const

/** Signs that every machine's fonts have; an emoji is an empty box on many. */
const SIGNS = { issue: '#', mail: '✉', chat: '»' } as const

/** The whole story as one self-contained page: no script, no font or picture from outside, light and dark, fit to print. */
export function renderStory(story: Story): string {
  const words = WORDS[story.language]
  const effects = story.moments.flatMap((moment) => moment.effects)
  const ofWay = (way: ShownEffect['way']): number => new Set(effects.filter((each) => each.way === way).map((each) => each.file ?? each)).size
  const counts = [ofWay('issue'), ofWay('mail'), ofWay('chat'), story.moments.length]
  const meetings = [...story.titles].filter(([id]) => effects.some((each) => each.meeting === id))
  return `<!doctype html>
<html lang="${story.language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(words.title)}</title>
<style>${STYLE}${filterStyle(meetings.length)}</style>
<header>
<h1>${escape(words.title)}</h1>
<p class="lead">${escape(words.lead)}</p>
<ul class="counts">${counts.map((count, at) => `<li><b>${count}</b> ${escape(words.counts[at] ?? '')}</li>`).join('')}</ul>
</header>
${renderFindings(story)}
<nav>${renderFilter(words.all, meetings)}</nav>
<p class="zones">${escape(words.zones)}</p>
<main>
${story.moments.map((moment) => renderMoment(moment, story, meetings)).join('\n')}
</main>
</html>
`
}

function renderFilter(all: string, meetings: readonly (readonly [string, string])[]): string {
  const one = (value: string, label: string, checked: boolean): string =>
    `<label><input type="radio" name="meeting" id="m-${value}"${checked ? ' checked' : ''}> ${escape(label)}</label>`
  return one('all', all, true) + meetings.map(([, title], at) => one(String(at), title, false)).join('')
}

/** Choosing a meeting hides the others' cards, without a script. */
function filterStyle(count: number): string {
  return Array.from({ length: count }, (_, at) => `body:has(#m-${at}:checked) .card:not(.of-${at}){display:none}`).join('')
}

function renderFindings({ findings, language }: Story): string {
  const words = WORDS[language]
  const total = [...findings.values()].reduce((sum, list) => sum + list.length, 0)
  const files = [...findings].map(([file, list]) => `<h3>${escape(file)}</h3><ul>${list.map((each) =>
    `<li class="${escape(each.severity)}"><span class="clause">${escape(each.clauses)}</span> ${escape(each.message)}</li>`).join('')}</ul>`)
  return `<details class="lint"><summary>${escape(words.lint)}<b>${total} ${escape(words.problems)}</b></summary>${files.join('')}</details>`
}

function renderMoment(moment: Moment, story: Story, meetings: readonly (readonly [string, string])[]): string {
  const words = WORDS[story.language]
  const acts = moment.acts.length === 0 ? '' : `<div class="acts"><b>${escape(words.did)}</b><ul>${
    moment.acts.map((act) => `<li>${escape(act)}</li>`).join('')}</ul></div>`
  const cards = groupEffects(moment.effects).map((group) => renderCard(group, story, meetings)).join('')
  const kept = moment.kept.length === 0 ? '' : `<details class="kept"><summary>${escape(words.kept)} (${moment.kept.length})</summary><ul>${
    moment.kept.map((each) => `<li><code>${escape(each.meeting)}</code> ${escape(each.reason)}</li>`).join('')}</ul></details>`
  return `<section><div class="when">${renderTimes(moment.now, story.language)}</div><div class="what"><h2>${escape(moment.title)}</h2>${acts}${
    cards === '' ? `<p class="nothing">${escape(words.nothing)}</p>` : cards}${kept}</div></section>`
}

/** Effects of one kind about one meeting for one reason stand on one card. */
function groupEffects(effects: readonly ShownEffect[]): ShownEffect[][] {
  const groups = new Map<string, ShownEffect[]>()
  for (const effect of effects) {
    const name = JSON.stringify([effect.kind, effect.meeting, effect.clause, effect.reason])
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [effect])
    else group.push(effect)
  }
  return [...groups.values()]
}

function renderCard(group: readonly ShownEffect[], story: Story, meetings: readonly (readonly [string, string])[]): string {
  const first = group[0]
  if (first === undefined) return ''
  const words = WORDS[story.language]
  const at = meetings.findIndex(([id]) => id === first.meeting)
  const chips = group.map(({ way, recipient, file }) => {
    const text = `<span class="sign">${SIGNS[way]}</span>${escape(recipient)}`
    return file === undefined ? `<span class="chip ${way}">${text}</span>` : `<a class="chip ${way}" href="${escape(encodeURI(file))}">${text}</a>`
  })
  return `<article class="card ${first.kind} of-${at}"><h3><span class="kind">${escape(words.kinds[first.kind] ?? first.kind)}</span>${
    escape(story.titles.get(first.meeting) ?? first.meeting)}</h3><p class="because"><span class="clause">${escape(first.clause)}</span> ${
    escape(first.reason)}</p><p class="chips">${chips.join('')}</p></article>`
}

function renderTimes(now: string, language: 'en' | 'zh'): string {
  const show = (zone: string): string => new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(new Date(now))
  return `<time datetime="${escape(now)}"><b>${escape(show('Asia/Shanghai'))}</b><br>${escape(show('Europe/Berlin'))}</time>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
