import { serveProcess } from './node.ts'

/** The file that an editor's client forks; it says by an argument (`--node-ipc`, `--stdio`, …) how it wants to speak. */
serveProcess()
