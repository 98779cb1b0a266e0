/** What staff have to look at, because no rule of the shop can decide it. */
export type PaymentTrouble =
  | 'mismatch'
  | 'contradiction'
  | 'double'
  | 'unknown-charge'
  | 'unreadable-notification'
  | 'unknown-refund'
  | 'refund-failed'

declare module '~/platform/queue.server' {
  interface Announcements {
    /** The bank has to be asked to pay back. */
    'payment.refund-due': { refundId: string }
    /** The bank confirmed a refund of what paid an order. */
    'payment.refunded': { orderId: string; refundId: string; amountCents: number }
    /** Money came for an order that can no longer be served, and goes back by itself. */
    'payment.late': { orderId: string; refundId: string; amountCents: number }
    /** A message of a bank was not believed: the bank has to be asked about what it names. */
    'payment.doubted': { attemptId: string }
    /** The sandbox bank owes the shop a notification that it sends late, or once more. */
    'payment.sandbox-owes-news': { paymentId: string }
    'payment.attention': { trouble: PaymentTrouble; orderId: string | null; detail: string }
  }
}
