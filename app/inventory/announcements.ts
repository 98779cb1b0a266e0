declare module '~/platform/queue.server' {
  interface Announcements {
    /** What a page says about these variants is out of date: sold out, back again, only a few left. */
    'stock.changed': { variantIds: number[] }
  }
}

export {}
