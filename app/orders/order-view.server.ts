import type { Language } from '~/i18n/language'
import { addressLines } from './address-lines.server'
import type { Order } from './order-queries.server'
import { awaitsValidation } from './order-state'
import { vatOfOrder } from './order-vat'

export type OrderView = ReturnType<typeof viewOrder>

/** What pages show of an order: nothing that only the server needs. */
export function viewOrder(order: Order, language: Language) {
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    awaitsValidation: awaitsValidation(order),
    placedAt: order.placedAt,
    paymentDeadline: order.paymentDeadline,
    email: order.email,
    lines: order.lines.map(({ sku, name, slug, options, imageHash, quantity, unitCents }) => ({
      sku,
      name,
      slug,
      options,
      imageHash,
      quantity,
      unitCents,
    })),
    itemsCents: order.itemsCents,
    discountCents: order.discountCents,
    promoCode: order.promoCode,
    delivery: { name: order.deliveryName, cents: order.deliveryCents },
    totalCents: order.totalCents,
    vat: vatOfOrder(order),
    shipTo: addressLines(order.shippingAddress, language),
    billTo: addressLines(order.billingAddress, language),
    pickupAt: order.pickupPoint && [order.pickupPoint.name, order.pickupPoint.street, order.pickupPoint.city],
  }
}
