import { join } from 'node:path'
import { readYaml } from '../../core/yaml/read.ts'
import { quote } from '../../core/yaml/problems.ts'
import type { Issues, NewIssue } from '../../ports/issues.ts'
import type { Disk } from './durable.ts'
import { slug } from './names.ts'

/** Stands before each comment, so that the body above them can be told apart. */
const COMMENT = '<!-- convoke:comment -->'

/**
 * Issues as Markdown files `issues/0001-title.md`: front matter with number, state, title, labels, assignees and parent, then the
 * body, then comments. A person closes one by writing `state: closed`. A number is taken by a file of its own, which also says
 * for which key: so two runs never take one number, and a run that died between the two is completed.
 */
export function folderIssues(folder: string, disk: Disk): Issues & { fileOf(number: number): string | undefined } {
  const issues = join(folder, 'issues')
  const numbers = join(issues, '.numbers')
  const nameOf = (number: number): string | undefined => disk.names(issues).find((name) => name.startsWith(`${pad(number)}-`) && name.endsWith('.md'))
  const textOf = (number: number): string => {
    const name = nameOf(number)
    return name === undefined ? '' : disk.read(join(issues, name)) ?? ''
  }
  const write = (number: number, text: string): void => {
    const name = nameOf(number)
    if (name !== undefined) disk.replace(join(issues, name), text)
  }
  const taken = (): { number: number; key: string }[] => disk.names(numbers).map((name) => ({ number: Number(name), key: disk.read(join(numbers, name)) ?? '' }))
  return {
    fileOf: (number) => {
      const name = nameOf(number)
      return name === undefined ? undefined : `issues/${name}`
    },
    find: (key) => Promise.resolve(taken().find((each) => each.key === key && nameOf(each.number) !== undefined)?.number),
    create: (issue) => {
      let number = taken().find((each) => each.key === issue.key)?.number
      for (let next = (taken().pop()?.number ?? 0) + 1; number === undefined; next++) if (disk.create(join(numbers, pad(next)), issue.key)) number = next
      if (nameOf(number) === undefined) disk.create(join(issues, `${pad(number)}-${slug(issue.title)}.md`), issueText(number, issue))
      return Promise.resolve(number)
    },
    // It stands in the front matter since the issue was opened.
    putUnder: () => Promise.resolve(),
    text: (number) => {
      const { head, body } = split(textOf(number))
      return Promise.resolve({ title: fieldOf(head, 'title') ?? '', body })
    },
    edit: (number, { title, body }) => {
      const { head, comments } = split(textOf(number))
      const renamed = fieldOf(head, 'title') === title ? head : head.replace(/^title:.*$/m, () => `title: ${quote(title)}`)
      write(number, `${renamed}${body.trimEnd()}\n${comments}`)
      return Promise.resolve()
    },
    close: (number) => {
      const text = textOf(number)
      if (stateOf(text) !== 'closed') write(number, text.replace(/^state:.*$/m, 'state: closed'))
      return Promise.resolve()
    },
    hasComment: (number, key) => Promise.resolve(split(textOf(number)).comments.includes(markerOf(key))),
    comment: (number, key, body) => {
      if (split(textOf(number)).comments.includes(markerOf(key))) return Promise.resolve()
      write(number, `${textOf(number).trimEnd()}\n\n${COMMENT}\n\n---\n\n${body}`)
      return Promise.resolve()
    },
    acknowledge: () => Promise.resolve(),
    changes: (_mark, wanted) => Promise.resolve({
      states: new Map(wanted.filter((number) => nameOf(number) !== undefined).map((number) => [number, stateOf(textOf(number)) === 'closed' ? 'closed' : 'open'])),
    }),
  }
}

function markerOf(key: string): string {
  return `<!-- convoke key=${key} -->`
}

function pad(number: number): string {
  return String(number).padStart(4, '0')
}

function issueText(number: number, { title, labels, assignees, parent, body }: NewIssue): string {
  const list = (texts: readonly string[]): string => `[${texts.map((text) => quote(text)).join(', ')}]`
  const head = [`number: ${number}`, 'state: open', `title: ${quote(title)}`, `labels: ${list(labels)}`, `assignees: ${list(assignees)}`]
  if (parent !== undefined) head.push(`parent: ${parent}`)
  return `---\n${head.join('\n')}\n---\n\n${body}`
}

function split(text: string): { head: string; body: string; comments: string } {
  const head = /^---\r?\n[\s\S]*?\r?\n---\r?\n\r?\n?/.exec(text)?.[0] ?? ''
  const rest = text.slice(head.length)
  const at = rest.indexOf(COMMENT)
  return at === -1 ? { head, body: rest, comments: '' } : { head, body: rest.slice(0, at), comments: `\n${rest.slice(at)}` }
}

/** Read by the YAML reader, since a person may write it in any way that YAML has. */
function stateOf(text: string): string | undefined {
  return fieldOf(text, 'state')?.trim().toLowerCase()
}

function fieldOf(text: string, key: string): string | undefined {
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? ''
  const value = readYaml(head).root?.entries.find((each) => each.key === key)?.value
  return value?.kind === 'scalar' ? value.text : undefined
}
