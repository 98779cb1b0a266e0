import { createHash } from 'node:crypto'

/** Whoever reads the database learns no token from it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
