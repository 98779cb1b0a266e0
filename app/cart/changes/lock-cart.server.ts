import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { hashOfToken } from '../cart-cookie.server'
import { carts } from '../cart-tables.server'

export type Cart = typeof carts.$inferSelect

/** Every change of a cart begins here: changes of one cart wait for one another. Null once it became an order. */
export async function lockCart(tx: Database, cartId: string): Promise<Cart | null> {
  const [cart] = await tx
    .update(carts)
    .set({ changedAt: sql`clock_timestamp()` })
    .where(and(eq(carts.id, cartId), isNull(carts.orderedAt)))
    .returning()
  return cart ?? null
}

/** The same for the cart of a token, which is made if there is none yet. */
export async function lockOrOpenCart(
  tx: Database,
  { token, openedFrom }: { token: string; openedFrom: string | null },
): Promise<Cart | null> {
  const [cart] = await tx
    .insert(carts)
    .values({ id: newId(), tokenHash: hashOfToken(token), openedFrom })
    .onConflictDoUpdate({
      target: carts.tokenHash,
      set: { changedAt: sql`clock_timestamp()` },
      setWhere: isNull(carts.orderedAt),
    })
    .returning()
  return cart ?? null
}
