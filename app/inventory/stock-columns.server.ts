import { type SQL, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { FEW_LEFT } from './few-left'
import { isLive } from './ledger/stock-rows.server'
import { reservations, stock } from './stock-tables.server'

/** What statements of other rooms may join of stock. The columns below are of a query over it. */
export const stockView = new QueryBuilder()
  .select({
    variantId: stock.variantId,
    onHand: stock.onHand,
    reserved: stock.reserved,
  })
  .from(stock)
  .as('stock')

/** What nobody keeps aside. Reservations that expired still count until they are tidied up: see `availableNow`. */
export const unreserved: SQL<number> = sql`(${stock.onHand} - ${stock.reserved})`

/**
 * When the clock alone changes what is said of a stock the next time: goods of which few are left are no longer kept aside
 * for somebody. `greatest` keeps Postgres from walking through the expiries of all variants.
 */
export const nextRelease: SQL = sql`case when ${unreserved} <= ${FEW_LEFT} then (
  select min(greatest(${reservations.expiresAt}, now())) from ${reservations}
  where ${reservations.variantId} = ${stock.variantId} and ${isLive} and ${reservations.expiresAt} > now()) end`
