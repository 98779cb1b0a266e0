import { listOrderCharges } from '~/payments/charge-queries.server'
import { type RefundOrderOutcome, refundOrder } from '~/payments/refund-order.server'
import type { Database } from '~/platform/db.server'

/** Gives back all that was not given back yet. Clicked twice, the second time there is nothing left. */
export async function refundRest(
  db: Database,
  { orderId, reason, requestedBy }: { orderId: string; reason: string; requestedBy: string },
): Promise<RefundOrderOutcome> {
  const charges = await listOrderCharges(db, orderId)
  const payment = charges.find((charge) => charge.role === 'payment')
  if (!payment) return { ok: false, reason: 'not-paid' }

  const leftCents = payment.amountCents - payment.refundedCents
  if (leftCents === 0) return { ok: false, reason: 'more-than-captured', leftCents }
  return refundOrder(db, { orderId, amountCents: leftCents, reason, requestedBy })
}
