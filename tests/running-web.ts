import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { createAccount } from '~/identity/create-account.server'
import { startSession } from '~/identity/sessions.server'
import type { Database } from '~/platform/db.server'
import { freePort } from '../scripts/bring-up/ports'
import { test as shopTest } from './shop-test'
import { SECRETS, sessionCookieFor } from './test-secrets'

export type RunningWeb = {
  origin: string
  /** A request as a browser makes it from a page of the shop; redirects are shown, not followed. */
  ask: (path: string, init?: RequestInit) => Promise<Response>
  /** The Cookie header of a new account of this level that is signed in. */
  signedIn: (level: number) => Promise<string>
}

type StartOptions = {
  databaseUrl: string
  env?: Record<string, string>
  script?: 'server' | 'worker'
  /** A free one, unless a process takes the place of one that died. */
  port?: number
}

/** Starts the built web process (or worker) on a database of the test's own. */
export async function startProcess({ databaseUrl, env = {}, script = 'server', port: given }: StartOptions) {
  const file = `build/${script}.js`
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\` first`)
  const port = given ?? (await freePort(0))
  const origin = `http://localhost:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-web-'))
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      ORIGIN: origin,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisOf(databaseUrl),
      DATA_DIRECTORY: folder,
      SANDBOX_BANK: 'true',
      // Load comes from one machine; each visitor then names an IP of its own.
      TRUSTED_PROXY_HOPS: '1',
      LOG_LEVEL: 'error',
      ...SECRETS,
      ...env,
    },
  })
  if (script === 'server') await untilLive(origin, child)
  return {
    origin,
    /** As the system kills it, in the middle of whatever it does. */
    async die() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    /** Answers what it ended with: 0 when it stopped as it should. */
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
      return child.exitCode
    },
  }
}

async function untilLive(origin: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${origin}/health/live`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error('The web process did not start')
}

export const test = shopTest.extend<{ web: RunningWeb }>({
  web: async ({ ownDb, ownDbUrl }, use) => {
    const { origin, stop } = await startProcess({ databaseUrl: ownDbUrl })
    await use({
      origin,
      ask: (path, init = {}) =>
        fetch(origin + path, { redirect: 'manual', ...init, headers: { origin, ...init.headers } }),
      signedIn: (level) => signInSomebody(ownDb, level),
    })
    await stop()
  },
})

/** One Redis serves many tests: each database has keys of its own there. */
function redisOf(databaseUrl: string): string {
  const redisUrl = inject('redisUrl')
  return redisUrl ? `${redisUrl}?keyPrefix=${new URL(databaseUrl).pathname.slice(1)}:` : ''
}

async function signInSomebody(db: Database, level: number): Promise<string> {
  const email = `level-${level}-${Math.random().toString(36).slice(2)}@comptoir.test`
  const outcome = await createAccount(db, {
    email,
    password: 'correct horse battery staple',
    level,
    pepper: SECRETS.PASSWORD_PEPPER,
  })
  if (!outcome.ok) throw new Error(outcome.reason)
  return sessionCookieFor(
    await startSession({ db }, { accountId: outcome.accountId, userAgent: 'test', clientIp: '203.0.113.7' }),
  )
}

export { describe, expect } from 'vitest'
