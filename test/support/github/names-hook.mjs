// Loaded before the Action in tests: the chat services' hosts are on this machine.
import dns from 'node:dns/promises'
import { syncBuiltinESMExports } from 'node:module'

const real = dns.lookup
const own = new Set((process.env.TEST_HOSTS ?? '').split(','))
dns.lookup = (host, options) => (own.has(host) ? Promise.resolve(options?.all ? [{ address: '127.0.0.1', family: 4 }] : { address: '127.0.0.1', family: 4 }) : real(host, options))
syncBuiltinESMExports()
