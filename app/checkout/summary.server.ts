import type { PricedCart } from '~/cart/price-cart.server'
import { explainPromoRefusal } from '~/cart/refusal-words'
import type { Language } from '~/i18n/language'
import type { BoughtLine } from '~/orders/line-list'
import type { Sums } from '~/orders/order-sums'

export type Summary = Sums & {
  lines: BoughtLine[]
  /** Why the cart's promo code takes nothing off: its limits are known only with the customer's address. */
  codeProblem?: string | null
}

/** What a page shows of a priced cart: nothing that only the server needs. */
export function summaryOf(
  { lines, delivery, promo, promoRefusal, itemsCents, discountCents, totalCents, vat }: PricedCart,
  { isDeliveryChosen, language }: { isDeliveryChosen: boolean; language: Language },
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
    codeProblem: promoRefusal && explainPromoRefusal(promoRefusal, language),
    delivery: showsDelivery ? { name: delivery.name, cents: delivery.priceCents } : null,
    totalCents: showsDelivery ? totalCents : itemsCents - discountCents,
    vat: showsDelivery ? vat.map(({ vatBasisPoints, vatCents }) => ({ vatBasisPoints, vatCents })) : [],
  }
}
