import type { Database } from '~/platform/db.server'
import { addJob } from '~/platform/queue.server'
import type { Job } from './jobs'

/** Enqueues a job of the shop. Rooms never do: they announce, and `reactions.server.ts` says which jobs follow. */
export function enqueue(db: Database, job: Job): Promise<void> {
  return addJob(db, job)
}
