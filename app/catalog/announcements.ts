declare module '~/platform/queue.server' {
  interface Announcements {
    /** Anything that a shopper can read or search of these products is different now, or they are gone. */
    'catalog.product-changed': { productIds: number[] }
    /** So much is different that all that is made of the catalogue is made anew; announced for when the change is over. */
    'catalog.much-changed': Record<never, never>
  }
}

export {}
