import { type SQL, sql } from 'drizzle-orm'
import { type Database, openDatabase } from './db.server'

/** A worker that said nothing for so long is dead, cut off, or was stopped in the middle of its work. */
const LEASE_MS = 30_000
const RENEWALS_PER_LEASE = 6

/** As the queue knows it: a job that is being done bears its name. */
type Worker = string

type Holding = {
  /** The lease ended while the worker stood still: others may be doing its jobs, and it must write nothing more. */
  onLost: () => void
  leaseMs?: number
}

/**
 * Says that a worker lives, by a lock of the database on a lease: it ends with its connection, and the database ends the
 * connection of a worker that does not renew it, whether its process died or was only stopped. A connection that broke is
 * without the lock until the next renewal.
 */
export function holdWorkerLock(
  url: string,
  worker: Worker,
  { onLost, leaseMs = LEASE_MS }: Holding,
): { close: () => Promise<void> } {
  const { db, close } = openDatabase(url, { poolSize: 1, name: 'comptoir-worker-lock' })
  const sinceHeld = stopwatch()
  const sinceLooked = stopwatch()

  async function renew(): Promise<void> {
    await db.execute(sql`
      select set_config('idle_session_timeout', ${String(leaseMs)}, false),
        pg_try_advisory_lock(${lockOf(sql`${worker}`)})`)
    // Without the database nobody else got the jobs either, unless this worker alone was cut off from it.
    if (sinceHeld.restart() > leaseMs) onLost()
  }
  function look(): void {
    if (sinceLooked.restart() > leaseMs) onLost()
    else renew().catch(() => {})
  }
  look()
  const renewing = setInterval(look, leaseMs / RENEWALS_PER_LEASE)
  return {
    close() {
      clearInterval(renewing)
      return close()
    },
  }
}

/** Goes on while the process is stopped, and knows no change of the clock. */
function stopwatch(): { restart: () => number } {
  let from = performance.now()
  return {
    restart() {
      const passed = performance.now() - from
      from = performance.now()
      return passed
    },
  }
}

/**
 * Gives back the jobs of workers that died, or were stopped, while doing them; by itself the queue does so after four hours, and a mail
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
