import { isSameToken, signedToken } from '~/platform/ids.server'

type Linked = { id: string; linkSalt: string }

/** The guest's key to an order. It is computed, not stored; a new salt makes all earlier ones worthless. */
export function orderToken({ id, linkSalt }: Linked, secret: string): string {
  return signedToken(secret, 'order', id, linkSalt)
}

/** Whether what came with a link opens this order; takes as long for any wrong one. */
export function isOrderToken(order: Linked, given: string | null, secret: string): boolean {
  return given !== null && isSameToken(given, orderToken(order, secret))
}

/** In French; `localPath` makes it English. */
export function orderPath(order: Linked & { number: string }, secret: string): string {
  return `/order/${order.number}?token=${orderToken(order, secret)}`
}
