import type { Environment } from '~/platform/env.server'
import { hostCookie } from '~/platform/host-cookie.server'
import { rememberDevice } from './device-cookie.server'
import { SESSION_DAYS } from './sessions.server'
import type { KnownDevice } from './sign-in/known-device.server'

type CookieSettings = Pick<Environment, 'ORIGIN' | 'SESSION_SECRET'>

const SESSION_ID = /^[\w-]{43}$/

const sessionCookie = (env: CookieSettings) => hostCookie('session', env, { secrets: [env.SESSION_SECRET] })

export async function readSessionId(
  env: CookieSettings,
  cookieHeader: string | null,
): Promise<string | null> {
  const value = await sessionCookie(env).read(cookieHeader)
  return typeof value === 'string' && SESSION_ID.test(value) ? value : null
}

export function rememberSession(env: CookieSettings, sessionId: string): Promise<string> {
  return sessionCookie(env).keep(sessionId, { days: SESSION_DAYS })
}

/** The cookies of who has just signed in. */
export async function signedInHeaders(
  env: CookieSettings,
  { sessionId, device }: { sessionId: string; device: KnownDevice },
): Promise<Headers> {
  const headers = new Headers()
  headers.append('Set-Cookie', await rememberSession(env, sessionId))
  headers.append('Set-Cookie', await rememberDevice(env, device))
  return headers
}

export function forgetSession(env: CookieSettings): Promise<string> {
  return sessionCookie(env).forget()
}
