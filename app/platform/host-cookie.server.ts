import { createCookie } from '@remix-run/node'
import type { Environment } from './env.server'

/**
 * A cookie of this very host: `__Host-` binds it there, and browsers accept it over https alone. Scripts never see it. With
 * `secrets` it is signed, and what was altered reads as missing.
 */
export function hostCookie(
  name: string,
  { ORIGIN }: Pick<Environment, 'ORIGIN'>,
  { secrets = [] }: { secrets?: string[] } = {},
) {
  const isSecure = ORIGIN.startsWith('https://')
  const cookie = createCookie(isSecure ? `__Host-${name}` : name, {
    secrets,
    httpOnly: true,
    secure: isSecure,
    sameSite: 'lax',
    path: '/',
  })
  return {
    /** What the browser sent, to be checked by whoever asks; null where it is missing or unreadable. */
    read: (cookieHeader: string | null): Promise<unknown> => cookie.parse(cookieHeader).catch(() => null),

    /** The `Set-Cookie` that keeps a value for so long. */
    keep: (value: unknown, { days }: { days: number }): Promise<string> =>
      cookie.serialize(value, { maxAge: days * 24 * 3600 }),

    forget: (): Promise<string> => cookie.serialize('', { maxAge: 0 }),
  }
}
