import { findProductBySlug, listRelatedIds } from '~/catalog/product-queries.server'
import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { listProductCards } from './card-queries.server'
import { chosenVariant } from './chosen-variant'
import { listOffers } from './offer-queries.server'

/**
 * A product as it stands on the shelf now: its words, its variants with price and stock, the one that `sku` names or the
 * first that can be had, and its neighbours. What `cartId` keeps aside counts as there for its visitor. Null when it is unknown, not public, or has no price.
 */
export async function findProductOnShelf(
  shop: { db: Database; cache: Cache },
  {
    slug,
    sku,
    language,
    cartId,
  }: { slug: string; sku: string | null; language: Language; cartId?: string | undefined },
) {
  const content = await findProductBySlug(shop, slug, language)
  if (!content) return null

  const { variants, ...product } = content
  const [offers, related] = await Promise.all([
    listOffers(
      shop.db,
      variants.map((variant) => variant.id),
      { cartId },
    ),
    listRelatedIds(shop.db, { productId: product.id, rangeId: product.range.id }).then((ids) =>
      listProductCards(shop.db, { ids, language }),
    ),
  ])
  const offered = offers.flatMap(({ variantId, ...offer }) => {
    const variant = variants.find((one) => one.id === variantId)
    return variant ? [{ ...variant, ...offer }] : []
  })
  const chosen = chosenVariant(offered, sku)
  return chosen ? { product, variants: offered, chosen, related } : null
}
