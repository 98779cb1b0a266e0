import { type Language, localPath } from '~/i18n/language'
import { findOrder } from '~/orders/order-queries.server'
import type { GatewayName } from '~/payments/gateway'
import type { PaymentShop } from '~/payments/payment-shop'
import { type StartPaymentOutcome, startPayment } from '~/payments/start-payment.server'
import { waitsForStaff } from './waits-for-staff.server'

export type PaymentPlaces = { orderId: string; token: string; language: Language }

export function payPath({ orderId, token, language }: PaymentPlaces): string {
  return localPath(language, `/checkout/pay/${orderId}?token=${token}`)
}

export function returnPath({ orderId, token, language }: PaymentPlaces): string {
  return localPath(language, `/checkout/return/${orderId}?token=${token}`)
}

/** Opens the bank's page for an order; the shopper comes back to pages that its token opens. */
export async function beginPayment(
  shop: PaymentShop,
  { gateway, ...places }: PaymentPlaces & { gateway: GatewayName },
): Promise<StartPaymentOutcome> {
  const order = await findOrder(shop.db, places.orderId)
  if (order && (await waitsForStaff(shop.db, order)))
    return { ok: false, reason: 'not-payable', state: order.state }

  return startPayment(shop, {
    orderId: places.orderId,
    gateway,
    returnPath: returnPath(places),
    cancelPath: payPath(places),
  })
}
