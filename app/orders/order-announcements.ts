import type { OrderState } from './order-state'

export type OrderNews = { orderId: string }

declare module '~/platform/queue.server' {
  interface Announcements {
    'order.validated': OrderNews
    'order.paid': OrderNews
    'order.payment-failed': OrderNews
    'order.cancelled': OrderNews
    'order.refunded': OrderNews
  }
}

/** What is announced when an order arrives in a state; the other states concern nobody outside the room. */
export const ANNOUNCED = {
  validated: 'order.validated',
  paid: 'order.paid',
  payment_failed: 'order.payment-failed',
  cancelled: 'order.cancelled',
  refunded: 'order.refunded',
} as const satisfies Partial<Record<OrderState, string>>

export function announcementOf(state: OrderState): (typeof ANNOUNCED)[keyof typeof ANNOUNCED] | undefined {
  return state in ANNOUNCED ? ANNOUNCED[state as keyof typeof ANNOUNCED] : undefined
}
