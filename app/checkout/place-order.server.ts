import { createHash } from 'node:crypto'
import { issueInvoice } from '~/billing/issue-invoice.server'
import { closeCart } from '~/cart/close-cart.server'
import { type PricedCart, priceCart } from '~/cart/price-cart.server'
import { findPickupPoint } from '~/delivery/delivery-queries.server'
import type { Language } from '~/i18n/language'
import { type Handing, handReservationsToOrder } from '~/inventory/hand-reservations-to-order.server'
import { createOrder, type OrderSnapshot } from '~/orders/create-order.server'
import { markOrderPaid } from '~/orders/mark-order-paid.server'
import { findOrderOfCart } from '~/orders/order-queries.server'
import { transitionOrder } from '~/orders/transition-order.server'
import { type Database, inTransaction } from '~/platform/db.server'
import type { PromoRefusal } from '~/promotions/check-promo-code.server'
import { redeemPromoCode } from '~/promotions/redeem-promo-code.server'
import { readSettings } from '~/settings/setting-queries.server'
import { agreementOf } from './agreement.server'
import { type Checkout, destinationOf, findCheckout } from './checkout-queries.server'
import { refuseTooMany, type TooManyOrders } from './placing/order-limits.server'

export type OrderToPlace = {
  cartId: string
  /** What the review page showed, by `agreementOf`. */
  agreedTo: string
  language: Language
  account: { id: string; level: number } | null
}

export type PlacedOrder = {
  orderId: string
  number: string
  linkSalt: string
  isPaid: boolean
}

export type PlaceOrderOutcome =
  | ({ ok: true; isNew: boolean } & PlacedOrder)
  | { ok: false; reason: 'empty-cart' | 'no-address' | 'no-delivery' }
  | { ok: false; reason: 'changed'; totalCents: number }
  | { ok: false; reason: 'promo-refused'; refusal: PromoRefusal['reason'] }
  | { ok: false; reason: 'not-enough-stock'; name: string; available: number }
  | TooManyOrders

/**
 * Turns a cart into an order, or says what is in the way and changes nothing. Prices, stock, promo code and delivery are
 * all read again here. Safe to call twice: a cart becomes one order, and the second call gets the first one's.
 */
export async function placeOrder(db: Database, wish: OrderToPlace): Promise<PlaceOrderOutcome> {
  return inTransaction<PlaceOrderOutcome>(db, async (tx) => {
    const [cart, checkout, settings] = await Promise.all([
      closeCart(tx, { cartId: wish.cartId }),
      findCheckout(tx, wish.cartId),
      readSettings(tx),
    ])
    if (!cart.ok) {
      if (cart.reason === 'empty') return { ok: false, reason: 'empty-cart' }
      return earlierOrder(tx, wish.cartId)
    }

    const { email, shippingAddress, deliveryMethod } = checkout
    if (!email || !shippingAddress) return { ok: false, reason: 'no-address' }
    if (!deliveryMethod) return { ok: false, reason: 'no-delivery' }

    const { language, account } = wish
    const priced = await priceCart(tx, {
      lines: cart.lines,
      ...destinationOf(shippingAddress),
      promoCode: cart.promoCode,
      deliveryMethod,
      customer: email,
      level: account?.level ?? null,
      language,
    })
    if (priced.lines.length === 0) return { ok: false, reason: 'empty-cart' }
    const snapshot = await snapshotOf(tx, wish, checkout, priced)
    if (!snapshot) return { ok: false, reason: 'no-delivery' }
    if (agreementOf(checkout, priced) !== wish.agreedTo)
      return { ok: false, reason: 'changed', totalCents: priced.totalCents }

    const keptFor = { origin: cart.openedFrom, person: personOf(email, account) }
    const tooMany = await refuseTooMany(tx, {
      cartId: wish.cartId,
      email,
      accountId: account?.id ?? null,
      keptFor,
    })
    if (tooMany) return tooMany

    const needsValidation = settings.orders.validateBeforePayment
    const placed = await createOrder(tx, { ...snapshot, needsValidation })
    const refusal =
      (await keepGoodsAside(tx, {
        cartId: wish.cartId,
        orderId: placed.orderId,
        lines: priced.lines,
        limited: { keptFor, limits: settings.stock },
      })) ?? (await redeem(tx, priced, placed.orderId, email))
    if (refusal) return refusal
    const isPaid = priced.totalCents === 0
    if (isPaid) await confirmFreeOrder(tx, placed.orderId)
    return { ok: true, ...placed, isPaid, isNew: true }
  })
}

