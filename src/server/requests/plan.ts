import { planRun } from '../../app/plan-run.ts'
import type { Forge } from '../../app/forge.ts'
import { planMarkdown } from '../../core/render/plan/markdown.ts'
import type { Files } from '../../ports/files.ts'
import type { Requests } from '../protocol.ts'
import type { Session } from '../session.ts'
import { slices } from '../slices.ts'
import type { Workspace } from '../workspace.ts'

/**
 * What merging the repository as it stands in the editor would send, by what the ledger at hand says was sent already. With `uri`
 * only that meeting is looked at. Nothing is written, and no network is asked.
 */
export async function plan(session: Session, { uri }: Requests['convoke/plan']['params']): Promise<Requests['convoke/plan']['result']> {
  const place = uri === undefined ? undefined : session.find(uri)
  const chosen = uri === undefined ? session.workspaces() : place === undefined ? [] : [place.workspace]
  const parts: string[] = []
  let effects = 0
  for (const workspace of chosen) {
    await workspace.ready()
    const { config, now, root } = workspace
    const forge = await workspace.place.forge()
    const files = seen(workspace, session)
    const only = place === undefined ? undefined : place.file
    const world = only === undefined ? { ...forge, files } : { ...alone(forge, workspace.entry(only)?.meeting.fields.id?.value), files: { ...files, list: () => Promise.resolve([only]) } }
    const { plan: planned } = await planRun({ world, config, now })
    effects += planned.effects.length
    const title = chosen.length > 1 ? `## ${root.uri.slice(root.uri.lastIndexOf('/') + 1)}\n\n` : ''
    parts.push(`${title}${planMarkdown(planned, config, session.language)}`)
  }
  return { markdown: `${parts.join('\n\n')}\n`, effects }
}

/** The files as they stand in the editor, read in slices. */
export function seen(workspace: Workspace, { host }: Session): Files {
  const { files } = workspace.place
  const { breathe } = slices(host)
  return {
    ...files,
    list: () => Promise.resolve(workspace.files.map((each) => each.file)),
    readText: async (path, limit) => {
      await breathe()
      const open = workspace.texts.get(path)
      return open === undefined ? files.readText(path, limit) : { text: open.text }
    },
    write: () => Promise.reject(new Error('a plan in the editor writes nothing')),
  }
}

/** The forge as one meeting sees it: what was sent of others is no part of its plan. */
function alone(forge: Forge, id: string | undefined): Forge {
  return { ...forge, ledger: { ...forge.ledger, ids: async () => (await forge.ledger.ids()).filter((each) => each === id) } }
}
