import type { Config } from '../config/model.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { MeetingFile, Workspace } from '../rules/rule.ts'
import { WorkspaceIndex } from './workspace-index.ts'

/** Indexes the meetings of a repository by id and by time, once a run. */
export function indexWorkspace(files: readonly MeetingFile[], config: Config, now: Instant): Workspace {
  const index = new WorkspaceIndex(config, now)
  for (const each of files) index.put(each)
  return index
}
