import { eq } from 'drizzle-orm'
import { accounts } from '~/identity/account-tables.server'
import { findOrder } from '~/orders/order-queries.server'
import type { Actor } from '~/orders/order-state'
import { refunds } from '~/payments/payment-tables.server'
import { settleOrderPayments } from '~/payments/settle-payment.server'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import {
  anOpenPayment,
  anUnpaidOrder,
  aShopWithBanks,
  type ShopWithBanks,
} from '../../tests/payments/a-shop-with-banks'
import { expect, test } from '../../tests/shop-test'
import { moveOrderByHand } from './move-order-by-hand.server'
import { refundRest } from './refund-rest.server'

async function aPaidOrder(house: ShopWithBanks) {
  const { orderId, totalCents } = await anUnpaidOrder(house.shop.db)
  const { sessionId } = await anOpenPayment(house, orderId)
  house.stripe.pay(sessionId)
  await settleOrderPayments(house.shop, { orderId })
  return { orderId, totalCents }
}

async function aClerk(db: Database, level: number) {
  const accountId = newId()
  await db
    .insert(accounts)
    .values({ id: accountId, email: `${accountId}@example.fr`, passwordHash: 'none', level })
  return { kind: 'staff', accountId, level } as const satisfies Actor
}

test('one clerk prepares while another cancels: the first wins, the other is told (S-14)', async ({
  ownDb,
}) => {
  await using house = await aShopWithBanks(ownDb)
  const { orderId } = await aPaidOrder(house)
  const [one, other] = [await aClerk(ownDb, 7), await aClerk(ownDb, 7)]

  const outcomes = await Promise.all([
    moveOrderByHand(house.shop, { orderId, to: 'processing', actor: one }),
    moveOrderByHand(house.shop, { orderId, to: 'cancelled', actor: other }),
  ])

  const state = (await findOrder(ownDb, orderId))?.state
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, reason: 'not-allowed', state })
  expect(await ownDb.$count(refunds)).toBe(state === 'cancelled' ? 1 : 0)
})

test('what only parcels or the bank may say is not said by hand', async ({ ownDb }) => {
  await using house = await aShopWithBanks(ownDb)
  const { orderId } = await aPaidOrder(house)
  const actor = await aClerk(ownDb, 10)

  for (const to of ['refunded', 'shipped', 'paid', 'completed'] as const)
    expect(await moveOrderByHand(house.shop, { orderId, to, actor })).toMatchObject({ reason: 'not-allowed' })
})

test('a refund clicked three times gives the money back once (S-18)', async ({ ownDb }) => {
  await using house = await aShopWithBanks(ownDb)
  const { orderId, totalCents } = await aPaidOrder(house)
  const { accountId } = await aClerk(ownDb, 7)

  const outcomes = await Promise.all(
    [1, 2, 3].map(() => refundRest(ownDb, { orderId, reason: 'broken', requestedBy: accountId })),
  )

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(await ownDb.select().from(refunds).where(eq(refunds.orderId, orderId))).toMatchObject([
    { amountCents: totalCents },
  ])
})
