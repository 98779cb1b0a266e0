import { isIPv6 } from 'node:net'

/**
 * The part of an IP that one caller cannot change as they like: an IPv4 address, or the first 64 bits of an IPv6
 * one, which a household or a rented machine has all to itself. What is counted per caller is counted by it.
 */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  if (ip.startsWith('::ffff:')) return ip.slice('::ffff:'.length)
  const [head = '', tail] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(missing).fill('0')].slice(0, 4).join(':')
}
