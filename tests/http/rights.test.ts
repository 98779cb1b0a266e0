import { eq, sql } from 'drizzle-orm'
import { accountSessions, accounts } from '~/identity/account-tables.server'
import type { Database } from '~/platform/db.server'
import { expect, type RunningWeb, startProcess, test } from '../running-web'

const PATIENCE_MS = 120_000

async function statusOf(origin: string, cookie: string, path = '/admin/orders'): Promise<number> {
  const answer = await fetch(origin + path, { redirect: 'manual', headers: { cookie, origin } })
  await answer.arrayBuffer()
  return answer.status
}

/** A clerk who is signed in, and has just been let in by two processes of the shop. */
async function aClerkAtTwoDoors(db: Database, url: string, web: RunningWeb) {
  const second = await startProcess({ databaseUrl: url })
  const cookie = await web.signedIn(8)
  const doors = [web.origin, second.origin]
  const [account] = await db.select({ id: accounts.id }).from(accounts)
  for (const door of doors) expect(await statusOf(door, cookie)).toBe(200)
  return {
    id: account?.id ?? '',
    cookie,
    async [Symbol.asyncDispose]() {
      await second.stop()
    },
    atBothDoors: () => Promise.all(doors.map((door) => statusOf(door, cookie))),
  }
}

test(
  'a lower level, a lock and an ended session are felt by the very next request at every process',
  async ({ ownDb, ownDbUrl, web }) => {
    await using clerk = await aClerkAtTwoDoors(ownDb, ownDbUrl, web)

    await ownDb.update(accounts).set({ level: 1 }).where(eq(accounts.id, clerk.id))
    expect(await clerk.atBothDoors()).toEqual([403, 403])

    await ownDb.update(accounts).set({ level: 8 }).where(eq(accounts.id, clerk.id))
    expect(await clerk.atBothDoors()).toEqual([200, 200])

    await ownDb.update(accounts).set({ lockedAt: sql`now()` }).where(eq(accounts.id, clerk.id))
    expect(await clerk.atBothDoors()).toEqual([302, 302])

    await ownDb.update(accounts).set({ lockedAt: null }).where(eq(accounts.id, clerk.id))
    expect(await clerk.atBothDoors()).toEqual([200, 200])
    await ownDb.delete(accountSessions)
    expect(await clerk.atBothDoors()).toEqual([302, 302])
  },
  PATIENCE_MS,
)

test(
  'who signs out at one process is signed out at the other',
  async ({ ownDb, ownDbUrl, web }) => {
    await using clerk = await aClerkAtTwoDoors(ownDb, ownDbUrl, web)

    const out = await web.ask('/sign-out', {
      method: 'POST',
      headers: { cookie: clerk.cookie },
      body: new URLSearchParams({ out: '1' }),
    })

    expect(out.status).toBe(302)
    expect(await clerk.atBothDoors()).toEqual([302, 302])
  },
  PATIENCE_MS,
)
