import { cartOrigin } from '~/cart/visitor-cart.server'
import { type Language, localPath } from '~/i18n/language'
import type { GatewayName } from '~/payments/gateway'
import type { PaymentShop } from '~/payments/payment-shop'
import { type StartPaymentOutcome, startPayment } from '~/payments/start-payment.server'
import type { Shop } from '~/shop.server'

/** What the paths of an order's payment are made of. */
export type PaymentPaths = { orderId: string; token: string; language: Language }

export function payPath({ orderId, token, language }: PaymentPaths): string {
  return localPath(language, `/checkout/pay/${orderId}?token=${token}`)
}

export function returnPath({ orderId, token, language }: PaymentPaths): string {
  return localPath(language, `/checkout/return/${orderId}?token=${token}`)
}

type CheckoutShop = PaymentShop & Pick<Shop, 'limits' | 'env'>
type Begin = PaymentPaths & { gateway: GatewayName; clientIp: string }

/** Opens the bank's page for an order; the shopper comes back to pages that its token opens. */
export async function beginPayment(
  shop: CheckoutShop,
  { gateway, clientIp, ...paths }: Begin,
): Promise<StartPaymentOutcome> {
  const allowance = await shop.limits.take('payment-start', clientIp)
  if (!allowance.ok) return { ...allowance, reason: 'too-many-payments' }

  return startPayment(shop, {
    orderId: paths.orderId,
    gateway,
    returnPath: returnPath(paths),
    cancelPath: payPath(paths),
    startedFrom: cartOrigin(clientIp, shop.env),
  })
}
