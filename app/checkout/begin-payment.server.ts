import { type Language, localPath } from '~/i18n/language'
import type { GatewayName } from '~/payments/gateway'
import type { PaymentShop } from '~/payments/payment-shop'
import { type StartPaymentOutcome, startPayment } from '~/payments/start-payment.server'

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
  { gateway, waitsForStaff, ...places }: PaymentPlaces & { waitsForStaff: boolean; gateway: GatewayName },
): Promise<StartPaymentOutcome> {
  if (waitsForStaff) return { ok: false, reason: 'not-payable', state: 'pending' }

  return startPayment(shop, {
    orderId: places.orderId,
    gateway,
    returnPath: returnPath(places),
    cancelPath: payPath(places),
  })
}
