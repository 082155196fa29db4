// npm run demo: installs and builds what is missing, then lives through four weeks of a team's meetings.
import { build, installIfNeeded, run } from './install.mjs'

installIfNeeded()
build()
run(process.execPath, ['--import', 'tsx', 'scripts/demo/run.ts', ...process.argv.slice(2)])
