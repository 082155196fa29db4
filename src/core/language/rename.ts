import { placesOf } from '../config/places.ts'
import type { Message, MessageData } from '../messages/message.ts'
import { render } from '../messages/render.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Repository } from './context.ts'
import { bareRange, personPlaces } from './people-places.ts'
import { CONFIG_FILE, proseMentions } from './references.ts'
import type { Refusal, Renamable, RepositoryEdit } from './shapes.ts'
import type { Subject } from './subjects.ts'

const MESSAGES = {
  nothing: { en: 'Only the keys of people, groups and rooms can be renamed; place the cursor on one.', zh: '只能重命名人员、组和会议室的键，请把光标放在其中之一上。' },
  id: { en: 'A meeting’s id is never changed: invitations, issues and calendars are tied to it.', zh: '会议编号不可更改：邀请、Issue 和日历都以它为准。' },
  stands: { en: '“{written}” stands for {key} as a login or a name. To rename the key, place the cursor on its entry in .convoke.yml.', zh: '“{written}”是 {key} 的登录名或姓名。要重命名键，请把光标放在 .convoke.yml 中对应的条目上。' },
  absent: { en: '{key} is not in .convoke.yml of this repository (a second directory may hold it), so it is not renamed here.', zh: '本仓库的 .convoke.yml 中没有 {key}（可能在另一份通讯录里），因此不能在这里重命名。' },
  empty: { en: 'A key has at least one letter or digit.', zh: '键不能为空。' },
  form: { en: '“{key}” is no key: use letters, digits, hyphens, full stops and underscores, with a letter or digit at both ends.', zh: '“{key}”不能作为键：请使用字母、数字、连字符、句点和下划线，且首尾须为字母或数字。' },
  taken: { en: 'There is already “{key}” in .convoke.yml.', zh: '.convoke.yml 中已有“{key}”。' },
} satisfies Record<string, Message>

/** Whether what stands at the cursor can be renamed: its range and present key, or why not. `written` is the text under the cursor. */
export function prepareRename(subject: Subject | undefined, repository: Repository, written = ''): Renamable | Refusal {
  const no = (message: Message, data: MessageData = {}): Refusal => ({ refused: render(message, data, repository.language) })
  if (subject === undefined) return no(MESSAGES.nothing)
  if (subject.kind === 'meeting') return no(MESSAGES.id)
  if (!subject.isKey) return no(MESSAGES.stands, { written, key: subject.key })
  if (!isInConfig(subject, repository)) return no(MESSAGES.absent, { key: subject.key })
  return { range: subject.range, placeholder: subject.key }
}

/** Renames a person, group or room in `.convoke.yml` and in every meeting file; refused with the reason where the new key cannot be one. */
export function rename(subject: Subject | undefined, to: string, repository: Repository): RepositoryEdit | Refusal {
  const ready = prepareRename(subject, repository)
  if ('refused' in ready || subject === undefined) return ready as Refusal
  const key = to.trim().replace(/^[@＠]/, '')
  const refusal = refuse(subject, key, repository)
  if (refusal !== undefined) return { refused: refusal }
  const edits = new Map<string, TextEdit[]>()
  if (key === subject.key) return { edits, creates: [] }
  edits.set(CONFIG_FILE, configEdits(subject, key, repository.configText ?? ''))
  for (const entry of repository.files) {
    const { meeting, file } = entry
    const found: TextEdit[] = []
    if (subject.kind === 'room') {
      if (meeting.fields.room?.value === subject.key) found.push({ range: meeting.fields.room.range, text: key })
    } else {
      for (const { ref } of personPlaces(meeting)) {
        const range = bareRange(ref)
        if (ref.value === subject.key && ref.form !== 'mail' && range !== undefined) found.push({ range, text: key })
      }
      for (const { start, end } of proseMentions(entry, subject.key, repository)) {
        if (!found.some(({ range }) => range.end === end)) found.push({ range: { start: start + 1, end }, text: key })
      }
    }
    if (found.length > 0) edits.set(file, found.sort((a, b) => a.range.start - b.range.start))
  }
  return { edits, creates: [] }
}

function refuse(subject: Subject, key: string, { config, language }: Repository): string | undefined {
  // What `@key` in running text can be read as: Latin letters, digits and their joints, or the letters of any other script.
  const person = /^(?:[\p{Script=Latin}\d](?:[\p{Script=Latin}\d._-]*[\p{Script=Latin}\d])?|[\p{L}·]+)$/u
  const form = subject.kind === 'room' ? /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}])?$/u : person
  if (key === '') return MESSAGES.empty[language]
  if (key.length > 60 || !form.test(key) || /^(?:true|false|null)$/i.test(key)) return render(MESSAGES.form, { key }, language)
  const taken = subject.kind === 'room' ? config.rooms.has(key) : config.people.has(key) || config.groups.has(key)
  return taken && key !== subject.key ? render(MESSAGES.taken, { key }, language) : undefined
}

function isInConfig({ kind, key }: Subject, { configText }: Repository): boolean {
  if (configText === undefined) return false
  const { people, groups, rooms } = placesOf(configText)
  return { person: people, group: groups, room: rooms, meeting: [] }[kind].some((each) => each.key === key)
}

function configEdits({ kind, key: from }: Subject, to: string, configText: string): TextEdit[] {
  const { people, groups, rooms, members } = placesOf(configText)
  const places = { person: [...people, ...members], group: groups, room: rooms, meeting: [] }[kind]
  return places.filter((each) => each.key === from).map(({ range }) => ({ range, text: to }))
}
