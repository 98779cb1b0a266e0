import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { type PeriodLimit, waitForOneMore } from '~/platform/wait-for-one-more.server'
import { hashOfToken } from './cart-cookie.server'
import { cartLines, carts } from './cart-tables.server'

export type OpenCart = { id: string; country: string; promoCode: string | null }

/** The visitor's cart, as long as it has not become an order. */
export async function findCart(db: Database, token: string | null): Promise<OpenCart | null> {
  if (!token) return null
  const [cart] = await db
    .select({ id: carts.id, country: carts.country, promoCode: carts.promoCode })
    .from(carts)
    .where(and(eq(carts.tokenHash, hashOfToken(token)), isNull(carts.orderedAt)))
  return cart ?? null
}

/** The cart of a token after it has become an order. */
export async function findOrderedCart(db: Database, token: string): Promise<{ id: string } | null> {
  const [cart] = await db
    .select({ id: carts.id })
    .from(carts)
    .where(and(eq(carts.tokenHash, hashOfToken(token)), isNotNull(carts.orderedAt)))
  return cart ?? null
}

/** In how many seconds one more cart of this origin may become an order; no row: now. A query, to be sent with others. */
export function findOrderWaitOfOrigin(
  db: Database,
  { openedFrom, besides, ...limit }: { openedFrom: string | null; besides: string } & PeriodLimit,
) {
  const isTheirs = and(sql`${carts.openedFrom} = ${openedFrom}::text`, ne(carts.id, besides))
  return waitForOneMore(db, { ...limit, table: carts, at: carts.orderedAt, which: isTheirs })
}

/** The figure beside the cart in the header: units, not lines. */
export async function countCartItems(db: Database, token: string | null): Promise<number> {
  if (!token) return 0
  const [row] = await db
    .select({ units: sql<number>`coalesce(sum(${cartLines.quantity}), 0)::int` })
    .from(carts)
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .where(and(eq(carts.tokenHash, hashOfToken(token)), isNull(carts.orderedAt)))
  return row?.units ?? 0
}

/** In the order they were added. A cart holds 500 units at most, so no more lines. */
export function listCartLines(db: Database, cartId: string) {
  return db
    .select({
      variantId: cartLines.variantId,
      quantity: cartLines.quantity,
      seenUnitCents: cartLines.seenUnitCents,
    })
    .from(cartLines)
    .where(eq(cartLines.cartId, cartId))
    .orderBy(asc(cartLines.addedAt), asc(cartLines.variantId))
    .limit(500)
}
