import { inArray } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { variantPrices } from './price-tables.server'
import { type UnitPrice, unitPrice } from './unit-price'

export type PriceQuote = UnitPrice & { variantId: number; quantity: number; totalCents: number }

/**
 * What a customer pays for these quantities now, by variant id: the one answer for listing, product page, cart and
 * checkout. A variant named twice is quoted for the sum; a variant without a price is left out: it is not for sale.
 */
export async function quotePrices(
  db: Database,
  wanted: readonly { variantId: number; quantity: number }[],
  { now = new Date() }: { now?: Date } = {},
): Promise<Map<number, PriceQuote>> {
  const quantities = new Map<number, number>()
  for (const { variantId, quantity } of wanted)
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity)
  if (quantities.size === 0) return new Map()

  const prices = await db
    .select({
      variantId: variantPrices.variantId,
      baseCents: variantPrices.baseCents,
      saleCents: variantPrices.saleCents,
      saleFrom: variantPrices.saleFrom,
      saleUntil: variantPrices.saleUntil,
    })
    .from(variantPrices)
    .where(inArray(variantPrices.variantId, [...quantities.keys()]))

  return new Map(
    prices.map(({ variantId, ...facts }) => {
      const quantity = quantities.get(variantId) ?? 0
      const unit = unitPrice(facts, { now })
      return [variantId, { variantId, quantity, ...unit, totalCents: unit.unitCents * quantity }]
    }),
  )
}
