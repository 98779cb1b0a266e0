import { eq, sql } from 'drizzle-orm'
import { findOrderContact } from '~/orders/order-queries.server'
import type { Database } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import { type Attempt, listNamedAttempts, type NamedAttempt } from '../attempt-queries.server'
import { hasTooManyRefusals } from '../attempts/attempt-limits.server'
import { markClosing } from '../attempts/end-attempt.server'
import type { Notification } from '../gateway'
import { paymentAttempts } from '../payment-tables.server'
import { callStaff } from '../staff/call-staff.server'
import { agreeWithBooks } from './agree-with-books'
import { failPayment } from './fail-payment.server'
import { recordCharge } from './record-charge.server'
import { recordRefundNews } from './record-refund-news.server'
import { refuseToBelieve } from './refuse-to-believe.server'

/** Does what a notification calls for, and says in one word what that was. */
export async function applyNews(tx: Database, notification: Notification): Promise<string> {
  const { news, gateway } = notification
  if (news.kind === 'other') return 'ignored'
  if (news.kind === 'unreadable') return tellOfUnreadable(tx, notification, news.detail)
  if (news.kind === 'refund') return recordRefundNews(tx, gateway, news)

  const named = await listNamedAttempts(tx, notification)
  const agreement = agreeWithBooks(notification, named)
  if (!agreement.ok) return doubt(tx, notification, named, agreement.detail)
  const { attempt } = agreement
  if (news.kind === 'paid') return (await recordCharge(tx, { gateway, attempt, charge: news.charge })).effect
  if (!attempt) return 'unknown-attempt'
  if (news.kind === 'over') return (await failPayment(tx, { attempt, code: news.code })).effect
  if (news.kind === 'card-refused') return countRefusedCard(tx, attempt)
  return 'waiting'
}

/** What was really paid is found by its own session: the bank is asked about each of those that were named. */
async function doubt(
  tx: Database,
  { gateway, eventId }: Notification,
  named: readonly NamedAttempt[],
  detail: string,
): Promise<string> {
  for (const { id: attemptId } of named) await announce(tx, { type: 'payment.doubted', attemptId })
  const orderIds = named.map((attempt) => attempt.orderId)
  return refuseToBelieve(tx, { told: `${gateway} ${eventId}`, orderIds, detail })
}

/** The page on which too many cards were tried out is closed; a new one is refused as well. */
async function countRefusedCard(tx: Database, { id, orderId, startedFrom }: Attempt): Promise<string> {
  await tx
    .update(paymentAttempts)
    .set({ refusedCards: sql`${paymentAttempts.refusedCards} + 1` })
    .where(eq(paymentAttempts.id, id))
  const order = await findOrderContact(tx, orderId)
  if (order && (await hasTooManyRefusals(tx, { email: order.email, startedFrom })))
    await markClosing(tx, [id])
  return 'card-refused'
}

async function tellOfUnreadable(
  tx: Database,
  { gateway, eventId }: Notification,
  detail: string,
): Promise<string> {
  await callStaff(tx, { trouble: 'unreadable-notification', detail: `${gateway} ${eventId}: ${detail}` })
  return 'unreadable'
}
