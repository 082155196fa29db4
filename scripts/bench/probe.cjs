// Loaded into the measured server before anything else (node --require): tells, when asked by a signal, how long its event loop was held
// at most and how long the process computed since it was asked last, and how much memory it has. Where the system tells it (Linux), a hold
// is counted in processor time of the main thread, so that what other programs take on a busy machine is not held against the server.
const { openSync, readSync, writeSync } = require('node:fs')

let last = mainThread()
let longest = 0
let before = process.cpuUsage()
setInterval(() => {
  const now = mainThread()
  longest = Math.max(longest, now - last)
  last = now
}, 1).unref()
process.on('SIGUSR2', () => {
  const { user, system } = process.cpuUsage(before)
  before = process.cpuUsage()
  writeSync(2, `${JSON.stringify({ longest, computed: (user + system) / 1e3, memory: process.memoryUsage().rss / 1e6 })}\n`)
  longest = 0
})

/** Milliseconds that the main thread has computed. */
function mainThread() {
  try {
    mainThread.file ??= openSync(`/proc/self/task/${process.pid}/schedstat`, 'r')
    mainThread.bytes ??= Buffer.alloc(64)
    return Number(mainThread.bytes.toString('latin1', 0, readSync(mainThread.file, mainThread.bytes, 0, 64, 0)).split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}
