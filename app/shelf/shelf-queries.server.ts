import { findProductBySlug } from '~/catalog/product-queries.server'
import { changeTag } from '~/changes'
import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { PriceTier } from '~/pricing/price-columns.server'
import type { PageContents } from '~/shop.server'
import { cardOf } from './card-queries.server'
import { chosenVariant } from './product/chosen-variant'
import { listOffers, type Offer, type Visitor } from './product/offer-queries.server'

/**
 * A product as it stands on the shelf now: its words, its variants with price and stock, the one that `sku` names or the
 * first that can be had, and its neighbours.
 * `page` learns what is shown on it. Null when it is unknown, not public, or has no price.
 */
export async function findProductOnShelf(
  shop: { db: Database; cache: Cache },
  {
    slug,
    sku,
    language,
    page,
    ...visitor
  }: { slug: string; sku: string | null; language: Language; page?: PageContents } & Visitor,
) {
  const content = await findProductBySlug(shop, slug, language)
  if (!content) return null

  const { variants, neighbours, ...product } = content
  page?.shows(...[product, ...neighbours].map(({ id }) => changeTag.product(id)))
  const offers = await listOffers(
    shop.db,
    [variants.map(({ id }) => id), ...neighbours.map(({ variantIds }) => variantIds)].flat(),
    { ...visitor, page },
  )
  const offered = variants.flatMap((variant) => {
    const offer = offers.get(variant.id)
    if (!offer) return []
    const { unitCents, reduction, available } = offer
    return [{ ...variant, unitCents, reduction, available }]
  })
  const chosen = chosenVariant(offered, sku)
  if (!chosen) return null
  return {
    product,
    variants: offered,
    chosen,
    related: neighbours.flatMap((words) => cardOf(words, offers)),
    tiers: tiersWorthNaming(offers.get(chosen.id)?.tiers, chosen),
  }
}

/** Who pays less for one already, in a sale or as a VIP customer, gains nothing by some quantities. */
function tiersWorthNaming(tiers: readonly PriceTier[] = [], { unitCents }: Pick<Offer, 'unitCents'>) {
  return tiers.filter((tier) => tier.unitCents < unitCents)
}
