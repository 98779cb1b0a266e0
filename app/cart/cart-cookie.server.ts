import { createCookie } from '@remix-run/node'
import type { Environment } from '~/platform/env.server'

type CookieSettings = Pick<Environment, 'ORIGIN'>

const TOKEN = /^[\w-]{27}$/
const DAYS = 60

/** The token alone opens the cart, so only its hash is stored, and scripts never see it. */
function cartCookie({ ORIGIN }: CookieSettings) {
  const isSecure = ORIGIN.startsWith('https://')
  return createCookie(isSecure ? '__Host-cart' : 'cart', {
    httpOnly: true,
    secure: isSecure,
    sameSite: 'lax',
    path: '/',
  })
}

export async function readCartToken(request: Request, env: CookieSettings): Promise<string | null> {
  const value: unknown = await cartCookie(env)
    .parse(request.headers.get('Cookie'))
    .catch(() => null)
  return typeof value === 'string' && TOKEN.test(value) ? value : null
}

/** The `Set-Cookie` that keeps the cart for the visitor's next visits. */
export function rememberCart(token: string, env: CookieSettings): Promise<string> {
  return cartCookie(env).serialize(token, { maxAge: DAYS * 24 * 3600 })
}
