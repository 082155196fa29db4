import type { Requests } from '../protocol.ts'
import type { Session } from '../session.ts'

/** People, groups and rooms of the folder's configuration, for pickers: of the folder that holds `uri`, else of the first. */
export async function directory({ workspaces, find }: Session, { uri }: Requests['convoke/directory']['params']): Promise<Requests['convoke/directory']['result']> {
  const workspace = (uri === undefined ? undefined : find(uri)?.workspace) ?? workspaces()[0]
  if (workspace === undefined) return { people: [], groups: [], rooms: [], root: '' }
  await workspace.ready()
  const { config, root } = workspace
  return {
    people: [...config.people.values()].map(({ key, name, outside }) => ({ key, name: name ?? key, outside, filter: name === undefined ? key : `${name} ${key}` })),
    groups: [...config.groups.keys()],
    rooms: [...config.rooms.values()].map(({ key, name, capacity }) => ({ key, name: name ?? key, ...(capacity === undefined ? {} : { capacity }) })),
    root: root.uri, ...(config.timezone === undefined ? {} : { timezone: config.timezone }),
  }
}
