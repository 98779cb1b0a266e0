import { endOfDay, startOfDay } from '~/i18n/days'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { expect, test } from '../../tests/shop-test'
import { checkPromoCode } from './check-promo-code.server'
import { createPromoCode, type NewPromoCode } from './create-promo-code.server'
import { redeemPromoCode } from './redeem-promo-code.server'

const lines = [
  { rangeId: 1, totalCents: 3000 },
  { rangeId: 2, totalCents: 2000 },
]
const at = (text: string) => new Date(text)

async function aPromo(db: Database, facts: Partial<NewPromoCode> = {}): Promise<string> {
  const promo = { code: 'WELCOME10', kind: 'percentage', value: 1000, ...facts } as const
  await createPromoCode(db, promo)
  return promo.code
}

test('ten percent of the goods', async ({ db }) => {
  await aPromo(db)

  expect(await checkPromoCode(db, { code: ' welcome 10', lines })).toMatchObject({
    ok: true,
    promo: { code: 'WELCOME10', discountCents: 500, lineDiscounts: [300, 200], isDeliveryFree: false },
  })
})

test('free shipping frees the delivery and nothing else', async ({ db }) => {
  const code = await aPromo(db, { kind: 'free-shipping', value: null })

  expect(await checkPromoCode(db, { code, lines })).toMatchObject({
    promo: { discountCents: 0, isDeliveryFree: true },
  })
})

test('a code for a day holds all that day in the shop, also when the clocks change', async ({ db }) => {
  const code = await aPromo(db, { startsAt: startOfDay('2026-10-25'), endsAt: endOfDay('2026-10-25') })
  const on = async (now: string) => {
    const outcome = await checkPromoCode(db, { code, lines, now: at(now) })
    return outcome.ok || outcome.reason
  }

  expect(await on('2026-10-24T23:59:59+02:00')).toBe('not-yet')
  expect(await on('2026-10-25T00:00:00+02:00')).toBe(true)
  expect(await on('2026-10-25T23:59:59+01:00'), 'the 25th hour of it').toBe(true)
  expect(await on('2026-10-26T00:00:00+01:00')).toBe('expired')
})

test('a code holds from its first moment until just before its last', async ({ db }) => {
  const code = await aPromo(db, { startsAt: at('2026-11-01T00:00:00Z'), endsAt: at('2026-12-01T00:00:00Z') })
  const on = async (now: string) => {
    const outcome = await checkPromoCode(db, { code, lines, now: at(now) })
    return outcome.ok || outcome.reason
  }

  expect(await on('2026-10-31T23:59:59.999Z')).toBe('not-yet')
  expect(await on('2026-11-01T00:00:00Z')).toBe(true)
  expect(await on('2026-11-30T23:59:59.999Z')).toBe(true)
  expect(await on('2026-12-01T00:00:00Z')).toBe('expired')
})

test('each reason to refuse is told', async ({ db }) => {
  await aPromo(db, { code: 'BIG', minimumCents: 5001 })
  await aPromo(db, { code: 'OTHER', rangeIds: [9] })
  await aPromo(db, { code: 'STAFF', levels: [7, 8] })
  await aPromo(db, { code: 'ONCE', maxUses: 1 })
  await aPromo(db, { code: 'EACH', maxUsesPerCustomer: 1 })
  for (const code of ['ONCE', 'EACH'])
    await redeemPromoCode(db, { code, orderId: newId(), customer: 'Ana@x.fr' })
  const ask = async (code: string, more: { customer?: string; level?: number } = {}) => {
    const outcome = await checkPromoCode(db, { code, lines, ...more })
    return outcome.ok ? 'fine' : outcome
  }

  expect(await ask('NOPE')).toEqual({ ok: false, reason: 'unknown' })
  expect(await ask('BIG')).toEqual({ ok: false, reason: 'below-minimum', minimumCents: 5001 })
  expect(await ask('OTHER')).toEqual({ ok: false, reason: 'not-for-these' })
  expect(await ask('STAFF')).toEqual({ ok: false, reason: 'not-for-you' })
  expect(await ask('STAFF', { level: 7 })).toBe('fine')
  expect(await ask('ONCE')).toEqual({ ok: false, reason: 'used-up' })
  expect(await ask('EACH', { customer: 'ana@X.fr ' })).toEqual({ ok: false, reason: 'used-by-you' })
  expect(await ask('EACH', { customer: 'bea@x.fr' })).toBe('fine')
})

test('a code is made once', async ({ db }) => {
  await aPromo(db)

  expect(await createPromoCode(db, { code: 'welcome10', kind: 'amount', value: 1 })).toEqual({
    ok: false,
    reason: 'already-exists',
  })
})
