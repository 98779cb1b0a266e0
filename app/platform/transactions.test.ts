import { sql } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import { expect, test } from '../../tests/shop-test'
import { type Database, inTransaction, openDatabase } from './db.server'

function open(url: string, poolSize: number): Database {
  const { db, close } = openDatabase(url, { poolSize })
  onTestFinished(close)
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
  await ownDb.execute(sql`create table notes (note text)`)
  const db = open(ownDbUrl, 2)
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
  ownDb,
  ownDbUrl,
}) => {
  await ownDb.execute(sql`create table notes (note text)`)
  const db = open(ownDbUrl, 2)

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
  await ownDb.execute(sql`create table notes (note text)`)
  const db = open(ownDbUrl, 1)

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
