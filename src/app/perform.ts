import { HOUR } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import type { Language } from '../core/messages/message.ts'
import type { CalendarRole, ChatEffect, Comment, Effect, MailEffect, ProposalEffect } from '../core/process/effect.ts'
import type { Occasion } from '../core/process/occasion.ts'
import { calendarMessage } from '../core/render/calendar/message.ts'
import { chatPayload } from '../core/render/chat/payload.ts'
import { carriedText, madeText } from '../core/proposal/carry.ts'
import { proposedText } from '../core/proposal/file.ts'
import { proposalText } from '../core/render/github/proposal.ts'
import { managedBody, replaceManaged } from '../core/render/github/managed.ts'
import { renderMarkdown, type Naming } from '../core/render/github/markdown.ts'
import { mailContent } from '../core/render/mail/content.ts'
import { mailIdentity } from '../core/render/mail/identity.ts'
import { directoryOf, type Reader } from '../core/render/notice/reader.ts'
import { noticeOf } from '../core/render/occasion.ts'
import { shorten } from '../core/render/clean.ts'
import { calendarUid } from '../core/render/uid.ts'
import { addressProblem } from '../mime/address.ts'
import { composeMail, type Attachment } from '../mime/compose.ts'
import { DeliveryError } from '../ports/delivery.ts'
import { mailAddress, type Addresses } from './addresses.ts'
import type { World } from './forge.ts'

/** Files that must be read beforehand are attached up to this many bytes in all (DELIVERY). */
const MOST_ATTACHED = 5 * 1024 * 1024

/** Bytes of a meeting's file that are read at most. */
const LARGEST_FILE = 1024 * 1024

/** Characters of an issue's title at most. */
const LONGEST_TITLE = 250

/** An object's time is the forge's, the effect's is ours. */
const CLOCK_SKEW = HOUR

export interface Performing {
  readonly world: World
  readonly config: Config
  readonly addresses: Addresses
  /** Numbers of issues by the key of the effect that opened them; grows while effects are carried out. */
  readonly numbers: Map<string, number>
  /** Number of the invitation issue by meeting; grows while effects are carried out. */
  readonly threads: Map<string, number>
  /** Keys of issues that this run could not open, for good. */
  readonly unopened: Set<string>
  /** Keys that an earlier run claimed: their objects may be there already. */
  readonly repeated: ReadonlySet<string>
}

/** The marker by which an object is found again (DELIVERY, "The ledger"). */
export function markerOf(key: string): string {
  return `<!-- convoke key=${key} -->`
}

/** Carries one effect out. Decides nothing; throws DeliveryError where the receiver refuses. */
export async function perform(effect: Effect, performing: Performing): Promise<void> {
  if (effect.way === 'mail') return sendMail(effect, performing)
  if (effect.way === 'chat') return post(effect, performing)
  if (effect.way === 'comment') return comment(effect, performing)
  if (effect.way === 'reaction') return performing.world.issues.acknowledge(effect.comment)
  if (effect.way === 'pull-request') return propose(effect, performing)
  const { issues } = performing.world
  if (effect.act === 'close') return issues.close(effect.issue)
  const { subject, body } = issueText(effect.occasion, performing, effect.mentions)
  if (effect.act === 'update') {
    const { title, body: known } = await issues.text(effect.issue)
    const former = issueText({ kind: 'invitation', snapshot: effect.before }, performing, []).subject
    return issues.edit(effect.issue, { title: title === former ? subject : title, body: replaceManaged(known, markerOf(effect.key), body) })
  }
  const since = effect.at - CLOCK_SKEW
  const known = performing.repeated.has(effect.key) ? await issues.find(effect.key, since) : undefined
  const parent = typeof effect.parent === 'string' ? performing.numbers.get(effect.parent) : effect.parent
  const number = known ?? await issues.create({
    key: effect.key, title: subject, body: managedBody(markerOf(effect.key), body), labels: effect.labels,
    assignees: effect.assignees.flatMap((key) => directoryOf(performing.config).login(key) ?? []), ...(parent === undefined ? {} : { parent }),
  }, since)
  performing.numbers.set(effect.key, number)
  if (parent !== undefined) await issues.putUnder(number, parent)
  if (effect.kind === 'invitation') performing.threads.set(effect.meeting, number)
}

