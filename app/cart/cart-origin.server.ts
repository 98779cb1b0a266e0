import type { Environment } from '~/platform/env.server'
import { signedToken } from '~/platform/ids.server'
import { networkOf } from '~/platform/network-of.server'

/** Where a cart was opened from, as a name that tells nobody the IP. */
export function cartOrigin(clientIp: string, env: Pick<Environment, 'LINK_SECRET'>): string {
  return signedToken(env.LINK_SECRET, 'cart-origin', networkOf(clientIp))
}
