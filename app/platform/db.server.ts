import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { renewableClient } from './connections/renewable-client.server'
import { openWitness } from './connections/witness.server'

/** The database, or a transaction of it: commands take either. */
export type Database = PgDatabase<PostgresJsQueryResultHKT>

export type OpenDatabase = { db: Database; close: () => Promise<void> }

export function openDatabase(
  url: string,
  { poolSize = 10, name = 'comptoir' }: { poolSize?: number; name?: string } = {},
): OpenDatabase {
  const options = {
    max: poolSize,
    connect_timeout: 5,
    // What fails is told at once; its own pauses between attempts grow to twenty seconds, for whoever asks meanwhile too.
    backoff: () => 0.2,
    idle_timeout: 60,
    max_lifetime: 30 * 60,
    onnotice: () => {},
    connection: {
      application_name: name,
      statement_timeout: 15_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  }
  const { client, close } = renewableClient({
    open: () => postgres(url, options),
    witness: openWitness(url, name),
  })
  return { db: drizzle(client), close }
}

/** Serialization failure, deadlock, lock timeout: the same work may succeed a moment later. */
const PASSING = new Set(['40001', '40P01', '55P03'])
const RETRIES = 3

/**
 * Runs `work` in one transaction. A refusal (`{ ok: false }`) rolls back and is returned; a fault rolls back and is
 * thrown. At the top level, passing conflicts are tried again three times; inside a transaction it is a savepoint.
 */
export async function inTransaction<Outcome>(
  db: Database,
  work: (tx: Database) => Promise<Outcome>,
): Promise<Outcome> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await runOnce(db, work)
    } catch (fault) {
      if (isTransaction(db) || attempt >= RETRIES || !PASSING.has(sqlState(fault))) throw fault
      await sleep(20 * 2 ** attempt + Math.random() * 30)
    }
  }
}

async function runOnce<Outcome>(db: Database, work: (tx: Database) => Promise<Outcome>): Promise<Outcome> {
  let refused: { outcome: Outcome } | undefined
  try {
    return await db.transaction(async (tx) => {
      const outcome = await work(tx)
      if (isRefusal(outcome)) {
        refused = { outcome }
        tx.rollback()
      }
      return outcome
    })
  } catch (fault) {
    if (refused) return refused.outcome
    throw fault
  }
}

function isRefusal(outcome: unknown): boolean {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false
}

/** Everything done with a transaction travels on its one connection, so never two things at once. */
export function isTransaction(db: Database): boolean {
  return 'rollback' in db
}

/** The five-character SQLSTATE of a database fault, or '' for any other fault. */
export function sqlState(fault: unknown): string {
  for (let cause = fault; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && typeof cause.code === 'string' && cause.code.length === 5) return cause.code
  return ''
}

/** No connection, none left, or going up or down; by Postgres, by postgres.js, by the system. */
const AWAY =
  /^(?:08...|53300|57P0[1-3]|DATABASE_SILENT|CONNECT_TIMEOUT|CONNECTION_(?:CLOSED|ENDED|DESTROYED)|ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/

/** Why Postgres could not be reached, or went away before it answered; null for any other fault. */
export function databaseAway(fault: unknown): Error | null {
  for (let cause = fault; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && typeof cause.code === 'string' && AWAY.test(cause.code)) return cause
  return null
}

/** The name of the constraint that a database fault met, or ''. */
export function brokenConstraint(fault: unknown): string {
  for (let cause = fault; cause instanceof Error; cause = cause.cause)
    if ('constraint_name' in cause && typeof cause.constraint_name === 'string') return cause.constraint_name
  return ''
}

/** The database's clock, the only one that several machines share. */
export async function databaseNow(db: Database): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select clock_timestamp() as now`)
  if (!row) throw new Error('The database told no time')
  return new Date(row.now)
}
