import { type SQL, sql } from 'drizzle-orm'
import type { TextMatch } from '../documents/document-conditions.server'
import type { Cursor } from './cursor'
import type { Sort } from './sorts'

/** `by` and the product's number stand together at the end of an index, so that a page is read and not sorted. */
type Order = { by: SQL; falls?: boolean; key: SQL; at: (key: string) => SQL }

const PRICE = {
  by: sql`d.price_cents`,
  key: sql`d.price_cents::text`,
  at: (key: string) => sql`${key}::int`,
}

/** What can be had comes before what is sold out. */
const ORDERS: Record<Sort, Order> = {
  relevance: {
    by: sql`(d.available <= 0)`,
    key: sql`(d.available <= 0)::text`,
    at: (key) => sql`${key === 'true'}::boolean`,
  },
  'price-asc': PRICE,
  'price-desc': { ...PRICE, falls: true },
  newest: {
    by: sql`d.created_at`,
    falls: true,
    key: sql`(extract(epoch from d.created_at) * 1000000)::bigint::text`,
    at: (key) => sql`(timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond')`,
  },
  name: { by: sql`d.name_key collate "C"`, key: sql`d.name_key`, at: (key) => sql`${key}::text` },
}

/** The product's number decides the rest, so that pages never overlap. */
export function orderOf(
  sort: Sort,
  { match, isReversed = false }: { match?: TextMatch | undefined; isReversed?: boolean } = {},
): SQL {
  if (match && sort === 'relevance') return sql`${match.rank} desc, d.available > 0 desc, d.product_id`
  const { by, falls = false } = ORDERS[sort]
  const way = falls === isReversed ? sql`asc` : sql`desc`
  return sql`${by} ${way}, d.product_id ${way}`
}

/** The documents on one side of a cursor. */
export function beside(sort: Sort, { way, key, productId }: Cursor): SQL {
  const { by, falls = false, at } = ORDERS[sort]
  const isUpwards = (way === 'after') !== falls
  return sql`(${by}, d.product_id) ${isUpwards ? sql`>` : sql`<`} (${at(key)}, ${productId}::int)`
}

/** By what a document is named in a cursor, beside its number. */
export function cursorKey(sort: Sort): SQL {
  return ORDERS[sort].key
}
