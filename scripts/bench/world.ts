import { sql } from 'drizzle-orm'
import { priceCart } from '~/cart/price-cart.server'
import { listDeliveryOptions } from '~/checkout/delivery-choices.server'
import { setStockOnHand } from '~/inventory/set-stock-on-hand.server'
import { type Database, openDatabase } from '~/platform/db.server'
import { rememberGarage } from '~/vehicles/garage-cookie.server'
import type { Asked, OrderToBuy } from './load/jobs'
import type { Stack } from './stack'

const HOW_MANY = { products: 400, ranges: 60, vehicles: 100, queries: 120, bought: 200 }
const ENOUGH = 1_000_000

export type World = Awaited<ReturnType<typeof readWorld>>

/** What there is to look at and to buy in this shop: the same for the same shop, spread over all of it. */
export async function readWorld({ databaseUrl, env }: Stack) {
  const { db, close } = openDatabase(databaseUrl, { name: 'comptoir-bench', poolSize: 4 })
  try {
    return {
      counts: await countAll(db),
      products: await paths(db, productPaths),
      ranges: await paths(db, rangePaths),
      withVehicle: await listingsWithVehicle(db, env),
      words: await searchWords(db),
      orders: await ordersToBuy(db),
    }
  } finally {
    await close()
  }
}

/** What a shop must have before figures of it mean anything, and this one has not; null when it has all. */
export function lackOf({
  products,
  ranges,
  words,
  orders,
}: Omit<World, 'counts' | 'withVehicle'>): string | null {
  const needed = {
    'products for sale': products,
    'ranges with products': ranges,
    names: words,
    'goods to buy': orders,
  }
  const missing = Object.entries(needed).filter(([, things]) => things.length === 0)
  return missing.length === 0 ? null : `it has no ${missing.map(([name]) => name).join(', no ')}`
}

async function countAll(db: Database) {
  const [row] = await db.execute<{ products: number; fitments: number; orders: number }>(sql`
    select (select count(*)::int from products) as products,
      (select greatest(reltuples, 0)::int from pg_class where relname = 'fitments') as fitments,
      (select count(*)::int from orders) as orders`)
  return row ?? { products: 0, fitments: 0, orders: 0 }
}

const productPaths = sql`
  select '/p/' || slug as path from products where status = 'available' order by hashint4(id)
  limit ${HOW_MANY.products}`

const rangePaths = sql`
  select '/c/' || families.slug || '/' || ranges.slug as path
  from ranges join families on families.id = ranges.family_id
  where exists (select 1 from products where range_id = ranges.id and status = 'available')
  order by hashint4(ranges.id) limit ${HOW_MANY.ranges}`

async function paths(db: Database, query: ReturnType<typeof sql>): Promise<Asked[]> {
  return [...(await db.execute<Asked>(query))]
}

/** Ranges with parts for a vehicle, asked by a visitor who has that vehicle in the garage. */
async function listingsWithVehicle(db: Database, env: Stack['env']): Promise<Asked[]> {
  const rows = await db.execute<{ path: string; typeId: number }>(sql`
    select '/c/' || families.slug || '/' || ranges.slug as path, chosen.type_id as "typeId"
    from (select id from vehicle_types order by hashint4(id) limit ${HOW_MANY.vehicles}) as vehicle
    cross join lateral (
      select type_id, range_id from fitments where type_id = vehicle.id group by type_id, range_id
      order by count(*) desc limit 1) as chosen
    join ranges on ranges.id = chosen.range_id join families on families.id = ranges.family_id`)
  return Promise.all(
    rows.map(async ({ path, typeId }) => {
      const cookie = await rememberGarage({ chosenId: typeId, vehicles: [{ typeId }] }, env)
      return { path: `${path}?vehicle=${typeId}`, headers: { cookie: cookie.split(';')[0] ?? '' } }
    }),
  )
}

/** Two words of a product's name, as people search. */
async function searchWords(db: Database): Promise<string[]> {
  const rows = await db.execute<{ words: string }>(sql`
    select distinct array_to_string((regexp_split_to_array(lower(name), '\\s+'))[1:2], ' ') as words
    from (select name from product_texts where language = 'fr' order by hashint4(product_id)
      limit ${HOW_MANY.queries}) as named`)
  return rows.map((row) => row.words)
}

/** Goods with stock that lasts for the whole bench, and what one of each costs a shopper in Paris. */
async function ordersToBuy(db: Database): Promise<OrderToBuy[]> {
  const rows = await db.execute<{ variantId: number; onHand: number }>(sql`
    select stock.variant_id as "variantId", stock.on_hand as "onHand"
    from (select id from products where status = 'available' order by hashint4(id) limit ${HOW_MANY.bought}) as product
    join variants on variants.product_id = product.id
    join stock on stock.variant_id = variants.id
    order by stock.variant_id limit ${HOW_MANY.bought}`)
  const orders: OrderToBuy[] = []
  for (const { variantId, onHand } of rows) {
    if (onHand < ENOUGH / 2)
      await setStockOnHand(db, { variantId, onHand: ENOUGH, basedOn: onHand, actor: 'bench' })
    const order = await orderOf(db, variantId)
    if (order) orders.push(order)
  }
  return orders
}

async function orderOf(db: Database, variantId: number): Promise<OrderToBuy | undefined> {
  const cart = { lines: [{ variantId, quantity: 1 }], country: 'FR', level: null, language: 'fr' } as const
  const address = { fullName: '', street: '', postcode: '75011', city: '', country: 'FR' }
  const options = await listDeliveryOptions(db, {
    priced: await priceCart(db, cart),
    address,
    language: 'fr',
  })
  const method = options.find((option) => option.points === null)?.method
  if (!method) return undefined
  return { variantId, method, priced: await priceCart(db, { ...cart, deliveryMethod: method }) }
}
