import type { PricedCart } from '~/cart/price-cart.server'

export type Asked = { path: string; headers?: Record<string, string>; body?: string }

/** A basket of one, and what the review page says of it: the shopper is as fast as a reader can be. */
export type OrderToBuy = { variantId: number; method: string; priced: PricedCart }

/** What the load process is asked to do; it answers each job with a `Load`. */
export type LoadJob =
  /** As fast as the connections get their answers. */
  | { kind: 'flood'; origin: string; asked: Asked[]; connections: number; seconds: number }
  /** So many a second, whatever the answers take: what one visitor waits when the shop is not at its limit. */
  | { kind: 'paced'; origin: string; asked: Asked[]; perSecond: number; seconds: number }
  | { kind: 'add-to-cart'; origin: string; variantIds: number[]; atOnce: number; seconds: number }
  | { kind: 'checkout'; origin: string; orders: OrderToBuy[]; atOnce: number; seconds: number }
  | MixJob
  | { kind: 'select-one'; databaseUrl: string; atOnce: number; seconds: number }

/** Many visitors at once who do what people do. */
export type MixJob = {
  kind: 'mix'
  origin: string
  visitors: number
  haste: number
  seconds: number
  products: Asked[]
  ranges: Asked[]
  withVehicle: Asked[]
  words: string[]
  orders: OrderToBuy[]
}

export type Load = {
  count: number
  seconds: number
  failed: number
  /** The first of the failures, in words. */
  failure?: string
  p50: number
  p95: number
  p99: number
}
