import { findVariantsForSale, type VariantForSale } from '~/catalog/variant-queries.server'
import { type DeliveryEstimate, estimateOf } from '~/delivery/delivery-estimate'
import type { Language } from '~/i18n/language'
import { type Availability, listKept, listOwnAvailability } from '~/inventory/stock-queries.server'
import { HOME_COUNTRY } from '~/places/home'
import type { Destination } from '~/places/place-of'
import type { Database } from '~/platform/db.server'
import { listCartLines, type OpenCart } from './cart-queries.server'
import { optionWords, type PricedCart, type PricedLine, priceCart } from './price-cart.server'

export type CartLineView = {
  variantId: number
  slug: string
  sku: string
  name: string
  options: Record<string, string>
  image: VariantForSale['image']
  quantity: number
  /** What this visitor could have, what they keep aside included. */
  available: number
  state: 'fine' | 'not-enough' | 'sold-out' | 'not-sold'
  /** Null for a line that cannot be bought: it counts for nothing. */
  price: Pick<PricedLine, 'unitCents' | 'reduction' | 'grossCents' | 'discountCents' | 'totalCents'> | null
  /** The unit price this visitor last saw, when it is another one now. */
  seenUnitCents: number | null
}

export type CartView = Pick<
  PricedCart,
  'itemsCents' | 'discountCents' | 'promo' | 'promoRefusal' | 'totalCents' | 'vat'
> & {
  lines: CartLineView[]
  unitCount: number
  promoCode: string | null
  country: string
  delivery: DeliveryEstimate | null
  /** Until when everything in the cart is kept aside, if it all is. */
  keptUntil: Date | null
  hasChanges: boolean
  /** False while a line cannot be had as it stands. */
  isOrderable: boolean
}

type Reader = {
  language: Language
  customer?: string | null
  level?: number | null
  /** Where the goods go, as soon as an address says so; an estimate for another country leaves it aside. */
  address?: Destination | null
  now?: Date
}

/** The cart as it is at this moment, with what changed since the visitor last looked. Reads only. */
export async function readCart(
  db: Database,
  cart: OpenCart | null,
  { language, customer, level, address, now = new Date() }: Reader,
): Promise<CartView> {
  const stored = cart ? await listCartLines(db, cart.id) : []
  const variantIds = stored.map((line) => line.variantId)
  const [variants, stock, kept] = cart
    ? await Promise.all([
        findVariantsForSale(db, variantIds, language),
        listOwnAvailability(db, { holder: 'cart', holderId: cart.id, variantIds, now }),
        listKept(db, { holder: 'cart', holderId: cart.id }),
      ])
    : [[], new Map<number, Availability>(), []]

  const availableOf = (variantId: number) => Math.max(0, stock.get(variantId)?.available ?? 0)
  const country = cart?.country ?? HOME_COUNTRY
  const priced = await priceCart(db, {
    lines: stored.filter((line) => availableOf(line.variantId) > 0),
    ...(address?.country === country ? address : { country }),
    promoCode: cart?.promoCode,
    customer,
    level,
    language,
    now,
  })

  const lines = stored.flatMap((line) => {
    const variant = variants.find((one) => one.variantId === line.variantId)
    if (!variant) return []
    const price = priced.lines.find((one) => one.variantId === line.variantId)
    return [lineView(line, { variant, price, available: availableOf(line.variantId) })]
  })
  const { itemsCents, discountCents, promo, promoRefusal, totalCents, vat } = priced
  return {
    lines,
    unitCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    ...{ itemsCents, discountCents, promo, promoRefusal, totalCents, vat },
    promoCode: cart?.promoCode ?? null,
    country,
    delivery: priced.delivery && estimateOf(priced.delivery, now),
    keptUntil: keptUntil(stored, kept, now),
    hasChanges: lines.some((line) => line.state !== 'fine' || line.seenUnitCents !== null),
    isOrderable: lines.length > 0 && lines.every((line) => line.state === 'fine'),
  }
}

type StoredLine = { variantId: number; quantity: number; seenUnitCents: number }

function lineView(
  { variantId, quantity, seenUnitCents }: StoredLine,
  { variant, price, available }: { variant: VariantForSale; price?: PricedLine; available: number },
): CartLineView {
  const { slug, sku, name, image, options } = variant
  const hasOtherPrice = price !== undefined && price.unitCents !== seenUnitCents
  return {
    ...{ variantId, slug, sku, name, image, quantity, available },
    options: optionWords(options),
    state: lineState(variant.isSold, quantity, available, price !== undefined),
    price: price
      ? {
          unitCents: price.unitCents,
          reduction: price.reduction,
          grossCents: price.grossCents,
          discountCents: price.discountCents,
          totalCents: price.totalCents,
        }
      : null,
    seenUnitCents: hasOtherPrice ? seenUnitCents : null,
  }
}

function lineState(
  isSold: boolean,
  quantity: number,
  available: number,
  hasPrice: boolean,
): CartLineView['state'] {
  if (!isSold) return 'not-sold'
  if (available <= 0) return 'sold-out'
  if (!hasPrice) return 'not-sold'
  return available < quantity ? 'not-enough' : 'fine'
}

type Kept = Awaited<ReturnType<typeof listKept>>

function keptUntil(lines: readonly StoredLine[], kept: Kept, now: Date): Date | null {
  const ends = lines.map((line) => {
    const own = kept.find((one) => one.variantId === line.variantId && one.quantity >= line.quantity)
    return own?.expiresAt && own.expiresAt > now ? own.expiresAt.getTime() : null
  })
  if (ends.length === 0 || ends.includes(null)) return null
  return new Date(Math.min(...ends.map(Number)))
}
