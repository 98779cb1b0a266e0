import { eq } from 'drizzle-orm'
import { reserveStock } from '~/inventory/reserve-stock.server'
import { reservations } from '~/inventory/stock-tables.server'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { variantPrices } from '~/pricing/price-tables.server'
import { aVariant } from '../../../tests/a-shop'
import { expect, test } from '../../../tests/shop-test'
import { listOffers } from './offer-queries.server'

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Math.trunc(Date.now() / 1000) * 1000 + hours * HOUR)

/** The moments after which a page of these variants says something else by the clock alone. */
async function turnsOf(db: Database, ids: readonly number[]): Promise<(Date | null)[]> {
  const turns: (Date | null)[] = []
  const page = { shows: () => {}, holdsUntil: (moment: Date | null) => void turns.push(moment) }
  await listOffers(db, ids, { page })
  return turns
}

test('a page holds until a sale that it shows begins or ends', async ({ db }) => {
  const [coming, running, plain] = [await aVariant(db), await aVariant(db), await aVariant(db)]
  const sale = (id: number, from: number, until: number) =>
    db
      .update(variantPrices)
      .set({ saleCents: 900, saleFrom: inHours(from), saleUntil: inHours(until) })
      .where(eq(variantPrices.variantId, id))
  await sale(coming.id, 2, 4)
  await sale(running.id, -1, 3)

  expect(await turnsOf(db, [coming.id])).toEqual([inHours(2)])
  expect(await turnsOf(db, [running.id])).toEqual([inHours(3)])
  expect(await turnsOf(db, [plain.id])).toEqual([null])
})

test('a page holds until scarce goods are no longer kept aside for somebody', async ({ db }) => {
  const [scarce, plenty] = [await aVariant(db, { onHand: 3 }), await aVariant(db, { onHand: 30 })]
  for (const { id } of [scarce, plenty])
    await reserveStock(db, {
      holder: 'cart',
      holderId: newId(),
      lines: [{ variantId: id, quantity: 2 }],
      minutes: 30,
    })
  const [kept] = await db.select().from(reservations).where(eq(reservations.variantId, scarce.id))

  expect(await turnsOf(db, [scarce.id])).toEqual([kept?.expiresAt])
  expect(await turnsOf(db, [plenty.id])).toEqual([null])
})
