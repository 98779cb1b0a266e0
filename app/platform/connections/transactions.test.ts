import { sql } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import { expect, test } from '../../../tests/shop-test'
import { type Database, inTransaction, openDatabase } from '../db.server'

/** A table, and a few connections to write into it. */
async function openNotes(url: string, { connections }: { connections: number }): Promise<Database> {
  const { db, close } = openDatabase(url, { poolSize: connections })
  onTestFinished(close)
  await db.execute(sql`create table notes (note text)`)
  return db
}

async function notes(db: Database): Promise<unknown[]> {
  return (await db.execute(sql`select note from notes order by note`)).map((row) => row.note)
}

async function note(db: Database, text: string) {
  await db.execute(sql`insert into notes values (${text})`)
}

test('a transaction begun while all connections have much to send is on one of its own', async ({
  ownDb,
  ownDbUrl,
}) => {
  const db = await openNotes(ownDbUrl, { connections: 2 })
  await Promise.all([1, 2].map(() => db.execute(sql`select pg_sleep(0.05)`)))

  // About as many statements as postgres.js sends ahead on two connections.
  for (let ahead = 195; ahead <= 210; ahead++) {
    const alone = Array.from({ length: ahead }, async () => void (await db.execute(sql`select 1`)))
    await new Promise((resolve) => process.nextTick(resolve))
    await inTransaction(db, (tx) => note(tx, `ahead ${ahead}`))
    await Promise.all(alone)
  }

  expect(await notes(ownDb)).toHaveLength(16)
})

test('where a statement failed nothing is committed, and whoever hid the failure is told', async ({
  ownDbUrl,
}) => {
  const db = await openNotes(ownDbUrl, { connections: 2 })

  const hiding = inTransaction(db, async (tx) => {
    await note(tx, 'before')
    await tx.execute(sql`select 1 / 0`).catch(() => {})
  })

  await expect(hiding).rejects.toThrow('nothing was committed')
  expect(await notes(db)).toEqual([])
})

test('a transaction whose connection is lost does nothing more on the one that takes its place', async ({
  ownDb,
  ownDbUrl,
}) => {
  const db = await openNotes(ownDbUrl, { connections: 1 })

  let going: Promise<void> | undefined
  const losing = inTransaction(db, async (tx) => {
    await note(tx, 'before')
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    going = goOn(tx, row?.pid)
    await going
  })
  async function goOn(tx: Database, pid: number | undefined) {
    await ownDb.execute(sql`select pg_terminate_backend(${pid}::int)`)
    await note(db, 'somebody else')
    await note(tx, 'after')
  }

  await expect(losing).rejects.toThrow()
  await expect(going).rejects.toThrow()
  expect(await notes(db)).toEqual(['somebody else'])
})

test('what still runs when a transaction has failed writes nothing for itself', async ({ ownDbUrl }) => {
  const db = await openNotes(ownDbUrl, { connections: 2 })
  let late: Promise<void> | undefined

  const failing = inTransaction(db, async (tx) => {
    late = notedLater(tx)
    await Promise.all([late, tx.execute(sql`select 1 / 0`)])
  })
  async function notedLater(tx: Database) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    await note(tx, 'late')
  }

  await expect(failing).rejects.toThrow()
  await expect(late).rejects.toThrow()
  expect(await notes(db)).toEqual([])
})
