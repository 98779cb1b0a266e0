import type { Checkout } from './checkout-queries.server'

export const CHECKOUT_STEPS = ['address', 'delivery', 'review', 'payment'] as const
export type CheckoutStep = (typeof CHECKOUT_STEPS)[number]

/** In French; `localPath` makes them English. The payment has the path of its order. */
export const STEP_PATHS = {
  address: '/checkout',
  delivery: '/checkout/delivery',
  review: '/checkout/review',
} as const satisfies Partial<Record<CheckoutStep, string>>

/** Said in the address of the delivery step: a telephone was typed that nobody could call. */
export const PHONE_UNREAD = 'phone-unread'

/** The farthest step that what was said so far allows. */
export function farthestStep(
  said: Pick<Checkout, 'shippingAddress' | 'deliveryMethod'>,
): keyof typeof STEP_PATHS {
  if (!said.shippingAddress) return 'address'
  return said.deliveryMethod ? 'review' : 'delivery'
}

export function isReached(step: keyof typeof STEP_PATHS, farthest: keyof typeof STEP_PATHS): boolean {
  return CHECKOUT_STEPS.indexOf(step) <= CHECKOUT_STEPS.indexOf(farthest)
}
