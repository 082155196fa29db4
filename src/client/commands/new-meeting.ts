import * as vscode from 'vscode'
import { wallAt } from '../../core/arrangement/zone.ts'
import { draftMeeting, replyBy } from '../../core/draft/draft.ts'
import { slugOf } from '../../core/meeting/slug.ts'
import { KINDS, type Kind } from '../../core/draft/kinds.ts'
import type { Language } from '../../core/messages/message.ts'
import type { Requests } from '../../server/protocol.ts'
import type { Session } from '../session.ts'
import { lengthText } from '../time.ts'
import { below, rootUri } from '../workspace-files.ts'
import { createFile } from './next-occurrence.ts'
import { snippetOf } from './placeholders.ts'
import { askSteps, askText, BACK, pick, type Option, type Step } from './steps.ts'

type Directory = Requests['convoke/directory']['result']

interface Answers {
  readonly kind: Kind
  readonly title: string
  readonly organizer: string
  readonly required: readonly string[]
  readonly duration: number
  readonly wall: string
  readonly zone: string
  readonly room?: string | undefined
  readonly link?: string | undefined
}

const LENGTHS = [15, 30, 45, 60, 90, 120]
const LAST_ORGANIZER = 'convoke.organizer'

/** A new meeting in a few questions; its file is opened with a stop at each place that only its writer can fill in. */
export async function newMeeting(session: Session): Promise<void> {
  if (rootUri() === undefined) {
    const open = vscode.l10n.t('Open a folder')
    const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Meetings are files: open the folder that they shall stand in.'), open)
    if (chosen === open) await vscode.commands.executeCommand('vscode.openFolder')
    return
  }
  const directory = await session.ask('convoke/directory', {})
  const answers = await askSteps<Answers>(vscode.l10n.t('New meeting'), [kindStep(session), titleStep(), organizerStep(session, directory), peopleStep(directory), lengthStep(), timeStep(session, directory), placeStep(directory)])
  if (answers === undefined) return
  const { kind, title = '', organizer = '', required = [], duration = 60, wall = '', zone = 'UTC', room, link } = answers
  if (kind === undefined) return
  await session.memory.update(LAST_ORGANIZER, organizer)
  const text = draftMeeting({
    title, day: wall.slice(0, 10), clock: wall.slice(11), zone, duration, organizer, required, room, link,
    rsvp: replyBy(wall, wallAt(Date.now(), zone), kind.urgency === 'urgent'),
  }, languageOf(session), kind)
  const uri = await freeName(`meetings/${wall.slice(0, 10)}-${slugOf(title)}`)
  await createFile(uri, '')
  const editor = await vscode.window.showTextDocument(uri)
  await editor.insertSnippet(new vscode.SnippetString(snippetOf(text)))
}

/** The language that most of the repository's meetings are written in, else the editor's. */
function languageOf({ overview, language }: Session): Language {
  const meetings = overview.current?.meetings ?? []
  const chinese = meetings.filter((each) => each.language === 'zh').length
  return meetings.length === 0 || chinese * 2 === meetings.length ? language : chinese * 2 > meetings.length ? 'zh' : 'en'
}

function kindStep({ language }: Session): Step<Answers> {
  return async (_, place) => {
    const chosen = await pick<Kind>(place, {
      placeholder: vscode.l10n.t('What kind of meeting?'),
      options: KINDS.map((kind) => ({ label: kind.name[language], description: lengthText(kind.minutes * 60_000), detail: kind.hint[language], value: kind })),
    })
    return first(chosen, (kind) => ({ kind }))
  }
}

function titleStep(): Step<Answers> {
  return async ({ title = '' }, place) => {
    const text = await askText(place, {
      prompt: vscode.l10n.t('Topic: what is at stake, and its scope'), placeholder: vscode.l10n.t('Q2 marketing budget split over four channels'), value: title,
      check: (each) => (each === '' ? vscode.l10n.t('A meeting needs a topic.') : undefined),
    })
    return text === undefined || text === BACK ? text : { title: text }
  }
}

function organizerStep({ memory }: Session, directory: Directory): Step<Answers> {
  return async ({ organizer }, place) => {
    const me = organizer ?? (vscode.workspace.getConfiguration('convoke').get<string>('me') || memory.get<string>(LAST_ORGANIZER, ''))
    if (directory.people.length === 0) {
      const text = await askText(place, { prompt: vscode.l10n.t('Who convenes it? A GitHub login, as @name'), value: me, check: (each) => (/^@?[\w-]+$/.test(each) ? undefined : vscode.l10n.t('Write a login such as @octocat.')) })
      return text === undefined || text === BACK ? text : { organizer: text.startsWith('@') ? text : `@${text}` }
    }
    const people = [...directory.people].filter((each) => !each.outside).sort((a, b) => Number(b.key === me) - Number(a.key === me))
    const chosen = await pick<string>(place, { placeholder: vscode.l10n.t('Who convenes it?'), options: people.map(personOption) })
    return first(chosen, (key) => ({ organizer: key }))
  }
}

