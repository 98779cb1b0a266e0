import { type Database, inTransaction } from '~/platform/db.server'
import type { Announcement, Announcements } from '~/platform/queue.server'
import { enqueue } from './enqueue.server'
import type { Job } from './jobs'
import { reactions } from './reactions.server'

/** Enqueues all that follows an announcement, or nothing: told twice, the keys keep one job of each. */
export async function react(db: Database, announcement: Announcement): Promise<void> {
  await inTransaction(db, async (tx) => {
    for (const job of jobsAfter(announcement)) await enqueue(tx, job)
  })
}

function jobsAfter(announcement: Announcement): Job[] {
  const reaction = reactions[announcement.type] as ((told: Announcement) => Job[]) | undefined
  // Announced by a newer release whose worker has not started yet: tried again later.
  if (!reaction) throw new Error(`No reaction to ${announcement.type satisfies keyof Announcements}`)
  return reaction(announcement)
}
