import { BlockList, isIP } from 'node:net'

/**
 * True for an address of the public internet. Everything else is refused to a webhook: this machine, private and link-local
 * networks (where clouds keep their metadata services), shared, reserved, documentation and multicast ranges (RFC 6890), and the
 * forms of IPv6 that carry an IPv4 address within.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !CLOSED.check(address, 'ipv4')
  return family === 6 && !address.includes('%') && GLOBAL.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6')
}

const CLOSED = new BlockList()
const GLOBAL = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) CLOSED.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) CLOSED.addSubnet(network, bits, 'ipv6')
GLOBAL.addSubnet('2000::', 3, 'ipv6')
