/*
 * Runs plans on a forge in a folder and kills itself, with SIGKILL, at one write to the disk: before it or after it. So a test can
 * see what a run that died anywhere leaves behind. Arguments: a JSON file with the moments, the folder, the number of the write
 * (0 for none) and `before` or `after`. Prints the number of writes when it reaches the end.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskFiles } from '../../src/adapters/disk/disk.ts'
import { nodeDisk, type Disk } from '../../src/adapters/folder/durable.ts'
import { folderForge } from '../../src/adapters/folder/forge.ts'
import { applyRun } from '../../src/app/run.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import { layDown, type Moment } from './moments.ts'

const [scenario = '', folder = '', killAt = '0', when = 'before'] = process.argv.slice(2)
const { config: configText, moments } = JSON.parse(readFileSync(scenario, 'utf8')) as { config: string; moments: Moment[] }
const { config } = parseConfig(configText)

let writes = 0
function counted<T>(write: () => T): T {
  writes++
  if (writes === Number(killAt) && when === 'before') process.kill(process.pid, 'SIGKILL')
  const result = write()
  if (writes === Number(killAt) && when === 'after') process.kill(process.pid, 'SIGKILL')
  return result
}
const disk: Disk = {
  ...nodeDisk,
  replace: (path, content) => counted(() => nodeDisk.replace(path, content)),
  create: (path, content) => counted(() => nodeDisk.create(path, content)),
  remove: (path) => counted(() => nodeDisk.remove(path)),
}

for (const moment of moments) {
  layDown(folder, moment)
  const world = { ...folderForge(join(folder, 'forge'), disk), files: diskFiles(join(folder, 'repository')) }
  await applyRun({ world, config, now: Date.parse(moment.now) })
}
process.stdout.write(String(writes))
