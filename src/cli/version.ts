declare const CONVOKE_VERSION: string | undefined

/** The package's version; the build writes it in. */
export const VERSION = typeof CONVOKE_VERSION === 'string' ? CONVOKE_VERSION : '0.0.0-source'

declare const CONVOKE_BUILD: string | undefined

/** Names the sources that this program was built from: what an older build remembered is not believed. */
export const BUILD = typeof CONVOKE_BUILD === 'undefined' ? `${VERSION}-source-${process.pid}` : CONVOKE_BUILD
