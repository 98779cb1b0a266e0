import { rememberSession } from '~/identity/session-cookie.server'

export const SECRETS = {
  SESSION_SECRET: 'session-secret-of-the-tests-0123456789',
  LINK_SECRET: 'link-secret-of-the-tests-0123456789abc',
  PASSWORD_PEPPER: 'pepper-of-the-tests-0123456789abcdef',
}

/** The Cookie header that a browser would send for a session of the tests' web process. */
export async function sessionCookieFor(sessionId: string): Promise<string> {
  const header = await rememberSession(
    { ORIGIN: 'http://localhost', SESSION_SECRET: SECRETS.SESSION_SECRET },
    sessionId,
  )
  return header.split(';')[0] ?? ''
}
