import { failPayment } from './fail-payment.server'
import { type Attempt, findAttempt, listLiveAttempts } from './payment-queries.server'
import type { PaymentShop } from './payment-shop'
import { recordCharge } from './record-charge.server'
import { sessionOf } from './session-of.server'

export type SettlePaymentOutcome = { ok: true; paid: boolean; stillOpen: boolean }

/** Asks the bank how an attempt stands and draws the consequence. Called by the return page and by jobs alike. */
export async function settlePayment(
  shop: PaymentShop,
  { attemptId }: { attemptId: string },
): Promise<SettlePaymentOutcome> {
  const attempt = await findAttempt(shop.db, attemptId)
  if (attempt?.status === 'open' || (attempt?.status === 'starting' && attempt.sessionId))
    return askAndApply(shop, attempt)
  return { ok: true, paid: attempt?.status === 'succeeded', stillOpen: attempt?.status === 'starting' }
}

/** The same for every session of an order that may still bring money. */
export async function settleOrderPayments(
  shop: PaymentShop,
  { orderId }: { orderId: string },
): Promise<SettlePaymentOutcome> {
  const attempts = await listLiveAttempts(shop.db, orderId)
  const outcomes = await Promise.all(attempts.map(({ id }) => settlePayment(shop, { attemptId: id })))
  return {
    ok: true,
    paid: outcomes.some((outcome) => outcome.paid),
    stillOpen: outcomes.some((outcome) => outcome.stillOpen),
  }
}

async function askAndApply(shop: PaymentShop, attempt: Attempt): Promise<SettlePaymentOutcome> {
  const gateway = shop.gateways.get(attempt.gateway)
  const answer = await gateway?.askSession(await sessionOf(shop.db, attempt))
  switch (answer?.state) {
    case 'paid':
      await recordCharge(shop.db, { gateway: attempt.gateway, attempt, charge: answer.charge })
      return { ok: true, paid: true, stillOpen: false }
    case 'over':
      await failPayment(shop.db, { attempt, code: 'expired' })
      return { ok: true, paid: false, stillOpen: false }
    default:
      return { ok: true, paid: false, stillOpen: true }
  }
}
