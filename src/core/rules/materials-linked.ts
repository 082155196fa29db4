import { resolveLink, resolveMaterial, type Target } from '../materials/paths.ts'
import type { Message } from '../messages/message.ts'
import type { Located } from '../text/range.ts'
import { yamlText } from './edits.ts'
import type { Context, Finding, Fix, Rule } from './rule.ts'

const messages = {
  missing: { en: 'There is no file {path} in the repository.', zh: '仓库里没有 {path} 这个文件。' },
  outside: { en: '{path} lies outside the repository, where nobody else finds it.', zh: '{path} 在仓库之外，别人无法打开。' },
  fromRoot: { en: 'There is no file {path}; a material’s path starts at the repository’s root: did you mean {meant}?', zh: '没有 {path} 这个文件；材料路径从仓库根目录写起，是否想写 {meant}？' },
  nearby: { en: 'There is no file {path} in the repository; did you mean {meant}?', zh: '仓库里没有 {path} 这个文件，是否想写 {meant}？' },
  fixPath: { en: 'Write {meant}', zh: '改为 {meant}' },
} satisfies Record<string, Message>

/** A12: reports, data and slides are collected before the meeting and linked from the file; a link to nothing is an error. */
export const materialsLinked: Rule = {
  id: 'materials-linked',
  clauses: ['A12'],
  severity: 'error',
  speaks: 'always',
  summary: { en: 'Every material and link leads to a file that is there', zh: '材料和链接指向的文件都存在' },
  messages,
  *check(context) {
    const { meeting, file } = context
    for (const { path } of meeting.fields.materials?.value ?? []) {
      if (path !== undefined) yield* checkTarget(resolveMaterial(path.value), path, context, false)
    }
    const seen = new Set<string>()
    for (const { url } of meeting.links) {
      const target = resolveLink(file, url.value)
      // One complaint a target: a page that is linked ten times is missing once.
      const name = target.kind === 'inside' ? target.path : url.value
      if (seen.has(name)) continue
      seen.add(name)
      yield* checkTarget(target, url, context, true)
    }
  },
}

function* checkTarget(target: Target, written: Located<string>, { facts, file, text }: Context, isLink: boolean): Iterable<Finding> {
  if (target.kind === 'elsewhere') return
  const { range, value } = written
  const fact = target.kind === 'inside' ? facts.get(target.path) : undefined
  // Unknown is not missing: what could not be looked up is not complained about.
  if (target.kind === 'inside' && fact?.state !== 'missing') return
  const path = target.kind === 'inside' ? target.path : value
  const fix = (meant: string, replacement: string): Fix => ({ title: messages.fixPath, data: { meant }, safe: false, edits: [{ range, text: replacement }] })
  // People write a material's path from the meeting file, as a link is written; that it lies there is worth telling.
  const beside = isLink ? undefined : resolveLink(file, value)
  const quoted = /['"]/.test(text.charAt(range.start - 1))
  if (beside?.kind === 'inside' && beside.path !== path && facts.get(beside.path)?.state === 'file') {
    const meant = beside.path
    yield { message: messages.fromRoot, data: { path, meant }, range, fixes: [fix(meant, quoted ? meant : yamlText(meant))] }
  } else if (target.kind === 'outside') yield { message: messages.outside, data: { path }, range }
  else if (fact?.meant !== undefined) {
    const { meant } = fact
    yield { message: messages.nearby, data: { path, meant }, range, fixes: [fix(meant, isLink ? relink(value, meant, text.charAt(range.start - 1)) : quoted ? meant : yamlText(meant))] }
  } else yield { message: messages.missing, data: { path }, range }
}

/** The link with another file's name at the end of its path; folder, query and anchor stay as they are written. */
function relink(written: string, meant: string, before: string): string {
  const path = /^[^?#]*/.exec(written)?.[0] ?? ''
  const name = meant.slice(meant.lastIndexOf('/') + 1)
  // Between angle brackets a space may stand; elsewhere it would end the link.
  const encoded = before === '<' ? name : encodeURI(name).replace(/[()?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return path.slice(0, path.lastIndexOf('/') + 1) + encoded + written.slice(path.length)
}
