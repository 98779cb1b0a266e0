import type { Sort } from './sorts'

/**
 * A position in a sorted listing: beside a product, which the sort's own key and the product's number name. Pages beyond the
 * last numbered one begin or end at a cursor, so that they cost what the first page costs and nothing is met twice when
 * the listing grows meanwhile.
 */
export type Cursor = { way: 'after' | 'before'; key: string; productId: number }

const LARGEST = 2_147_483_647
const isNumber = (text: string) => /^\d{1,10}$/.test(text) && Number(text) <= LARGEST

const KEYS: Record<Sort, (text: string) => boolean> = {
  relevance: (text) => text === 'true' || text === 'false',
  'price-asc': isNumber,
  'price-desc': isNumber,
  /** Microseconds since 1970. */
  newest: (text) => /^-?\d{1,16}$/.test(text),
  name: (text) => text.length <= 200 && !/[\0\p{Cs}]/u.test(text),
}

/** The cursor that `after=` or `before=` names: `123.4590` is beside product 123, which costs 45.90. */
export function parseCursor(params: URLSearchParams, sort: Sort): Cursor | null {
  for (const way of ['after', 'before'] as const) {
    const [, id = '', key = ''] = /^(\d{1,10})\.(.*)$/s.exec(params.get(way) ?? '') ?? []
    if (isNumber(id) && KEYS[sort](key)) return { way, key, productId: Number(id) }
  }
  return null
}

export function cursorToken({ key, productId }: Pick<Cursor, 'key' | 'productId'>): string {
  return `${productId}.${key}`
}
