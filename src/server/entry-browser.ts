import { serveWorker } from './browser.ts'

/** The file that a browser's client starts as a worker. */
serveWorker()
