import type { Environment } from '~/platform/env.server'
import { hostCookie } from '~/platform/host-cookie.server'
import type { KnownDevice } from './sign-in/known-device.server'

type CookieSettings = Pick<Environment, 'ORIGIN'>

const DAYS = 365
const VALUE = /^[\w-]{27}(?:\.[\w-]{27}){1,5}$/

/** Outlives the session; it lets nobody in, and no page but the sign-in looks at it (see server/page-cache/key-of-page.ts). */
const deviceCookie = (env: CookieSettings) => hostCookie('device', env)

export async function readDevice(
  env: CookieSettings,
  cookieHeader: string | null,
): Promise<KnownDevice | null> {
  const value = await deviceCookie(env).read(cookieHeader)
  if (typeof value !== 'string' || !VALUE.test(value)) return null
  const [id = '', ...proofs] = value.split('.')
  return { id, proofs }
}

export function rememberDevice(env: CookieSettings, { id, proofs }: KnownDevice): Promise<string> {
  return deviceCookie(env).keep([id, ...proofs].join('.'), { days: DAYS })
}