function peopleStep(directory: Directory): Step<Answers> {
  return async ({ organizer, required = [] }, place) => {
    if (directory.people.length === 0) {
      const text = await askText(place, { prompt: vscode.l10n.t('Who must come? GitHub logins, with commas'), placeholder: '@octocat, @hubot', value: required.join(', '), check: (each) => (each === '' ? vscode.l10n.t('A meeting needs somebody who must come.') : undefined) })
      if (text === undefined || text === BACK) return text
      return { required: text.split(/[\s,，、]+/).filter((each) => each !== '').map((each) => (each.startsWith('@') ? each : `@${each}`)) }
    }
    const groups = directory.groups.map((group): Option<string> => ({ label: `$(organization) ${group}`, description: vscode.l10n.t('group'), value: group }))
    const people = directory.people.filter((each) => each.key !== organizer).map(personOption)
    const chosen = await pick<string>(place, { placeholder: vscode.l10n.t('Who must come? Name, key or pinyin'), options: [...groups, ...people], many: true, picked: ({ value }) => value !== undefined && required.includes(value) })
    if (chosen === undefined || chosen === BACK) return chosen
    return { required: chosen.flatMap(({ value }) => value ?? []) }
  }
}

function lengthStep(): Step<Answers> {
  return async ({ kind }, place) => {
    const usual = kind?.minutes ?? 60
    const options = [...new Set([usual, ...LENGTHS])].map((minutes): Option<number> => ({ label: lengthText(minutes * 60_000), ...(minutes === usual ? { description: vscode.l10n.t('usual for this kind') } : {}), value: minutes }))
    return first(await pick(place, { placeholder: vscode.l10n.t('How long?'), options }), (duration) => ({ duration }))
  }
}

function timeStep(session: Session, directory: Directory): Step<Answers> {
  return async ({ organizer, required = [], duration = 60 }, place) => {
    const people = [...(organizer === undefined ? [] : [organizer]), ...required]
    const localZone = directory.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
    const other: Option<string> = { label: `$(edit) ${vscode.l10n.t('Another time…')}`, alwaysShow: true }
    let zone = localZone
    const options = session.ask('convoke/slots', { people, duration, zone: localZone }).then((found) => {
      zone = found.zone
      return [...found.slots.map((slot): Option<string> => ({ label: slot.label, description: slot.suitsEverybody ? vscode.l10n.t('suits everybody') : vscode.l10n.t('suits most'), iconPath: new vscode.ThemeIcon(slot.suitsEverybody ? 'pass' : 'question'), value: slot.wall })), other]
    }, () => [other])
    const chosen = await pick(place, { placeholder: vscode.l10n.t('When? Free times of everybody named, {0}', localZone), options })
    if (chosen === undefined || chosen === BACK) return chosen
    const wall = chosen[0]?.value
    if (wall !== undefined) return { wall: wall.slice(0, 16), zone }
    const text = await askText(place, { prompt: vscode.l10n.t('Start, in {0}', zone), placeholder: '2026-12-03 14:00', check: (each) => (isWall(each) ? undefined : vscode.l10n.t('Write it as 2026-12-03 14:00.')) })
    return text === undefined || text === BACK ? text : { wall: text.replace(/\s+/, 'T'), zone }
  }
}

function placeStep(directory: Directory): Step<Answers> {
  return async ({ required = [] }, place) => {
    const online: Option<{ readonly room?: string; readonly online?: true }> = { label: `$(device-camera-video) ${vscode.l10n.t('Online')}`, detail: vscode.l10n.t('Paste the link in the next step'), value: { online: true } }
    const later: typeof online = { label: `$(clock) ${vscode.l10n.t('Say it later')}`, value: {} }
    const rooms = directory.rooms.filter(({ capacity }) => capacity === undefined || capacity > required.length)
      .map((room): typeof online => ({ label: `$(home) ${room.name}`, ...(room.capacity === undefined ? {} : { description: vscode.l10n.t('{0} seats', room.capacity) }), value: { room: room.key } }))
    const chosen = await pick(place, { placeholder: vscode.l10n.t('Where?'), options: [...rooms, online, later] })
    if (chosen === undefined || chosen === BACK) return chosen
    const where = chosen[0]?.value
    if (where?.online !== true) return { room: where?.room, link: undefined }
    const link = await askText(place, { prompt: vscode.l10n.t('Meeting link'), placeholder: 'https://', check: (each) => (/^https?:\/\/\S+$/.test(each) ? undefined : vscode.l10n.t('A link begins with https://.')) })
    return link === undefined || link === BACK ? link : { link, room: undefined }
  }
}

function personOption({ key, name, filter, outside }: Directory['people'][number]): Option<string> {
  return { label: name, description: outside ? `${key} · ${vscode.l10n.t('outside')}` : key, detail: filter, value: key }
}

function first<V>(chosen: readonly Option<V>[] | typeof BACK | undefined, answer: (value: V) => Partial<Answers>): Partial<Answers> | typeof BACK | undefined {
  if (chosen === undefined || chosen === BACK) return chosen
  const value = chosen[0]?.value
  return value === undefined ? undefined : answer(value)
}

function isWall(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}[ T]+\d{2}:\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text.replace(/\s+/, 'T')}:00Z`))
}

/** A path that no file has yet, in the workspace. */
async function freeName(base: string): Promise<vscode.Uri> {
  for (let count = 1; count < 100; count++) {
    const uri = below(`${base}${count === 1 ? '' : `-${count}`}.md`)
    if (uri === undefined) break
    try {
      await vscode.workspace.fs.stat(uri)
    } catch {
      return uri
    }
  }
  throw new Error(vscode.l10n.t('{0} could not be written.', `${base}.md`))
}
