// npm run generate: writes everything that is made from source; with --check it only compares.
import { run } from './install.mjs'
import { existsSync } from 'node:fs'

for (const script of ['generate-holidays', 'generate-templates', 'generate-schemas', 'generate-docs', 'generate-action']) {
  if (existsSync(`scripts/${script}.ts`)) run(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...process.argv.slice(2)])
}
