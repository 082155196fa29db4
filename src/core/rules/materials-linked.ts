import type { FileFact } from '../materials/facts.ts'
import { resolveLink, resolveMaterial, type Target } from '../materials/paths.ts'
import type { Message } from '../messages/message.ts'
import type { Located } from '../text/range.ts'
import type { Context, Finding, Rule } from './rule.ts'

const messages = {
  missing: { en: 'There is no file {path} in the repository.', zh: '仓库里没有 {path} 这个文件。' },
  outside: { en: '{path} lies outside the repository, where nobody else finds it.', zh: '{path} 在仓库之外，别人无法打开。' },
  fromRoot: { en: 'There is no file {path}; a material’s path starts at the repository’s root: did you mean {meant}?', zh: '没有 {path} 这个文件；材料路径从仓库根目录写起，是否想写 {meant}？' },
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
      if (path !== undefined) yield* checkTarget(resolveMaterial(path.value), path, context)
    }
    const seen = new Set<string>()
    for (const { url } of meeting.links) {
      const target = resolveLink(file, url.value)
      // One complaint a target: a page that is linked ten times is missing once.
      const name = target.kind === 'inside' ? target.path : url.value
      if (seen.has(name)) continue
      seen.add(name)
      yield* checkTarget(target, url, context)
    }
  },
}

function* checkTarget(target: Target, written: Located<string>, { facts, file }: Context): Iterable<Finding> {
  if (target.kind === 'elsewhere') return
  if (target.kind === 'outside') {
    yield { message: messages.outside, data: { path: written.value }, range: written.range }
    return
  }
  if (!isMissing(facts.get(target.path))) return
  // People write a material's path from the meeting file, as a link is written; that it lies there is worth telling.
  const beside = resolveLink(file, written.value)
  const meant = beside.kind === 'inside' && beside.path !== target.path && facts.get(beside.path)?.state === 'file' ? beside.path : undefined
  if (meant === undefined) yield { message: messages.missing, data: { path: target.path }, range: written.range }
  else {
    const fix = { title: messages.fixPath, data: { meant }, safe: false, edits: [{ range: written.range, text: meant }] }
    yield { message: messages.fromRoot, data: { path: target.path, meant }, range: written.range, fixes: [fix] }
  }
}

function isMissing(fact: FileFact | undefined): boolean {
  return fact?.state === 'missing'
}
