import { VERSION } from '../app/version.ts'

export { VERSION }

declare const CONVOKE_BUILD: string | undefined

/** Names the sources that this program was built from: what an older build remembered is not believed. */
export const BUILD = typeof CONVOKE_BUILD === 'undefined' ? `${VERSION}-source-${process.pid}` : CONVOKE_BUILD
