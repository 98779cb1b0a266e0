import { and, eq } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import type { Notification } from '../gateway'
import { webhookInbox } from '../payment-tables.server'
import { applyNews } from './apply-news.server'

export type ReceiveNotificationOutcome = { ok: true; effect: string }

/**
 * Takes a notification whose signature was right: into the inbox and applied, in one transaction. A copy finds the inbox
 * taken and does nothing. A fault is thrown and leaves no trace, so that the door answers 5xx and the bank calls again.
 */
export async function receiveNotification(
  db: Database,
  notification: Notification,
): Promise<ReceiveNotificationOutcome> {
  const { gateway, eventId, news, received } = notification
  return inTransaction<ReceiveNotificationOutcome>(db, async (tx) => {
    const taken = await tx
      .insert(webhookInbox)
      .values({ gateway, eventId, type: news.kind, payload: storable(received), outcome: 'received' })
      .onConflictDoNothing()
      .returning({ id: webhookInbox.id })
    if (taken.length === 0) return { ok: true, effect: 'already-received' }

    const effect = await applyNews(tx, notification)
    await tx
      .update(webhookInbox)
      .set({ outcome: effect })
      .where(and(eq(webhookInbox.gateway, gateway), eq(webhookInbox.eventId, eventId)))
    return { ok: true, effect }
  })
}

/** The same, without the characters that Postgres keeps in no text. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Cs}|\0/gu, '')
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [storable(name), storable(entry)]))
}
