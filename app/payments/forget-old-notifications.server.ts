import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { deleteInBatches } from '~/platform/delete-in-batches.server'
import { webhookInbox } from './payment-tables.server'

/** Banks repeat a notification for days and let one be sent again for a month; what they said stays in the charges. */
const DAYS = 180

/** Answers how many notifications were taken out of the inbox. */
export function forgetOldNotifications(db: Database): Promise<number> {
  return deleteInBatches(db, webhookInbox, {
    where: sql`${webhookInbox.receivedAt} < clock_timestamp() - make_interval(days => ${DAYS})`,
  })
}
