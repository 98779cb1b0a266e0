import { and, eq, sql } from 'drizzle-orm'
import { issueCreditNote } from '~/billing/issue-credit-note.server'
import { lockOrder } from '~/orders/lock-order.server'
import { transitionOrder } from '~/orders/transition-order.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import { cutText } from '~/text/cut-text'
import type { RefundOutcome } from '../gateway'
import { charges, refunds } from '../payment-tables.server'
import { sumOfRefunds } from '../refund-order.server'
import { callStaff } from '../staff/call-staff.server'

export type ConcludeRefundOutcome = {
  ok: true
  effect: 'confirmed' | 'accepted' | 'failed' | 'came-back' | 'to-be-tried-again' | 'nothing-to-do'
}

type Refund = typeof refunds.$inferSelect

/**
 * Writes down what the bank answered to a refund. Safe to repeat: the first final answer stays, and staff are told once
 * when the bank takes back its yes. That the bank paid is a fact, whoever tells it; anything else is written only by who
 * still holds the refund since `sentAt`.
 */
export async function concludeRefund(
  db: Database,
  { refundId, outcome, sentAt }: { refundId: string; outcome: RefundOutcome; sentAt?: Date },
): Promise<ConcludeRefundOutcome> {
  return inTransaction<ConcludeRefundOutcome>(db, async (tx) => {
    const refund = await lockRefund(tx, refundId)
    if (refund?.status === 'confirmed' && !outcome.ok && outcome.reason === 'declined')
      return comeBack(tx, refund, outcome.detail)
    if (refund?.status === 'failed' && outcome.ok && outcome.state === 'succeeded')
      return confirmLate(tx, refund, outcome.gatewayRefundId)
    if (refund?.status !== 'pending') return { ok: true, effect: 'nothing-to-do' }
    if (!outcome.ok && sentAt && refund.sentAt?.getTime() !== sentAt.getTime())
      return { ok: true, effect: 'nothing-to-do' }
    if (!outcome.ok && outcome.reason === 'unreachable') return tryAgainSoon(tx, refund)
    if (!outcome.ok) return fail(tx, refund, outcome.detail)
    if (outcome.state === 'pending') return accept(tx, refund, outcome.gatewayRefundId)
    return confirm(tx, refund, outcome.gatewayRefundId)
  })
}

/** The order's lock first, as everywhere. */
async function lockRefund(tx: Database, refundId: string): Promise<Refund | undefined> {
  const [about] = await tx.select({ orderId: refunds.orderId }).from(refunds).where(eq(refunds.id, refundId))
  if (about?.orderId) await lockOrder(tx, { orderId: about.orderId })
  const [refund] = await tx.select().from(refunds).where(eq(refunds.id, refundId)).for('update')
  return refund
}

/** The bank was not reached, or can tell a copy: nothing keeps the next run from asking at once. */
async function tryAgainSoon(tx: Database, { id }: Refund): Promise<ConcludeRefundOutcome> {
  await tx.update(refunds).set({ sentAt: null }).where(eq(refunds.id, id))
  return { ok: true, effect: 'to-be-tried-again' }
}

async function accept(tx: Database, { id }: Refund, gatewayRefundId: string): Promise<ConcludeRefundOutcome> {
  await tx.update(refunds).set({ gatewayRefundId }).where(eq(refunds.id, id))
  return { ok: true, effect: 'accepted' }
}

async function fail(tx: Database, refund: Refund, detail: string): Promise<ConcludeRefundOutcome> {
  await tx.update(refunds).set({ status: 'failed' }).where(eq(refunds.id, refund.id))
  await tellOfFailure(tx, refund, detail)
  return { ok: true, effect: 'failed' }
}

/** The money did not reach the customer. The credit note stands, so how to pay it back is for staff to decide. */
async function comeBack(tx: Database, refund: Refund, detail: string): Promise<ConcludeRefundOutcome> {
  if (refund.failure) return { ok: true, effect: 'nothing-to-do' }
  await tellOfFailure(tx, refund, `after it was confirmed: ${detail}`)
  return { ok: true, effect: 'came-back' }
}

/** It was given up because nobody knew, and the bank paid after all. Was it paid in another way since, staff look. */
async function confirmLate(
  tx: Database,
  refund: Refund,
  gatewayRefundId: string,
): Promise<ConcludeRefundOutcome> {
  const [charge] = await tx
    .select({ amountCents: charges.amountCents })
    .from(charges)
    .where(eq(charges.id, refund.chargeId))
  const left = (charge?.amountCents ?? 0) - (await sumOfRefunds(tx, refund.chargeId))
  if (refund.amountCents <= left) return confirm(tx, refund, gatewayRefundId)
  await tellOfFailure(tx, refund, `made after all as ${gatewayRefundId}, beside another`)
  return { ok: true, effect: 'came-back' }
}

async function tellOfFailure(tx: Database, { id, orderId }: Refund, detail: string): Promise<void> {
  await tx
    .update(refunds)
    .set({ failure: cutText(detail, 500) })
    .where(eq(refunds.id, id))
  await callStaff(tx, {
    trouble: 'refund-failed',
    orderIds: orderId ? [orderId] : [],
    detail: `${id}: ${detail}`,
  })
}

async function confirm(
  tx: Database,
  refund: Refund,
  gatewayRefundId: string,
): Promise<ConcludeRefundOutcome> {
  await tx
    .update(refunds)
    .set({ status: 'confirmed', gatewayRefundId, confirmedAt: sql`clock_timestamp()` })
    .where(eq(refunds.id, refund.id))
  const { id: refundId, orderId, chargeId, amountCents } = refund
  const [charge] = await tx
    .select({ amountCents: charges.amountCents })
    .from(charges)
    .where(and(eq(charges.id, chargeId), eq(charges.role, 'payment')))
  // Money that never paid an order has no invoice to correct and no order to move.
  if (!orderId || !charge) return { ok: true, effect: 'confirmed' }

  const givenBack = await sumOfRefunds(tx, chargeId, ['confirmed'])
  if (givenBack === charge.amountCents)
    await transitionOrder(tx, { orderId, to: 'refunded', actor: { kind: 'system' }, reason: refund.reason })
  await announce(tx, { type: 'payment.refunded', orderId, refundId, amountCents })
  // Last: the credit note's counter is locked until the transaction ends.
  const note = await issueCreditNote(tx, { orderId, refundId, amountCents })
  if (!note.ok) throw new Error(`Refund ${refundId} was made, but has no credit note: ${note.reason}`)
  return { ok: true, effect: 'confirmed' }
}
