import { asc, inArray, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { uncountedArray } from '~/platform/is-among.server'
import { type PriceTier, priceColumns, tierCentsFrom } from './price-columns.server'
import { priceTiers, variantPrices } from './price-tables.server'
import { type PriceFacts, type UnitPrice, unitPrice } from './prices/unit-price'

export type PriceQuote = UnitPrice & { variantId: number; quantity: number; totalCents: number }

/**
 * What a customer pays for these quantities now, by variant id: the one answer for listing, product page, cart and
 * checkout. A variant named twice is quoted for the sum; a variant without a price is left out: it is not for sale.
 */
export async function quotePrices(
  db: Database,
  wanted: readonly { variantId: number; quantity: number }[],
  { now = new Date(), level = null }: { now?: Date; level?: number | null } = {},
): Promise<Map<number, PriceQuote>> {
  const quantities = new Map<number, number>()
  for (const { variantId, quantity } of wanted)
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity)
  if (quantities.size === 0) return new Map()

  const ids = [...quantities.keys()]
  const prices = await db
    .select({
      ...priceColumns(level),
      tierCents: tierCentsFrom(sql`wanted.quantity`),
    })
    .from(variantPrices)
    .innerJoin(
      sql`unnest(${uncountedArray(ids)}, ${uncountedArray([...quantities.values()])}) as wanted(variant_id, quantity)`,
      sql`wanted.variant_id = ${variantPrices.variantId}`,
    )

  return new Map(
    prices.map(({ variantId, ...facts }) => {
      const quantity = quantities.get(variantId) ?? 0
      const unit = unitPrice(facts, { now })
      return [variantId, { variantId, quantity, ...unit, totalCents: unit.unitCents * quantity }]
    }),
  )
}

/** The quote for one piece, from `priceColumns`: tiers begin at two. */
export function quoteOfOne(
  { variantId, ...facts }: { variantId: number } & Omit<PriceFacts, 'tierCents'>,
  { now }: { now: Date },
): PriceQuote {
  const unit = unitPrice({ ...facts, tierCents: null }, { now })
  return { variantId, quantity: 1, ...unit, totalCents: unit.unitCents }
}

/** The tiers of these variants by variant id, from the smallest quantity on. */
export async function listPriceTiers(
  db: Database,
  variantIds: readonly number[],
): Promise<Map<number, PriceTier[]>> {
  if (variantIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(priceTiers)
    .where(inArray(priceTiers.variantId, [...variantIds]))
    .orderBy(asc(priceTiers.variantId), asc(priceTiers.fromQuantity))
  const tiers = new Map<number, PriceTier[]>()
  for (const { variantId, ...tier } of rows) tiers.set(variantId, [...(tiers.get(variantId) ?? []), tier])
  return tiers
}
