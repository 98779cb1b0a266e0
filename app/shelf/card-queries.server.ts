import { listCardWords, listVariantIds } from '~/catalog/card-queries.server'
import type { ProductCardFacts } from '~/catalog/product-card'
import type { Language } from '~/i18n/language'
import { listAvailability } from '~/inventory/stock-queries.server'
import type { Database } from '~/platform/db.server'
import { type PriceQuote, quotePrices } from '~/pricing/price-queries.server'

/**
 * The cards of these products in the order asked for, with today's price and stock. What is not sold, or has no price,
 * is left out. Four queries, however many cards.
 */
export async function listProductCards(
  db: Database,
  { ids, language }: { ids: readonly number[]; language: Language },
): Promise<ProductCardFacts[]> {
  if (ids.length === 0) return []
  const [words, variants] = await Promise.all([listCardWords(db, { ids, language }), listVariantIds(db, ids)])
  const variantIds = variants.map((variant) => variant.id)
  const [quotes, stock] = await Promise.all([
    quotePrices(
      db,
      variantIds.map((variantId) => ({ variantId, quantity: 1 })),
    ),
    listAvailability(db, variantIds),
  ])

  const offers = new Map<number, Offer[]>()
  for (const { id, productId } of variants) {
    const quote = quotes.get(id)
    const available = stock.get(id)?.available ?? 0
    if (quote) offers.set(productId, [...(offers.get(productId) ?? []), { quote, available }])
  }
  const cards = new Map(words.map((card) => [card.id, card]))
  return ids.flatMap((id) => {
    const card = cards.get(id)
    const offered = offers.get(id)
    return card && offered ? [{ ...card, ...cheapest(offered) }] : []
  })
}

type Offer = { quote: PriceQuote; available: number }

/** A card is priced "from" the cheapest variant that can be had, or from the cheapest when none can. */
function cheapest(offers: readonly Offer[]) {
  const inStock = offers.filter((offer) => offer.available > 0)
  const choice = (inStock.length > 0 ? inStock : offers).map((offer) => offer.quote)
  const [first, ...others] = choice.sort((a, b) => a.unitCents - b.unitCents)
  if (!first) throw new Error('A card needs an offer')
  return {
    fromCents: first.unitCents,
    baseCents: first.baseUnitCents,
    hasSeveralPrices: others.some((other) => other.unitCents !== first.unitCents),
    available: inStock.reduce((sum, offer) => sum + offer.available, 0),
  }
}
