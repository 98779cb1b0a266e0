import type { PricedCart } from '~/cart/price-cart.server'
import type { BoughtLine } from '~/orders/line-list'
import type { Sums } from '~/orders/order-sums'

export type Summary = Sums & { lines: BoughtLine[] }

/** What a page shows of a priced cart: nothing that only the server needs. */
export function summaryOf(
  { lines, delivery, promo, itemsCents, discountCents, totalCents, vat }: PricedCart,
  { isDeliveryChosen }: { isDeliveryChosen: boolean },
): Summary {
  const showsDelivery = isDeliveryChosen && delivery !== null
  return {
    lines: lines.map(({ sku, name, slug, options, imageHash, quantity, unitCents }) => ({
      sku,
      name,
      slug,
      options,
      imageHash,
      quantity,
      unitCents,
    })),
    itemsCents,
    discountCents,
    promoCode: promo?.code ?? null,
    delivery: showsDelivery ? { name: delivery.name, cents: delivery.priceCents } : null,
    totalCents: showsDelivery ? totalCents : itemsCents - discountCents,
    vat: showsDelivery ? vat.map(({ vatBasisPoints, vatCents }) => ({ vatBasisPoints, vatCents })) : [],
  }
}
