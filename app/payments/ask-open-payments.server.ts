import { eachOf } from './attempts/each-of.server'
import { listAttemptsToAsk } from './payment-queries.server'
import type { PaymentShop } from './payment-shop'
import { settlePayment } from './settle-payment.server'

/** A notification may never come: asks the banks about every session that has been silent for a while. */
export async function askOpenPayments(shop: PaymentShop): Promise<{ asked: number; paid: number }> {
  const attempts = await listAttemptsToAsk(shop.db)
  const outcomes = await eachOf(shop, attempts, ({ id }) => settlePayment(shop, { attemptId: id }))
  return { asked: attempts.length, paid: outcomes.filter((outcome) => outcome.paid).length }
}
