import { createHash } from 'node:crypto'
import type { Environment } from '~/platform/env.server'
import { hostCookie } from '~/platform/host-cookie.server'

type CookieSettings = Pick<Environment, 'ORIGIN'>

const TOKEN = /^[\w-]{27}$/
const DAYS = 60

export async function readCartToken(request: Request, env: CookieSettings): Promise<string | null> {
  const value = await hostCookie('cart', env).read(request.headers.get('Cookie'))
  return typeof value === 'string' && TOKEN.test(value) ? value : null
}

/** The `Set-Cookie` that keeps the cart for the visitor's next visits. */
export function rememberCart(token: string, env: CookieSettings): Promise<string> {
  return hostCookie('cart', env).keep(token, { days: DAYS })
}

/** The token alone opens the cart: what is stored of it lets nobody who reads the database have it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
