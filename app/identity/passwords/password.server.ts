import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Piscina } from 'piscina'
import { ourScheme, readStoredPassword } from './password-schemes'

const COST = 12
const MOST_WAITING = 20

// Beside the sources, or in the build where there are none; written by `scripts/build-processes.mjs`.
const SCRIPTS = ['app/identity/passwords/password-thread.mjs', 'build/password.js']

/** Too many sign-ins wait already; the caller should answer 503 and ask to come back. */
export class TooBusyToHash extends Error {}

/** What is kept of a password. @throws TooBusyToHash */
export async function hashPassword(password: string, pepper: string): Promise<string> {
  return ourScheme(await inThread<string>({ task: 'hash', password, pepper, cost: COST }))
}

/**
 * Whether a password is the one that is kept; `isOutdated` when that was made as another shop did, and should be made
 * anew. Takes as long when nothing is kept. @throws TooBusyToHash
 */
export async function comparePassword(
  password: string,
  stored: string | undefined,
  pepper: string,
): Promise<{ matches: boolean; isOutdated: boolean }> {
  const { scheme, hash } = (stored !== undefined && readStoredPassword(stored)) || NOTHING_KEPT
  const matches = await inThread<boolean>({ task: 'compare', password, pepper, cost: COST, scheme, hash })
  return { matches, isOutdated: matches && scheme !== 'bcrypt-sha384' }
}

/**
 * Whether somebody who tries likely passwords first would soon be there, given words that belong to its owner and to the
 * shop. @throws TooBusyToHash
 */
export function isEasilyGuessed(password: string, words: string[]): Promise<boolean> {
  return inThread({ task: 'judge', password, words })
}

const NOTHING_KEPT = { scheme: null, hash: '' }

let pool: Piscina | undefined

async function inThread<Answer>(job: object): Promise<Answer> {
  pool ??= openPool()
  if (pool.queueSize >= MOST_WAITING) throw new TooBusyToHash('Too many passwords are being hashed')
  return (await pool.run(job)) as Answer
}

/** A password fills a core for a third of a second: one core is left to the pages wherever there are two. */
function openPool(): Piscina {
  const filename = SCRIPTS.map((script) => resolve(script)).find((script) => existsSync(script))
  if (!filename) throw new Error(`None of ${SCRIPTS.join(', ')} is there`)
  return new Piscina({
    filename,
    minThreads: 0,
    maxThreads: Math.min(4, Math.max(1, availableParallelism() - 1)),
    idleTimeout: 30_000,
  })
}
