import { createCookie } from '@remix-run/node'
import type { Environment } from '~/platform/env.server'
import type { KnownDevice } from './sign-in/known-device.server'

type CookieSettings = Pick<Environment, 'ORIGIN'>

const YEAR_SECONDS = 365 * 24 * 3600
const VALUE = /^[\w-]{27}(?:\.[\w-]{27}){1,5}$/

/** Outlives the session; it lets nobody in, and no page but the sign-in looks at it (see server/page-cache/key-of-page.ts). */
function deviceCookie({ ORIGIN }: CookieSettings) {
  const isSecure = ORIGIN.startsWith('https://')
  return createCookie(isSecure ? '__Host-device' : 'device', {
    httpOnly: true,
    secure: isSecure,
    sameSite: 'lax',
    path: '/',
  })
}

export async function readDevice(
  env: CookieSettings,
  cookieHeader: string | null,
): Promise<KnownDevice | null> {
  const value: unknown = await deviceCookie(env)
    .parse(cookieHeader)
    .catch(() => null)
  if (typeof value !== 'string' || !VALUE.test(value)) return null
  const [id = '', ...proofs] = value.split('.')
  return { id, proofs }
}

export function rememberDevice(env: CookieSettings, { id, proofs }: KnownDevice): Promise<string> {
  return deviceCookie(env).serialize([id, ...proofs].join('.'), { maxAge: YEAR_SECONDS })
}
