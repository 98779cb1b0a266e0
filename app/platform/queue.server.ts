import { sql } from 'drizzle-orm'
import type { Database } from './db.server'

/**
 * What rooms may announce. Each room adds its own by augmenting this interface; `jobs/reactions.server.ts` must then say
 * what follows, or it does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms' module augmentations
export interface Announcements {}

export type Announcement = {
  [Type in keyof Announcements]: { type: Type } & Announcements[Type]
}[keyof Announcements]

type JobOptions = {
  /** Not before this time. */
  runAt?: Date
  /** One waiting job per key: a second one replaces the first. */
  key?: string
  maxAttempts?: number
  priority?: number
}

/** Enqueues a job in the transaction it is given: a rollback takes the job back. */
export async function addJob(
  db: Database,
  name: string,
  payload: unknown,
  { runAt, key, maxAttempts, priority }: JobOptions = {},
): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job(
    ${name}::text,
    payload := ${JSON.stringify(payload)}::json,
    run_at := ${runAt?.toISOString() ?? null}::timestamptz,
    job_key := ${key ?? null}::text,
    max_attempts := ${maxAttempts ?? null}::int,
    priority := ${priority ?? null}::int
  )`)
}

/** Says that something happened, in the transaction that made it happen. The reactions run later, at least once. */
export async function announce(db: Database, announcement: Announcement): Promise<void> {
  await addJob(db, 'react', announcement)
}
