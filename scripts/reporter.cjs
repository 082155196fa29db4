// Mocha's dot reporter, with the counts written to a file as well.
const { writeFileSync } = require('node:fs')
const { reporters, Runner } = require('mocha')

module.exports = class extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options)
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats
      writeFileSync(options.reporterOptions.output, JSON.stringify({ passes, failures, pending }))
    })
  }
}
