import { eq } from 'drizzle-orm'
import { orders } from '~/orders/order-tables.server'
import { paymentAttempts } from '~/payments/payment-tables.server'
import type { ShopWithBanks } from './a-shop-with-banks'

/** The banks' own books against the shop's: every charge has a served order, or went back whole. Empty when all is well. */
export async function strayMoney({ shop, stripe, paybox }: ShopWithBanks): Promise<string[]> {
  const attempts = await shop.db
    .select({
      id: paymentAttempts.id,
      orderId: orders.id,
      paidAt: orders.paidAt,
      totalCents: orders.totalCents,
    })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
  const taken = [
    ...stripe.books.balance(),
    ...paybox.transactions.map(({ reference, cents, refundedCents }) => ({
      attemptId: reference.slice(reference.indexOf('.') + 1),
      captured: cents,
      refunded: refundedCents,
    })),
  ]
  const keptPerOrder = new Map(attempts.map(({ orderId }) => [orderId, 0]))
  for (const { attemptId, captured, refunded } of taken) {
    const attempt = attempts.find(({ id }) => id === attemptId)
    if (attempt)
      keptPerOrder.set(attempt.orderId, (keptPerOrder.get(attempt.orderId) ?? 0) + captured - refunded)
  }
  return attempts
    .map(({ orderId, paidAt, totalCents }) => ({
      orderId,
      due: paidAt ? totalCents : 0,
      kept: keptPerOrder.get(orderId),
    }))
    .filter(({ due, kept }) => due !== kept)
    .map(({ orderId, due, kept }) => `order ${orderId}: the banks keep ${kept}, due is ${due}`)
}

/** The same order in every run of one seed, another for every seed. */
export function shuffled<Entry>(entries: readonly Entry[], seed: number): Entry[] {
  const mixed = [...entries]
  let state = seed
  for (let index = mixed.length - 1; index > 0; index--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    const other = state % (index + 1)
    const [one, two] = [mixed[index], mixed[other]]
    if (one === undefined || two === undefined) continue
    mixed[index] = two
    mixed[other] = one
  }
  return mixed
}
