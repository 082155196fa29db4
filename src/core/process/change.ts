import type { UpdateIssue } from './effect.ts'
import { audience } from './desired.ts'
import { common, type Scene, type Telling } from './scene.ts'
import type { Snapshot } from './snapshot.ts'

const REASON = { en: 'The merged file differs from what was announced (revision {revision}).', zh: '合并后的文件与已通知的内容不同（第 {revision} 版）。' }
const MANAGED = { en: 'The issue’s managed part shows revision {revision}.', zh: 'issue 中由工具维护的部分更新为第 {revision} 版。' }

/** B6: a change of time, place, people, agenda or materials is announced at once, with the difference. */
export function changeTelling({ entry }: Scene, before: Snapshot, snapshot: Snapshot): Telling {
  const because = { clause: 'B6', reason: REASON, data: { revision: entry.revision } } as const
  return { kind: 'change', revision: entry.revision, because, occasion: { kind: 'change', before, snapshot } }
}

export function updateIssue(scene: Scene, before: Snapshot, snapshot: Snapshot, issue: number): UpdateIssue {
  const people = audience(snapshot).map((each) => each.key)
  const telling: Telling = { ...changeTelling(scene, before, snapshot), because: { clause: 'B6', reason: MANAGED, data: { revision: scene.entry.revision } }, occasion: { kind: 'invitation', snapshot } }
  return { ...common(scene, telling, 'issue', people), way: 'issue', act: 'update', issue, before, mentions: snapshot.channels.includes('github') ? people : [] }
}
