import { transitionOrder } from '~/orders/transition-order.server'
import { aStaffMember } from '../../../tests/an-order'
import { anUnpaidOrder, aShopWithBanks, wishFor } from '../../../tests/payments/a-shop-with-banks'
import { expect, test } from '../../../tests/shop-test'
import { startPayment } from '../start-payment.server'

test('what staff look at first is paid once they agree, and no page of a bank opens before', async ({
  db,
}) => {
  await using setting = await aShopWithBanks(db)
  const { orderId } = await anUnpaidOrder(db, { needsValidation: true })

  const before = await startPayment(setting.shop, wishFor(orderId))
  await transitionOrder(db, { orderId, to: 'validated', actor: await aStaffMember(db, 7) })
  const after = await startPayment(setting.shop, wishFor(orderId))

  expect(before).toEqual({ ok: false, reason: 'not-payable', state: 'pending' })
  expect(after).toMatchObject({ ok: true })
  expect(setting.stripe.books.sessions.size).toBe(1)
})
