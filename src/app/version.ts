declare const CONVOKE_VERSION: string | undefined

/** The package's version; the build writes it in. */
export const VERSION = typeof CONVOKE_VERSION === 'string' ? CONVOKE_VERSION : '0.0.0-source'
