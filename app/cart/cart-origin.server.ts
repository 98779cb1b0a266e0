import { isIPv6 } from 'node:net'
import type { Environment } from '~/platform/env.server'
import { signedToken } from '~/platform/ids.server'

/** Where a cart was opened from, as a name that tells nobody the address. */
export function cartOrigin(address: string, env: Pick<Environment, 'LINK_SECRET'>): string {
  return signedToken(env.LINK_SECRET, 'cart-origin', isIPv6(address) ? networkOf(address) : address)
}

/** The first 64 bits: a household has them all to itself and may change the rest as it likes. */
function networkOf(address: string): string {
  if (address.startsWith('::ffff:')) return address.slice(7)
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(missing).fill('0')].slice(0, 4).join(':')
}
