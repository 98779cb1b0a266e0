import { eq } from 'drizzle-orm'
import { newId } from '~/platform/ids.server'
import { expect, test } from '../../tests/shop-test'
import { createPromoCode } from './create-promo-code.server'
import { giveBackPromoCode } from './give-back-promo-code.server'
import { promoCodes } from './promo-tables.server'
import { redeemPromoCode } from './redeem-promo-code.server'

const together = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

test('of 500 simultaneous orders exactly as many get the code as it allows', async ({ ownDb }) => {
  await createPromoCode(ownDb, { code: 'RUSH', kind: 'percentage', value: 1000, maxUses: 100 })

  const outcomes = await together(500, (index) =>
    redeemPromoCode(ownDb, { code: 'RUSH', orderId: newId(), customer: `buyer-${index}@x.fr` }),
  )

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(100)
  expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, reason: 'used-up' })
  const [promo] = await ownDb.select().from(promoCodes).where(eq(promoCodes.code, 'RUSH'))
  expect(promo?.uses).toBe(100)
}, 60_000)

test('one customer with 20 orders at once gets the code once', async ({ ownDb }) => {
  await createPromoCode(ownDb, { code: 'EACH', kind: 'amount', value: 500, maxUsesPerCustomer: 1 })

  const outcomes = await together(20, (index) =>
    redeemPromoCode(ownDb, { code: 'EACH', orderId: newId(), customer: index % 2 ? 'ana@x.fr' : 'ANA@x.fr' }),
  )

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  const [promo] = await ownDb.select().from(promoCodes).where(eq(promoCodes.code, 'EACH'))
  expect(promo?.uses, 'a refused use is not counted').toBe(1)
})

test('a cancelled order gives its use back, once', async ({ ownDb }) => {
  await createPromoCode(ownDb, {
    code: 'LAST',
    kind: 'amount',
    value: 500,
    maxUses: 1,
    maxUsesPerCustomer: 1,
  })
  const [orderId, customer] = [newId(), 'ana@x.fr']
  await redeemPromoCode(ownDb, { code: 'LAST', orderId, customer })

  await together(10, () => giveBackPromoCode(ownDb, { orderId }))
  await giveBackPromoCode(ownDb, { orderId: newId() })

  expect(await redeemPromoCode(ownDb, { code: 'LAST', orderId: newId(), customer })).toEqual({ ok: true })
  expect(await redeemPromoCode(ownDb, { code: 'LAST', orderId: newId(), customer })).toMatchObject({
    reason: 'used-up',
  })
})

test('the last use, given back and taken at the same moment, is taken once', async ({ ownDb }) => {
  await createPromoCode(ownDb, { code: 'LAST', kind: 'amount', value: 500, maxUses: 1 })
  const orderId = newId()
  await redeemPromoCode(ownDb, { code: 'LAST', orderId, customer: 'ana@x.fr' })

  await Promise.all([
    giveBackPromoCode(ownDb, { orderId }),
    together(20, () => redeemPromoCode(ownDb, { code: 'LAST', orderId: newId(), customer: 'bea@x.fr' })),
  ])

  const [promo] = await ownDb.select().from(promoCodes).where(eq(promoCodes.code, 'LAST'))
  expect(promo?.uses).toBeLessThanOrEqual(1)
})
