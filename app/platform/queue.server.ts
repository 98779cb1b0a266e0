import { sql } from 'drizzle-orm'
import type { Database } from './db.server'

/**
 * What rooms may announce. Each room adds its own in its `announcements.ts`; `jobs/reactions.server.ts` must then say what
 * follows, or it does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms' module augmentations
export interface Announcements {}

export type Announcement = {
  [Type in keyof Announcements]: { type: Type } & Announcements[Type]
}[keyof Announcements]

type JobToAdd = {
  name: string
  payload: unknown
  /** Not before this time. */
  runAt?: Date
  /** One waiting job per key: a second one replaces the first. */
  key?: string
}

/** Enqueues a job in the transaction it is given, whatever it is called: for the reactions, which know the names of jobs. */
export async function addJob(db: Database, { name, payload, runAt, key }: JobToAdd): Promise<void> {
  await db.execute(sql`select graphile_worker.add_job(
    ${name}::text,
    payload := ${JSON.stringify(payload)}::json,
    run_at := ${runAt?.toISOString() ?? null}::timestamptz,
    job_key := ${key ?? null}::text
  )`)
}

/**
 * Says that something happened, in the transaction that made it happen: a rollback takes it back. The reactions run later,
 * at least once; not before `at`, where it is given. Of several announcements with one key the last is heard.
 */
export async function announce(
  db: Database,
  announcement: Announcement,
  { at, key }: { at?: Date; key?: string } = {},
): Promise<void> {
  await addJob(db, { name: 'react', payload: announcement, runAt: at, key })
}
