import { rememberSession } from '~/identity/session-cookie.server'
import { SECRETS } from './running-web'

/** The Cookie header that a browser would send for a session of the tests' web process. */
export async function sessionCookieFor(sessionId: string): Promise<string> {
  const header = await rememberSession(
    { ORIGIN: 'http://localhost', SESSION_SECRET: SECRETS.SESSION_SECRET },
    sessionId,
  )
  return header.split(';')[0] ?? ''
}
