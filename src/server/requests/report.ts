import { reportRepository } from '../../app/report.ts'
import { reportPage } from '../../core/report/html/page.ts'
import type { Requests } from '../protocol.ts'
import type { Session } from '../session.ts'
import { seen } from './plan.ts'

/** How far the meetings of the first repository keep to the procedure, as they stand in the editor: one page without script. Earlier times are not looked at: that is the command line's. */
export async function report(session: Session): Promise<Requests['convoke/report']['result']> {
  const [workspace] = session.workspaces()
  if (workspace === undefined) return null
  await workspace.ready()
  const { config, now, place, root } = workspace
  const made = await reportRepository({ files: seen(workspace, session), history: place.history, config, now, most: 0 })
  return { html: reportPage(made, decodeURIComponent(root.uri.slice(root.uri.lastIndexOf('/') + 1)), session.language) }
}
