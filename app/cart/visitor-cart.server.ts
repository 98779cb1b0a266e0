import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import type { Environment } from '~/platform/env.server'
import { signedToken } from '~/platform/ids.server'
import { networkOf } from '~/platform/network-of.server'
import { hashOfToken, readCartToken } from './cart-cookie.server'
import { carts } from './cart-tables.server'

type VisitorCart = { id: string; units: number }
type OfRequest = { db: Database; env: Pick<Environment, 'ORIGIN'> }

const found = new WeakMap<OfRequest, Promise<VisitorCart | null>>()

/** The cart of the one who asks, with how many units are in it: looked up once, however many parts of a page need it. */
export function findVisitorCart(context: OfRequest, request: Request): Promise<VisitorCart | null> {
  const cart = found.get(context) ?? readVisitorCart(context, request)
  found.set(context, cart)
  return cart
}

async function readVisitorCart({ db, env }: OfRequest, request: Request): Promise<VisitorCart | null> {
  const token = await readCartToken(request, env)
  if (!token) return null
  const [cart] = await db
    .select({
      id: carts.id,
      units: sql<number>`(
        select coalesce(sum(quantity), 0)::int from cart_lines where cart_lines.cart_id = carts.id)`,
    })
    .from(carts)
    .where(and(eq(carts.tokenHash, hashOfToken(token)), isNull(carts.orderedAt)))
  return cart ?? null
}

/** Where a cart was opened from, as a name that tells nobody the IP. */
export function cartOrigin(clientIp: string, env: Pick<Environment, 'LINK_SECRET'>): string {
  return signedToken(env.LINK_SECRET, 'cart-origin', networkOf(clientIp))
}
