import { listAvailability, listOwnAvailability } from '~/inventory/stock-queries.server'
import type { Database } from '~/platform/db.server'
import { quotePrices } from '~/pricing/price-queries.server'
import { listReductions, type Reduction } from '~/pricing/reduction-queries.server'
import type { PageContents } from '~/shop.server'
import { findNextTurn } from './next-turn.server'

export type Offer = {
  variantId: number
  unitCents: number
  /** What may be shown beside the price, struck through. */
  reduction: Reduction | null
  available: number
}

/** Who looks: the customer's level decides the price, and what the own cart keeps aside can be had by its visitor. */
export type Visitor = { level?: number | null | undefined; cartId?: string | undefined }

/** What one of each variant costs now and how many can be had, in the order asked for. Without a price: no offer. */
export async function listOffers(
  db: Database,
  variantIds: readonly number[],
  { level = null, cartId, page }: Visitor & { page?: PageContents | undefined } = {},
): Promise<Offer[]> {
  if (variantIds.length === 0) return []
  const [{ quotes, reductions }, stock, nextTurn] = await Promise.all([
    priceOneOfEach(db, variantIds, level),
    cartId
      ? listOwnAvailability(db, { holder: 'cart', holderId: cartId, variantIds })
      : listAvailability(db, variantIds),
    page ? findNextTurn(db, variantIds) : null,
  ])
  page?.holdsUntil(nextTurn)
  return variantIds.flatMap((variantId) => {
    const quote = quotes.get(variantId)
    if (!quote) return []
    const available = stock.get(variantId)?.available ?? 0
    return [
      { variantId, unitCents: quote.unitCents, reduction: reductions.get(variantId) ?? null, available },
    ]
  })
}

async function priceOneOfEach(db: Database, variantIds: readonly number[], level: number | null) {
  const now = new Date()
  const one = variantIds.map((variantId) => ({ variantId, quantity: 1 }))
  const quotes = await quotePrices(db, one, { now, level })
  return { quotes, reductions: await listReductions(db, quotes.values(), { now }) }
}
