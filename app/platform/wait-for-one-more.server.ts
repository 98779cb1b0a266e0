import { and, desc, gt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './db.server'

export type PeriodLimit = { most: number; minutes: number }

type Counted = PeriodLimit & {
  table: PgTable
  at: PgColumn
  which: SQL | undefined
}

/** In how many seconds there may be one more row, where as many as a period allows are there already; else no row. */
export function waitForOneMore(db: Database, { table, at, which, most, minutes }: Counted) {
  const period = sql`make_interval(mins => ${minutes})`
  return db
    .select({ seconds: sql<number>`ceil(extract(epoch from ${at} + ${period} - clock_timestamp()))::int` })
    .from(table)
    .where(and(which, gt(at, sql`clock_timestamp() - ${period}`)))
    .orderBy(desc(at))
    .offset(most - 1)
    .limit(1)
}
