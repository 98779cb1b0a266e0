import type { Database } from '~/platform/db.server'
import { variantPrices } from './price-tables.server'

export type LoadedPrice = {
  variantId: number
  baseCents: number
  sale: { cents: number; from: Date; until: Date } | null
}

/** First prices of variants that have none yet. */
export async function loadPrices(db: Database, prices: readonly LoadedPrice[]): Promise<void> {
  if (prices.length === 0) return
  await db.insert(variantPrices).values(
    prices.map(({ variantId, baseCents, sale }) => ({
      variantId,
      baseCents,
      saleCents: sale?.cents ?? null,
      saleFrom: sale?.from ?? null,
      saleUntil: sale?.until ?? null,
    })),
  )
}