async function earlierOrder(tx: Database, cartId: string): Promise<PlaceOrderOutcome> {
  const order = await findOrderOfCart(tx, cartId)
  if (!order) throw new Error(`Cart ${cartId} is closed, but no order came of it`)
  const { id: orderId, number, linkSalt, paidAt } = order
  return { ok: true, orderId, number, linkSalt, isPaid: paidAt !== null, isNew: false }
}

/** Null when what was chosen for the delivery is no longer offered. */
async function snapshotOf(
  tx: Database,
  { cartId, language, account }: OrderToPlace,
  { email, shippingAddress, billingAddress, deliveryMethod, pickupPoint }: Checkout,
  { lines, delivery, promo, ...priced }: PricedCart,
): Promise<OrderSnapshot | null> {
  if (!email || !shippingAddress || !deliveryMethod || delivery?.method !== deliveryMethod) return null
  const point = pickupPoint
    ? await findPickupPoint(tx, {
        code: pickupPoint,
        method: deliveryMethod,
        near: shippingAddress,
      })
    : null
  if (delivery.needsPickupPoint && !point) return null

  return {
    cartId,
    accountId: account?.id,
    email,
    language,
    itemsCents: priced.itemsCents,
    discountCents: priced.discountCents,
    deliveryCents: delivery.priceCents,
    deliveryVatBasisPoints: delivery.vatBasisPoints,
    totalCents: priced.totalCents,
    shippingAddress,
    billingAddress: billingAddress ?? shippingAddress,
    deliveryMethod,
    deliveryName: delivery.name,
    pickupPoint: point && {
      code: point.code,
      name: point.name,
      street: point.street,
      city: `${point.postcode} ${point.city}`,
    },
    promoCode: promo?.code,
    lines: lines.map((line) => ({
      variantId: line.variantId,
      sku: line.sku,
      name: line.name,
      slug: line.slug,
      options: line.options,
      imageHash: line.imageHash,
      quantity: line.quantity,
      unitCents: line.unitCents,
      discountCents: line.discountCents,
      totalCents: line.totalCents,
      vatBasisPoints: line.vatBasisPoints,
      vatCents: line.vatCents,
    })),
  }
}

/** Who signs in is one person whatever e-mails they give. */
function personOf(email: string, account: OrderToPlace['account']): string {
  return createHash('sha256')
    .update(account?.id ?? email.toLowerCase())
    .digest('base64url')
}

type Keeping = Omit<Handing, 'lines'> & { lines: PricedCart['lines'] }

async function keepGoodsAside(tx: Database, keeping: Keeping) {
  const kept = await handReservationsToOrder(tx, keeping)
  if (kept.ok) return undefined
  const { variantId, available } = kept
  const name = keeping.lines.find((line) => line.variantId === variantId)?.name ?? ''
  return { ok: false, reason: 'not-enough-stock', name, available } as const
}

/** A promo code may leave nothing to pay: there is no bank to ask then. */
async function confirmFreeOrder(tx: Database, orderId: string) {
  const steps = [
    await transitionOrder(tx, { orderId, to: 'payment_pending', actor: { kind: 'system' } }),
    await markOrderPaid(tx, { orderId, received: { cents: 0, currency: 'EUR' } }),
    await issueInvoice(tx, { orderId }),
  ]
  for (const step of steps)
    if (!step.ok) throw new Error(`Order ${orderId} costs nothing, but was not confirmed: ${step.reason}`)
}

async function redeem(tx: Database, { promo }: PricedCart, orderId: string, customer: string) {
  if (!promo) return undefined
  const redeemed = await redeemPromoCode(tx, { code: promo.code, orderId, customer })
  return redeemed.ok ? undefined : ({ ok: false, reason: 'promo-refused', refusal: redeemed.reason } as const)
}
