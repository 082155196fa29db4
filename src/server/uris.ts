/** A workspace folder: what its files are called by a client, and what they are called here. */
export interface Root {
  readonly uri: string
  /** The path below the folder, `/` between parts; undefined for a file that is not below it. */
  pathOf(uri: string): string | undefined
  uriOf(path: string): string
}

/** The folder at a URI. Clients write one URI in several ways (`C:` or `c%3A`), so URIs are compared as what they mean. */
export function rootAt(uri: string): Root {
  const base = uri.replace(/\/+$/, '')
  const prefix = `${meaning(base)}/`
  return {
    uri: base,
    pathOf: (other) => {
      const meant = meaning(other)
      return meant.startsWith(prefix) && meant.length > prefix.length ? meant.slice(prefix.length) : undefined
    },
    uriOf: (path) => `${base}/${path.split('/').map(encode).join('/')}`,
  }
}

function meaning(uri: string): string {
  let decoded = uri
  try {
    decoded = decodeURIComponent(uri)
  } catch {
    // A lone percent sign stands for itself.
  }
  return decoded.replace(/^(file:\/\/\/)([A-Z])(?=:)/, (_whole, scheme: string, drive: string) => scheme + drive.toLowerCase())
}

/** As RFC 3986 has it: what `encodeURIComponent` leaves alone beside letters and digits is encoded too, as most clients do. */
function encode(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
