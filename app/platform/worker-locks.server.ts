import { type SQL, sql } from 'drizzle-orm'
import { type Database, openDatabase } from './db.server'

const RENEW_EVERY_MS = 5_000

/** As the queue knows it: a job that is being done bears its name. */
type Worker = string

/**
 * Says that a worker lives, by a lock of the database that ends with its process, however that ends. A connection that
 * broke is without it for some seconds at most.
 */
export function holdWorkerLock(url: string, worker: Worker): { close: () => Promise<void> } {
  const { db, close } = openDatabase(url, { poolSize: 1, name: 'comptoir-worker-lock' })
  const hold = () =>
    void db.execute(sql`select pg_try_advisory_lock(${lockOf(sql`${worker}`)})`).catch(() => {})
  hold()
  const renewing = setInterval(hold, RENEW_EVERY_MS)
  return {
    close() {
      clearInterval(renewing)
      return close()
    },
  }
}

/**
 * Gives back the jobs of workers that died while doing them; by itself the queue does so after four hours, and a mail
 * would wait as long. What they had done already is done again: every job is harmless when it runs twice.
 */
export async function giveBackJobsOfTheDead(db: Database): Promise<void> {
  await db.execute(sql`
    with busy as materialized (
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null
    ), dead as materialized (
      select locked_by from busy where pg_try_advisory_xact_lock(${lockOf(sql`locked_by`)})
    )
    select graphile_worker.force_unlock_workers(array(select locked_by from dead))`)
}

function lockOf(worker: SQL): SQL {
  return sql`hashtext('comptoir.workers'), hashtext(${worker}::text)`
}
