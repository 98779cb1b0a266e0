import { createCookie } from '@remix-run/node'
import type { Environment } from '~/platform/env.server'
import { SESSION_DAYS } from './sessions.server'

type CookieSettings = Pick<Environment, 'ORIGIN' | 'SESSION_SECRET'>

const SESSION_ID = /^[\w-]{43}$/

/** `__Host-` binds the cookie to this very host; browsers accept it over https alone. */
function sessionCookie(env: CookieSettings) {
  const isSecure = env.ORIGIN.startsWith('https://')
  return createCookie(isSecure ? '__Host-session' : 'session', {
    secrets: [env.SESSION_SECRET],
    httpOnly: true,
    secure: isSecure,
    sameSite: 'lax',
    path: '/',
  })
}

export async function readSessionId(
  env: CookieSettings,
  cookieHeader: string | null,
): Promise<string | null> {
  const value: unknown = await sessionCookie(env)
    .parse(cookieHeader)
    .catch(() => null)
  return typeof value === 'string' && SESSION_ID.test(value) ? value : null
}

export function rememberSession(env: CookieSettings, sessionId: string): Promise<string> {
  return sessionCookie(env).serialize(sessionId, { maxAge: SESSION_DAYS * 24 * 3600 })
}

export function forgetSession(env: CookieSettings): Promise<string> {
  return sessionCookie(env).serialize('', { maxAge: 0 })
}
