declare module '~/platform/queue.server' {
  interface Announcements {
    /** Anything that a shopper can read or search of these products is different now, or they are gone. */
    'catalog.product-changed': { productIds: number[] }
  }
}

export {}
