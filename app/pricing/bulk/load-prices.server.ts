import type { Database } from '~/platform/db.server'
import type { PriceTier } from '../price-columns.server'
import { priceHistory, priceTiers, variantPrices } from '../price-tables.server'

export type LoadedPrice = {
  variantId: number
  baseCents: number
  sale: { cents: number; from: Date; until: Date } | null
  tiers: readonly PriceTier[]
  /** What it cost before the shop knew it, oldest first. */
  past: readonly { from: Date; cents: number }[]
}

/** First prices of variants that have none yet. From here on the database keeps their history itself. */
export async function loadPrices(db: Database, prices: readonly LoadedPrice[]): Promise<void> {
  if (prices.length === 0) return
  const past = prices.flatMap(({ variantId, past }) =>
    past.map(({ from, cents }) => ({ variantId, appliesFrom: from, baseCents: cents })),
  )
  if (past.length > 0) await db.insert(priceHistory).values(past)
  await db.insert(variantPrices).values(
    prices.map(({ variantId, baseCents, sale }) => ({
      variantId,
      baseCents,
      saleCents: sale?.cents ?? null,
      saleFrom: sale?.from ?? null,
      saleUntil: sale?.until ?? null,
    })),
  )
  const tiers = prices.flatMap(({ variantId, tiers }) => tiers.map((tier) => ({ variantId, ...tier })))
  if (tiers.length > 0) await db.insert(priceTiers).values(tiers)
}
