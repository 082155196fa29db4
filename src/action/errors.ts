/** The workflow asks for something that cannot be done; the message says what to write instead. */
export class InputError extends Error {}

/** `.convoke.yml` or the people input is wrong; the places were told already. */
export class ConfigError extends Error {}
