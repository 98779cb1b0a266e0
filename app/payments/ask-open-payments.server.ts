import { listAttemptsToAsk } from './payment-queries.server'
import type { PaymentShop } from './payment-shop'
import { settlePayment } from './settle-payment.server'

/** A notification may never come: asks the banks about every session that has been silent for a while. */
export async function askOpenPayments(shop: PaymentShop): Promise<{ asked: number; paid: number }> {
  const attempts = await listAttemptsToAsk(shop.db)
  let paid = 0
  for (const { id } of attempts) if ((await settlePayment(shop, { attemptId: id })).paid) paid += 1
  return { asked: attempts.length, paid }
}
