import { addToCart } from '~/cart/cart-lines.server'
import { findCart } from '~/cart/cart-queries.server'
import { readCart } from '~/cart/read-cart.server'
import { findProductBySlug, listNewestIds, listSampleIds } from '~/catalog/product-queries.server'
import { findVariantsForSale } from '~/catalog/variant-queries.server'
import { reserveStock } from '~/inventory/reserve-stock.server'
import { findOrderByNumber } from '~/orders/order-queries.server'
import { type Cache, openCache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { openLog } from '~/platform/log.server'
import { listPartlyFitting } from '~/search/fitting-queries.server'
import { listRange } from '~/search/list-range.server'
import { NO_FILTERS } from '~/search/listing-filters'
import { openProductSearch } from '~/search/open-product-search.server'
import { countRange } from '~/search/range-counts.server'
import { suggest } from '~/search/suggest.server'
import { listProductCards } from '~/shelf/card-queries.server'
import { findProductOnShelf } from '~/shelf/shelf-queries.server'
import { listCompatibleVehicles } from '~/vehicles/compatible-vehicles.server'
import { listVehicles } from '~/vehicles/vehicle-queries.server'

type Shop = { db: Database; cache: Cache }

export type HotQuestion = {
  title: string
  ask: (shop: Shop) => Promise<unknown>
  /** The indexes that must answer it in a large shop. */
  through: string[]
}

const language = 'fr'
const LARGE_RANGE = 1
const SMALL_RANGE = 2
/** Five of each of these are in stock. */
const IN_STOCK = { put: 156, read: 162, kept: 168 }
const A_PAGE = Array.from({ length: 24 }, (_, at) => 21 + at)

/** What visitors ask all day, put through the rooms' own queries. */
export const HOTTEST: readonly HotQuestion[] = [
  {
    title: 'the words of a product and its neighbours',
    ask: ({ db }) => findProductBySlug({ db, cache: openCache(undefined) }, 'disque-151', language),
    through: ['products_slug_unique', 'products_by_range', 'variants_by_product'],
  },
  {
    title: 'a product page with its prices and stock',
    ask: (shop) => findProductOnShelf(shop, { slug: 'disque-151', sku: null, language }),
    through: ['stock_pkey', 'variant_prices_pkey', 'price_tiers_variant_id_from_quantity_pk'],
  },
  {
    title: 'the cards of a page',
    ask: ({ db }) => listProductCards({ db, cache: openCache(undefined) }, { ids: A_PAGE, language }),
    through: ['products_pkey', 'variants_by_product', 'stock_pkey', 'variant_prices_pkey'],
  },
  {
    title: 'what a cart says of its variants',
    ask: ({ db }) => findVariantsForSale(db, A_PAGE, language),
    through: ['variants_pkey', 'products_pkey'],
  },
  {
    title: 'a page of a large range',
    ask: listing(LARGE_RANGE, ''),
    through: ['product_documents_by_availability'],
  },
  {
    title: 'a page of a large range by price',
    ask: listing(LARGE_RANGE, 'sort=price-asc'),
    through: ['product_documents_by_range'],
  },
  {
    title: 'what of a large range fits a vehicle, by price, with its facets',
    ask: async (shop) => {
      const [vehicle] = await listVehicles(shop.db, [5])
      if (!vehicle) throw new Error('The shop has no vehicle 5')
      const params = new URLSearchParams('sort=price-asc')
      return listRange(
        { ...shop, reads: shop.db },
        { rangeId: LARGE_RANGE, params, language, mine: { vehicle, known: {} } },
      )
    },
    through: ['fitments_once', 'product_documents_product_id_language_pk'],
  },
  {
    title: 'what of a large range fits any of several types, as a search for a model asks',
    ask: ({ db }) =>
      listPartlyFitting(db, {
        rangeId: LARGE_RANGE,
        typeIds: Array.from({ length: 12 }, (_, at) => at + 1),
        language,
        sort: 'relevance',
      }),
    through: ['fitments_once'],
  },
  {
    title: 'the vehicles that a product fits',
    ask: ({ db }) => listCompatibleVehicles(db, { productId: 151, language }),
    through: ['fitments_by_product', 'vehicle_types_pkey'],
  },
  {
    title: 'putting into the cart',
    ask: ({ db }) => addToCart(db, { token: newId(), variantId: IN_STOCK.put, quantity: 1 }),
    through: ['stock_pkey', 'variants_pkey', 'cart_lines_cart_id_variant_id_pk'],
  },
  {
    title: 'reading a cart',
    ask: async ({ db }) => {
      const token = newId()
      await addToCart(db, { token, variantId: IN_STOCK.read, quantity: 1 })
      return readCart(db, await findCart(db, token), { language })
    },
    through: ['carts_token_hash_unique', 'cart_lines_cart_id_variant_id_pk', 'variants_pkey'],
  },
  {
    title: 'keeping stock aside',
    ask: ({ db }) =>
      reserveStock(db, {
        holder: 'cart',
        holderId: newId(),
        lines: [{ variantId: IN_STOCK.kept, quantity: 1 }],
        minutes: 10,
      }),
    through: ['stock_pkey', 'reservations_by_holder'],
  },
  {
    title: 'a search for a reference without Meilisearch',
    ask: ({ db }) =>
      withoutMeilisearch(db).search({
        language,
        query: '7701 200 150',
        filters: NO_FILTERS,
        sort: 'relevance',
        page: 1,
        perPage: 24,
        facets: ['brand', 'price', 'stock'],
      }),
    through: ['product_documents_references'],
  },
  {
    title: 'a suggestion for a number without Meilisearch',
    ask: ({ db, cache }) =>
      suggest(
        { db, reads: db, cache, productSearch: withoutMeilisearch(db) },
        { typed: 'BD 100150', language },
      ),
    through: ['product_documents_references'],
  },
  {
    title: 'an order by its number',
    ask: ({ db }) => findOrderByNumber(db, 'C50'),
    through: ['orders_number_unique', 'order_lines_by_order'],
  },
  {
    title: 'one product of each range of a family',
    ask: ({ db }) => listSampleIds(db, { familyId: 1 }),
    through: ['products_by_range'],
  },
]

export const FACETS: HotQuestion = {
  title: 'the facets of a filtered range',
  ask: ({ db }) =>
    countRange(
      { db, cache: openCache(undefined) },
      { rangeId: SMALL_RANGE, filters: { ...NO_FILTERS, brands: ['brand-3'] } },
    ),
  through: ['product_documents_by_range'],
}

/** The newest products are the same for everybody for five minutes: what counts is the asking after those. */
export const NEWEST: HotQuestion = {
  title: 'the newest products',
  ask: (shop) => listNewestIds(shop),
  through: ['products_newest'],
}

function listing(rangeId: number, query: string) {
  return (shop: Shop) =>
    listRange(
      { ...shop, reads: shop.db },
      { rangeId, params: new URLSearchParams(query), language, mine: null },
    )
}

function withoutMeilisearch(db: Database) {
  const log = openLog({ level: 'silent', process: 'test' })
  return openProductSearch({ db, log, meilisearch: undefined })
}