/** What the file says now counts: a change that it has already is none. */
async function propose(effect: ProposalEffect, { world, config }: Performing): Promise<void> {
  const text = await proposed(effect, world, config)
  if (text === undefined || world.pullRequests === undefined) return
  const part = effect.change.kind === 'actions' ? 'actions' : /\/proposal@([^/]+)\//.exec(effect.key)?.[1] ?? effect.change.kind
  await world.pullRequests.propose({
    key: effect.key, branch: `convoke/${branchName(effect.meeting)}/${part}`, file: effect.file, text, ...proposalText(effect, config.language ?? effect.snapshot.language),
  })
}

async function proposed({ file, change }: ProposalEffect, { files }: World, config: Config): Promise<string | undefined> {
  const textOf = async (path: string): Promise<string | undefined> => {
    const read = await files.readText(path, LARGEST_FILE)
    return 'text' in read ? read.text : undefined
  }
  const known = await textOf(file)
  if (change.kind !== 'carry') return known === undefined ? undefined : proposedText(known, change)
  const from = await textOf(change.from)
  const series = known === undefined && change.made !== undefined ? await textOf(change.made.series) : undefined
  const target = known ?? (series === undefined || change.made === undefined ? undefined : madeText({ file: change.made.series, text: series }, file, change.made.after, config))
  return target === undefined || from === undefined ? undefined : carriedText(target, from, change.items, config)
}

/** An id as a part of a branch's name: what git does not take is written as its code. */
function branchName(id: string): string {
  return id.replace(/[^\p{L}\p{N}_-]/gu, (sign) => `=${(sign.codePointAt(0) ?? 0).toString(16)}`).slice(0, 120)
}

async function comment(effect: Comment, performing: Performing): Promise<void> {
  const { issues } = performing.world
  const number = typeof effect.issue === 'number' ? effect.issue : performing.numbers.get(effect.issue)
  if (number === undefined) throw new DeliveryError('the meeting has no issue to comment on', typeof effect.issue !== 'string' || !performing.unopened.has(effect.issue))
  if (performing.repeated.has(effect.key) && await issues.hasComment(number, effect.key)) return
  await issues.comment(number, effect.key, `${markerOf(effect.key)}\n${issueText(effect.occasion, performing, effect.mentions).body}\n`)
}

function issueText(occasion: Occasion, { config }: Performing, mentions: readonly string[]): { subject: string; body: string } {
  const directory = directoryOf(config)
  const notice = noticeOf(occasion, { language: languageOf(occasion, config), sink: 'issue' }, directory)
  const naming: Naming = { mention: (key) => (mentions.includes(key) ? directory.login(key) : undefined) }
  // GitHub refuses a title of more than 256 characters.
  return { subject: shorten(notice.subject, LONGEST_TITLE), body: renderMarkdown(notice, naming) }
}

/** The language of what everybody reads: the meeting's. */
function languageOf(occasion: Occasion, config: Config): Language {
  return 'snapshot' in occasion ? occasion.snapshot.language : config.language ?? 'en'
}

async function post(effect: ChatEffect, { world, config, addresses, threads }: Performing): Promise<void> {
  const directory = directoryOf(config)
  const thread = threads.get(effect.meeting)
  // A post is cut where it is long, and is no place for answers: the thread is.
  const issue = thread === undefined ? undefined : world.issues.url?.(thread)
  const notice = noticeOf(effect.occasion, { language: languageOf(effect.occasion, config), sink: 'chat' }, directory, issue === undefined ? {} : { issue })
  const called = new Set(effect.recipients)
  const payload = chatPayload(effect.channel, {
    notice, meeting: effect.meeting,
    people: { name: directory.name, id: (key) => (called.has(key) ? addresses(key, effect.channel) : undefined) },
  })
  await world.chat.post(effect.channel, effect.key, payload)
}

