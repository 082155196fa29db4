/** The user asked for something that cannot be: exit status 2, the message alone. */
export class UsageError extends Error {}

/** `.convoke.yml` has errors: exit status 2, each with its place. */
export class ConfigurationError extends Error {
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}
