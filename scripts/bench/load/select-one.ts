import { sql } from 'drizzle-orm'
import { openDatabase } from '~/platform/db.server'
import type { Load } from './jobs'
import { repeatedly, startTally } from './tally'

/** The least that a question to Postgres costs, through the pool that the shop uses. */
export async function selectOne({
  databaseUrl,
  ...how
}: {
  databaseUrl: string
  atOnce: number
  seconds: number
}): Promise<Load> {
  const { db, close } = openDatabase(databaseUrl, { name: 'comptoir-bench-floor' })
  const tally = startTally()
  await repeatedly(how, async () => {
    const began = performance.now()
    await db.execute(sql`select ${1}::int`)
    tally.count(performance.now() - began)
  })
  await close()
  return tally.end()
}
