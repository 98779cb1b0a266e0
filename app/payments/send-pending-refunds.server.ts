import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { numberOfOrder } from '~/orders/order-queries.server'
import { workInBatches } from './bank-calls/work-in-batches.server'
import type { PaymentShop } from './payment-shop'
import { charges, refunds } from './payment-tables.server'
import { concludeRefund } from './refunds/conclude-refund.server'

/** A worker that died in the middle of a call is waited for this long before another one asks the bank again. */
const LEASE_MINUTES = 2

const isDue = and(
  eq(refunds.status, 'pending'),
  isNull(refunds.gatewayRefundId),
  or(
    isNull(refunds.sentAt),
    lt(refunds.sentAt, sql`clock_timestamp() - make_interval(mins => ${LEASE_MINUTES})`),
  ),
)

/** Asks the banks to pay back what was decided. Run by a job after each decision, and every minute for what was left. */
export async function sendPendingRefunds(shop: PaymentShop): Promise<{ sent: number }> {
  const due = await shop.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(isDue)
    .orderBy(asc(refunds.requestedAt))
    .limit(100)
  await workInBatches(shop, due, ({ id }) => sendRefund(shop, id))
  return { sent: due.length }
}

async function sendRefund(shop: PaymentShop, refundId: string): Promise<void> {
  const begun = performance.now()
  const claimed = await claimRefund(shop, refundId)
  const gateway = claimed && shop.gateways.get(claimed.gateway)
  if (!claimed || !gateway) return
  // Stopped in between: the refund may be another's by now.
  if (performance.now() - begun > (LEASE_MINUTES * 60_000) / 2) return
  const { sentAt } = claimed
  if (claimed.wasSent && !gateway.refundsAreRepeatable) {
    const detail = 'asked before, and the answer was lost: look in the bank’s back office'
    await concludeRefund(shop.db, { refundId, outcome: { ok: false, reason: 'uncertain', detail }, sentAt })
    return
  }

  const outcome = await gateway.refund({ refundId, ...claimed })
  if (!outcome.ok)
    shop.log.warn({ refundId, reason: outcome.reason, detail: outcome.detail }, 'refund not made')
  await concludeRefund(shop.db, { refundId, outcome, sentAt })
}

/** Of several workers one gets the refund, for the length of the lease. */
async function claimRefund(shop: PaymentShop, refundId: string) {
  const [before] = await shop.db
    .select({
      sentAt: refunds.sentAt,
      cents: refunds.amountCents,
      gateway: charges.gateway,
      gatewayPaymentId: charges.gatewayPaymentId,
      orderNumber: numberOfOrder(shop.db, refunds.orderId),
    })
    .from(refunds)
    .innerJoin(charges, eq(charges.id, refunds.chargeId))
    .where(and(eq(refunds.id, refundId), isDue))
  if (!before) return undefined

  const claimed = await shop.db
    .update(refunds)
    .set({ sentAt: sql`clock_timestamp()` })
    .where(and(eq(refunds.id, refundId), isDue))
    .returning({ sentAt: refunds.sentAt })
  const sentAt = claimed[0]?.sentAt
  if (!sentAt) return undefined
  const { sentAt: sentBefore, cents, orderNumber, ...charge } = before
  const amount = { cents, currency: 'EUR' as const }
  return { ...charge, amount, orderNumber: orderNumber ?? '', sentAt, wasSent: sentBefore !== null }
}
