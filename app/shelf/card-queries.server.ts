import { type CardWords, listCardWords } from '~/catalog/card-queries.server'
import type { ProductCardFacts } from '~/catalog/product-card'
import { changeTag } from '~/changes'
import type { Language } from '~/i18n/language'
import { isFewLeft } from '~/inventory/few-left'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { PageContents } from '~/shop.server'
import { listOffers, type Offer, type Visitor } from './product/offer-queries.server'

/**
 * The cards of these products in the order asked for, with today's price and stock. What is not sold, or has no price,
 * is left out. `page` learns what is shown on it.
 */
export async function listProductCards(
  shop: { db: Database; cache: Cache },
  {
    ids,
    language,
    level,
    page,
  }: { ids: readonly number[]; language: Language; page?: PageContents } & Pick<Visitor, 'level'>,
): Promise<ProductCardFacts[]> {
  if (ids.length === 0) return []
  page?.shows(...ids.map((id) => changeTag.product(id)))
  const words = await listCardWords(shop, { ids, language })
  const variantIds = [...words.values()].flatMap((card) => card.variantIds)
  const offers = await listOffers(shop.db, variantIds, { level, page })
  return ids.flatMap((id) => cardOf(words.get(id), offers))
}

/** The card with its price, or nothing where there is no offer. */
export function cardOf(words: CardWords | undefined, offers: ReadonlyMap<number, Offer>): ProductCardFacts[] {
  if (!words) return []
  const { variantIds, ...card } = words
  const offered = variantIds.flatMap((variantId) => offers.get(variantId) ?? [])
  return offered.length > 0 ? [{ ...card, ...cheapest(offered) }] : []
}

/** A card is priced "from" the cheapest variant that can be had, or from the cheapest when none can. */
function cheapest(offers: readonly Offer[]) {
  const inStock = offers.filter((offer) => offer.available > 0)
  const choice = [...(inStock.length > 0 ? inStock : offers)]
  const [first, ...others] = choice.sort((a, b) => a.unitCents - b.unitCents)
  if (!first) throw new Error('A card needs an offer')
  const available = inStock.reduce((sum, offer) => sum + offer.available, 0)
  return {
    fromCents: first.unitCents,
    reduction: first.reduction,
    hasSeveralPrices: others.some((other) => other.unitCents !== first.unitCents),
    available,
    isFewLeft: isFewLeft(available),
  }
}
