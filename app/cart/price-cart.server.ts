import type { WordedAttribute } from '~/catalog/attribute-queries.server'
import { findVariantsForSale, type VariantForSale } from '~/catalog/variant-queries.server'
import type { DeliveryOffer } from '~/delivery/delivery-offer'
import { findDeliveryOffer, listDeliveryOffers, type Parcel } from '~/delivery/delivery-queries.server'
import type { Language } from '~/i18n/language'
import { type Destination, placeOf } from '~/places/place-of'
import type { Database } from '~/platform/db.server'
import { type PriceQuote, quotePrices } from '~/pricing/price-queries.server'
import { listReductions, type Reduction } from '~/pricing/reduction-queries.server'
import { checkPromoCode, type Promo, type PromoRefusal } from '~/promotions/check-promo-code.server'
import type { PromoKind } from '~/promotions/promo-code'
import { type VatSum, vatOfSale, vatPerLine } from '~/vat/split-vat'
import { listVatRates } from '~/vat/vat-queries.server'

export type PricedLine = {
  variantId: number
  productId: number
  rangeId: number
  sku: string
  slug: string
  name: string
  /** In words of the language asked for: { Essieu: 'Avant' }. */
  options: Record<string, string>
  image: VariantForSale['image']
  imageHash: string | null
  weightGrams: number
  quantity: number
  unitCents: number
  /** What may be shown beside the unit price, struck through. */
  reduction: Reduction | null
  /** quantity × unit. */
  grossCents: number
  /** This line's share of the discount. */
  discountCents: number
  /** What the customer pays for the line. */
  totalCents: number
  vatBasisPoints: number
  vatCents: number
}

export type PricedDelivery = DeliveryOffer & { vatBasisPoints: number; vatCents: number }

export type PricedCart = {
  lines: PricedLine[]
  /** Variants that are sold no longer, or have no price. */
  unsold: number[]
  itemsCents: number
  discountCents: number
  promo: { code: string; kind: PromoKind } | null
  promoRefusal: PromoRefusal | null
  /** By the method named; without one the cheapest, as an estimate. Null: this method does not go there. */
  delivery: PricedDelivery | null
  /** itemsCents − discountCents + delivery. */
  totalCents: number
  vat: VatSum[]
  weightGrams: number
}

export type CartToPrice = Destination & {
  lines: readonly { variantId: number; quantity: number }[]
  promoCode?: string | null
  deliveryMethod?: string | null
  /** An e-mail, as soon as it is known. */
  customer?: string | null
  level?: number | null
  language: Language
  now?: Date
}

/**
 * What a cart costs at this moment: the one answer for the cart's page, the review before paying and the order. It does
 * not look at stock.
 */
export async function priceCart(db: Database, cart: CartToPrice): Promise<PricedCart> {
  const { language, level, now = new Date() } = cart
  const place = placeOf(cart)
  const [variants, quotes, rates] = await Promise.all([
    findVariantsForSale(
      db,
      cart.lines.map((line) => line.variantId),
      language,
    ),
    quotePrices(db, cart.lines, { now, level }),
    listVatRates(db, { place, at: now }),
  ])
  const sold = cart.lines.flatMap((line) => {
    const variant = variants.find((one) => one.variantId === line.variantId)
    const quote = quotes.get(line.variantId)
    return variant?.isSold && quote ? [{ ...line, variant, quote }] : []
  })
  const reductions = await listReductions(db, quotes.values(), { now })

  const grossCents = sold.map((line) => line.quote.unitCents * line.quantity)
  const { promo, refusal } = await findPromo(
    db,
    cart,
    sold.map((line, index) => ({ rangeId: line.variant.rangeId, totalCents: grossCents[index] ?? 0 })),
  )
  const untaxed = sold.map((line, index) =>
    pricedLine(line, {
      discountCents: promo?.lineDiscounts[index] ?? 0,
      vatBasisPoints: rates[line.variant.vatClass],
      reduction: reductions.get(line.variantId) ?? null,
    }),
  )

  const lines = vatPerLine(untaxed)
  const itemsCents = sumOf(lines, (line) => line.grossCents)
  const discountCents = sumOf(lines, (line) => line.discountCents)
  const weightGrams = sumOf(lines, (line) => line.weightGrams * line.quantity)
  const parcel = { place, weightGrams, itemsCents: itemsCents - discountCents, language }
  const offer = lines.length > 0 ? await priceDelivery(db, parcel, cart.deliveryMethod, promo) : null
  const carriage = { totalCents: offer?.priceCents ?? 0, vatBasisPoints: rates.standard }
  const sale = [...untaxed, carriage]
  const { vatCents = 0 } = vatPerLine(sale).at(-1) ?? {}

  return {
    lines,
    unsold: cart.lines
      .map((line) => line.variantId)
      .filter((variantId) => !lines.some((line) => line.variantId === variantId)),
    itemsCents,
    discountCents,
    promo: promo && { code: promo.code, kind: promo.kind },
    promoRefusal: refusal,
    delivery: offer && { ...offer, vatBasisPoints: rates.standard, vatCents },
    totalCents: itemsCents - discountCents + carriage.totalCents,
    vat: vatOfSale(sale),
    weightGrams,
  }
}

async function findPromo(
  db: Database,
  { promoCode, customer, level, now }: CartToPrice,
  lines: { rangeId: number; totalCents: number }[],
): Promise<{ promo: Promo | null; refusal: PromoRefusal | null }> {
  if (!promoCode || lines.length === 0) return { promo: null, refusal: null }
  const outcome = await checkPromoCode(db, { code: promoCode, lines, customer, level, now })
  return outcome.ok ? { promo: outcome.promo, refusal: null } : { promo: null, refusal: outcome }
}

type SoldLine = { quantity: number; variant: VariantForSale; quote: PriceQuote }

function pricedLine(
  { quantity, variant, quote }: SoldLine,
  {
    discountCents,
    vatBasisPoints,
    reduction,
  }: Pick<PricedLine, 'discountCents' | 'vatBasisPoints' | 'reduction'>,
): Omit<PricedLine, 'vatCents'> {
  const grossCents = quote.unitCents * quantity
  const totalCents = grossCents - discountCents
  return {
    variantId: variant.variantId,
    productId: variant.productId,
    rangeId: variant.rangeId,
    sku: variant.sku,
    slug: variant.slug,
    name: variant.name,
    options: optionWords(variant.options),
    image: variant.image,
    imageHash: variant.image?.hash ?? null,
    weightGrams: variant.weightGrams,
    quantity,
    unitCents: quote.unitCents,
    reduction,
    grossCents,
    discountCents,
    totalCents,
    vatBasisPoints,
  }
}

export function optionWords(options: readonly WordedAttribute[]): Record<string, string> {
  return Object.fromEntries(
    options.map(({ label, value, unit }) => [label, unit ? `${value} ${unit}` : String(value)]),
  )
}

async function priceDelivery(
  db: Database,
  parcel: Parcel & { language: Language },
  method: string | null | undefined,
  promo: Promo | null,
): Promise<DeliveryOffer | null> {
  const offer = method
    ? await findDeliveryOffer(db, { ...parcel, method })
    : (await listDeliveryOffers(db, parcel))[0]
  if (!offer) return null
  return promo?.isDeliveryFree ? { ...offer, priceCents: 0 } : offer
}

function sumOf<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0)
}
