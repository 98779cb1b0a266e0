import { type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { levelPrices, priceTiers, variantPrices } from './price-tables.server'
import { vipLevel } from './vip-level'

/** What statements of other rooms may join of prices. All columns and conditions below are of a query over it. */
export const priceView = new QueryBuilder()
  .select({
    variantId: variantPrices.variantId,
    baseCents: variantPrices.baseCents,
    saleCents: variantPrices.saleCents,
    saleFrom: variantPrices.saleFrom,
    saleUntil: variantPrices.saleUntil,
  })
  .from(variantPrices)
  .as('variant_prices')

/** Whether a sale runs: it begins at its first moment and has ended at its last. */
export function isOnSale(now: SQL = sql`now()`): SQL {
  return sql`(${variantPrices.saleFrom} <= ${now}
    and (${variantPrices.saleUntil} is null or ${variantPrices.saleUntil} > ${now}))`
}

/** What one costs everybody now. */
export const priceNow: SQL<number> = sql`case when ${isOnSale()}
  then least(${variantPrices.saleCents}, ${variantPrices.baseCents}) else ${variantPrices.baseCents} end`

/** Whether a sale began or ended after a moment: nothing announces that. */
export function hasSaleTurnedSince(moment: SQL): SQL {
  return sql`(${variantPrices.saleFrom} between ${moment} and now()
    or ${variantPrices.saleUntil} between ${moment} and now())`
}

/** When the clock alone changes the price the next time: a sale begins or ends. */
export const nextSaleTurn: SQL = sql`least(
  case when ${variantPrices.saleFrom} > now() then ${variantPrices.saleFrom} end,
  case when ${variantPrices.saleUntil} > now() then ${variantPrices.saleUntil} end)`

/** What the price of one is made of, for `quoteOfOne`. */
export function priceColumns(level: number | null) {
  return {
    variantId: variantPrices.variantId,
    baseCents: variantPrices.baseCents,
    saleCents: variantPrices.saleCents,
    saleFrom: variantPrices.saleFrom,
    saleUntil: variantPrices.saleUntil,
    levelCents: levelCentsFor(level),
  }
}

function levelCentsFor(level: number | null) {
  const vip = vipLevel(level)
  if (vip === null) return sql<number | null>`null::int`
  return sql<number | null>`(
    select min(${levelPrices.unitCents}) from ${levelPrices}
    where ${levelPrices.variantId} = ${variantPrices.variantId} and ${levelPrices.level} <= ${vip}::int)`
}

export type PriceTier = { fromQuantity: number; unitCents: number }

/** What one of many costs, from the smallest quantity on. */
export const tiersColumn: SQL<PriceTier[]> = sql`(
  select coalesce(json_agg(json_build_object('fromQuantity', from_quantity, 'unitCents', unit_cents)
    order by from_quantity), '[]')
  from price_tiers where price_tiers.variant_id = ${variantPrices.variantId})`

/** The price by quantity that these many reach. */
export function tierCentsFrom(quantity: SQL): SQL<number | null> {
  return sql`(
    select min(${priceTiers.unitCents}) from ${priceTiers}
    where ${priceTiers.variantId} = ${variantPrices.variantId} and ${priceTiers.fromQuantity} <= ${quantity})`
}
