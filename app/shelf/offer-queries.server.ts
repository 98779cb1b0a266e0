import { listAvailability, listOwnAvailability } from '~/inventory/stock-queries.server'
import type { Database } from '~/platform/db.server'
import { quotePrices } from '~/pricing/price-queries.server'

export type Offer = {
  variantId: number
  unitCents: number
  baseUnitCents: number
  available: number
}

/**
 * What one of each variant costs now and how many can be had, in the order asked for. Without a price: no offer. What the
 * visitor's own cart keeps aside can be had by that visitor.
 */
export async function listOffers(
  db: Database,
  variantIds: readonly number[],
  { cartId }: { cartId?: string | undefined } = {},
): Promise<Offer[]> {
  if (variantIds.length === 0) return []
  const [quotes, stock] = await Promise.all([
    quotePrices(
      db,
      variantIds.map((variantId) => ({ variantId, quantity: 1 })),
    ),
    cartId
      ? listOwnAvailability(db, { holder: 'cart', holderId: cartId, variantIds })
      : listAvailability(db, variantIds),
  ])
  return variantIds.flatMap((variantId) => {
    const quote = quotes.get(variantId)
    if (!quote) return []
    const { unitCents, baseUnitCents } = quote
    return [{ variantId, unitCents, baseUnitCents, available: stock.get(variantId)?.available ?? 0 }]
  })
}
