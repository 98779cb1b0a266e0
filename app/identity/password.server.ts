import { createHmac } from 'node:crypto'
import bcrypt from 'bcrypt'
import pLimit from 'p-limit'

const COST = 12
const RUNNING = 2
const WAITING = 20

/** bcrypt fills a core for a quarter of a second: two at once leave the other requests their share of the machine. */
const queue = pLimit(RUNNING)

/** Too many sign-ins wait already; the caller should answer 503 and ask to come back. */
export class TooBusyToHash extends Error {}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (queue.pendingCount >= WAITING) throw new TooBusyToHash('Too many passwords are being checked')
  return queue(work)
}

/**
 * bcrypt reads 72 bytes and ignores the rest, so it is given a digest of the whole password (64 characters). NFKC makes
 * an accent typed on two keyboards the same password.
 */
function digest(password: string, pepper: string): string {
  return createHmac('sha384', pepper).update(password.normalize('NFKC')).digest('base64')
}

/** What is kept of a password. @throws TooBusyToHash */
export async function hashPassword(password: string, pepper: string): Promise<string> {
  return `bcrypt-sha384:${await inTurn(() => bcrypt.hash(digest(password, pepper), COST))}`
}

/** Compared against when no account is found, so that the answer takes as long as for one that exists. */
const NOBODY = `bcrypt-sha384:$2b$12$${'C6UzMDM.H6dfI/f/IKcEe.'}${'5'.repeat(31)}`

/** @throws TooBusyToHash */
export async function isPassword(
  password: string,
  stored: string | undefined,
  pepper: string,
): Promise<boolean> {
  const [scheme, hash] = splitScheme(stored ?? NOBODY)
  if (scheme !== 'bcrypt-sha384') throw new Error(`Unknown password scheme ${scheme}`)
  const matches = await inTurn(() => bcrypt.compare(digest(password, pepper), hash))
  return stored !== undefined && matches
}

function splitScheme(stored: string): [scheme: string, hash: string] {
  const colon = stored.indexOf(':')
  return [stored.slice(0, colon), stored.slice(colon + 1)]
}
