import { listAvailability } from '~/inventory/stock-queries.server'
import type { Database } from '~/platform/db.server'
import { quotePrices } from '~/pricing/price-queries.server'

export type Offer = {
  variantId: number
  unitCents: number
  baseUnitCents: number
  available: number
}

/** What one of each variant costs now and how many can be had, in the order asked for. Without a price: no offer. */
export async function listOffers(db: Database, variantIds: readonly number[]): Promise<Offer[]> {
  if (variantIds.length === 0) return []
  const [quotes, stock] = await Promise.all([
    quotePrices(
      db,
      variantIds.map((variantId) => ({ variantId, quantity: 1 })),
    ),
    listAvailability(db, [...variantIds]),
  ])
  return variantIds.flatMap((variantId) => {
    const quote = quotes.get(variantId)
    if (!quote) return []
    const { unitCents, baseUnitCents } = quote
    return [{ variantId, unitCents, baseUnitCents, available: stock.get(variantId)?.available ?? 0 }]
  })
}
