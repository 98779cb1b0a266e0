import { closeAttempt } from './attempts/close-attempt.server'
import { listLiveAttempts } from './payment-queries.server'
import type { PaymentShop } from './payment-shop'

export type CloseOrderPaymentsOutcome = { ok: true } | { ok: false; reason: 'already-paid' | 'unknown' }

/** Comes before cancelling an order: only when every session is known to be closed may it be cancelled. */
export async function closeOrderPayments(
  shop: PaymentShop,
  { orderId }: { orderId: string },
): Promise<CloseOrderPaymentsOutcome> {
  const attempts = await listLiveAttempts(shop.db, orderId)
  const outcomes = await Promise.all(attempts.map((attempt) => closeAttempt(shop, attempt)))
  if (outcomes.includes('already-paid')) return { ok: false, reason: 'already-paid' }
  return outcomes.includes('unknown') ? { ok: false, reason: 'unknown' } : { ok: true }
}
