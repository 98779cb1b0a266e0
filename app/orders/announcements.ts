type OrderNews = { orderId: string }

declare module '~/platform/queue.server' {
  interface Announcements {
    'order.validated': OrderNews
    'order.paid': OrderNews
    'order.payment-failed': OrderNews
    'order.cancelled': OrderNews
    'order.refunded': OrderNews
  }
}

export {}