async function sendMail(effect: MailEffect, performing: Performing): Promise<void> {
  const { world, config, addresses } = performing
  const to = mailAddress(effect.to, addresses)
  if (to === undefined) throw new DeliveryError(`no mail address is known for ${effect.to}; it may be missing from the people input`, false)
  const wrong = addressProblem(to)
  if (wrong !== undefined) throw new DeliveryError(`${effect.to}: ${wrong}`, false)
  const channel = config.channels.get('mail')
  const from = channel?.from ?? 'convoke@localhost.localdomain'
  const directory = directoryOf(config)
  const attachments = await attach(effect.occasion, world)
  const snapshot = 'snapshot' in effect.occasion ? effect.occasion.snapshot : undefined
  const organizer = snapshot === undefined ? undefined : mailAddress(snapshot.organizer, addresses)
  const answers = [
    // Where answers are read, the organizer still gets them too: a question is nothing for a program.
    ...(snapshot === undefined || channel?.inbox === undefined ? [] : [{ name: 'Convoke', address: from }]),
    ...(organizer === undefined || addressProblem(organizer) !== undefined ? [] : [{ name: directory.name(snapshot?.organizer ?? ''), address: organizer }]),
  ]
  const reader: Reader = { language: directory.language(effect.to) ?? languageOf(effect.occasion, config), sink: 'mail', person: effect.to, attached: attachments.map((each) => each.path) }
  const notice = noticeOf(withNumbers(effect.occasion, addresses), reader, directory, answers[0] === undefined ? {} : { reply: answers[0].address })
  const { subject, text, html } = await mailContent(notice, directory.name, world.templates === undefined ? undefined : { templates: world.templates, kind: effect.occasion.kind })
  const calendar = effect.calendar === undefined || snapshot === undefined ? undefined : calendarMessage(effect.occasion, {
    uid: calendarUid(config.namespace ?? 'convoke', snapshot.series ?? snapshot.meeting), sequence: effect.calendar.sequence, stamp: effect.at,
    organizer: { address: from, name: directory.name(snapshot.organizer) },
    attendees: effect.calendar.attendees.map((each) => onCalendar(each, performing)),
  }, reader, directory)
  const message = await composeMail({
    ...mailIdentity(effect.key, from), from: { name: 'Convoke', address: from }, to: { name: directory.name(effect.to), address: to },
    ...(answers.length === 0 ? {} : { replyTo: answers }),
    subject, text, html, date: effect.at, important: notice.important, ...(calendar === undefined ? {} : { calendar }), attachments: attachments.map((each) => each.attachment),
  })
  await world.mail.send(effect.key, message, { from, to })
}

function onCalendar({ key, role }: CalendarRole, { config, addresses }: Performing): Parameters<typeof calendarMessage>[1]['attendees'] extends readonly (infer A)[] | undefined ? A : never {
  const address = mailAddress(key, addresses)
  const organizes = role === 'organizer'
  return {
    name: directoryOf(config).name(key), role, partstat: organizes ? 'ACCEPTED' : 'NEEDS-ACTION', rsvp: !organizes,
    ...(address === undefined || addressProblem(address) !== undefined ? {} : { address }),
  }
}

/** Phone numbers are put into a call sheet here, at the last moment, and nowhere else. */
function withNumbers(occasion: Occasion, addresses: Addresses): Occasion {
  if (occasion.kind !== 'call-sheet') return occasion
  return {
    ...occasion, calls: occasion.calls.map(({ key }) => {
      const phone = addresses(key, 'phone')
      return phone === undefined ? { key } : { key, phone }
    }),
  }
}

/** What must be read beforehand comes with the invitation and with a change, as far as it fits. */
async function attach(occasion: Occasion, { files }: World): Promise<{ readonly path: string; readonly attachment: Attachment }[]> {
  if (occasion.kind !== 'invitation' && occasion.kind !== 'change') return []
  const found: { path: string; attachment: Attachment }[] = []
  let left = MOST_ATTACHED
  for (const { path, readBefore } of occasion.snapshot.materials) {
    if (path === undefined || readBefore !== true) continue
    const content = await files.readBytes(path, left)
    if (content === undefined) continue
    left -= content.length
    found.push({ path, attachment: { filename: path.slice(path.lastIndexOf('/') + 1), content } })
  }
  return found
}
