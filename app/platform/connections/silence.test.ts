import { sql } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import { byWeakLink } from '../../../tests/a-weak-link'
import { expect, test } from '../../../tests/shop-test'
import { type Database, databaseAway, inTransaction, openDatabase } from '../db.server'

/** A database behind a link that can fail, with connections that were used already. */
async function aFarDatabase(url: string, { poolSize = 3 } = {}) {
  const { url: farUrl, link } = await byWeakLink(url)
  const { db, close } = openDatabase(farUrl, { poolSize, name: 'comptoir-far' })
  onTestFinished(async () => {
    link.mend()
    await close()
    await link.close()
  })
  await Promise.all(Array.from({ length: poolSize }, () => db.execute(sql`select pg_sleep(0.05)`)))
  return { db, link }
}

const ask = (db: Database) => db.execute(sql`select 1`)

/** How it ended, and after how many milliseconds. */
async function ending(work: Promise<unknown>) {
  const begun = performance.now()
  const how = await work.then(
    () => 'answered',
    (fault: unknown) => (databaseAway(fault) ? 'away' : String(fault)),
  )
  return { how, ms: performance.now() - begun }
}

test('a database that falls silent keeps nobody waiting, and is asked again once it speaks', async ({
  ownDbUrl,
}) => {
  const { db, link } = await aFarDatabase(ownDbUrl)
  link.fallSilent()

  const many = await Promise.all(Array.from({ length: 50 }, () => ending(ask(db))))
  expect(many.map(({ how }) => how)).toEqual(many.map(() => 'away'))
  const next = await ending(ask(db))
  expect(next.how).toBe('away')
  // Who asks of a database that is known to be silent does not wait as those did who found out.
  expect(next.ms).toBeLessThan(Math.min(...many.map(({ ms }) => ms)) / 2)

  link.mend()
  await expect.poll(async () => (await ending(ask(db))).how, { timeout: 5_000 }).toBe('answered')
})

test('connections that lead nowhere are thrown away while the database answers others', async ({
  ownDbUrl,
}) => {
  const { db, link } = await aFarDatabase(ownDbUrl)
  link.forgetConnections()

  const lost = await Promise.all(Array.from({ length: 5 }, () => ending(ask(db))))
  expect(lost.map(({ how }) => how)).toEqual(lost.map(() => 'away'))
  const found = await Promise.all(Array.from({ length: 5 }, () => ending(ask(db))))
  expect(found.map(({ how }) => how)).toEqual(found.map(() => 'answered'))
})

test('a statement that takes its time is waited for, and so is a lock', async ({ ownDb, ownDbUrl }) => {
  const { db } = await aFarDatabase(ownDbUrl, { poolSize: 1 })
  await ownDb.execute(sql`create table notes (note text)`)

  const slow = [db.execute(sql`select pg_sleep(2.5)`), ask(db)]
  const locked = ownDb.transaction(async (tx) => {
    await tx.execute(sql`lock table notes`)
    await tx.execute(sql`select pg_sleep(1.5)`)
  })

  await Promise.all([...slow, locked])
  await db.execute(sql`insert into notes values ('after')`)
})

test('a transaction whose commit was not answered is told so, and is not done again', async ({
  ownDb,
  ownDbUrl,
}) => {
  const { db, link } = await aFarDatabase(ownDbUrl)
  await ownDb.execute(sql`create table notes (note text)`)
  let times = 0

  const writing = inTransaction(db, async (tx) => {
    times += 1
    await tx.execute(sql`insert into notes values ('once')`)
    link.fallSilent()
  })

  expect((await ending(writing)).how).toBe('away')
  link.mend()
  await expect.poll(async () => (await ending(ask(db))).how, { timeout: 5_000 }).toBe('answered')
  expect(times).toBe(1)
})

test('a database that breaks off says so at once, and serves again as soon as it can be reached', async ({
  ownDbUrl,
}) => {
  const { db, link } = await aFarDatabase(ownDbUrl)
  link.break()

  const many = await Promise.all(Array.from({ length: 50 }, () => ending(ask(db))))
  expect(many.map(({ how }) => how)).toEqual(many.map(() => 'away'))

  link.mend()
  await expect.poll(async () => (await ending(ask(db))).how, { timeout: 5_000 }).toBe('answered')
  expect((await ending(inTransaction(db, (tx) => ask(tx)))).how).toBe('answered')
})
