import { sql } from 'drizzle-orm'
import { isVariantSold } from '~/catalog/variant-queries.server'
import type { NotEnoughStock } from '~/inventory/stock-lines'
import type { Database } from '~/platform/db.server'
import { quotePrices } from '~/pricing/price-queries.server'
import { listCartLines } from '../cart-queries.server'
import { cartLines } from '../cart-tables.server'
import { MOST_IN_ALL, MOST_OF_ONE } from './cart-limits'
import { keepAside } from './keep-aside.server'
import type { Cart } from './lock-cart.server'

export type SetLineOutcome =
  | { ok: true; quantity: number; unitsInAll: number }
  | { ok: false; reason: 'not-sold' }
  | { ok: false; reason: 'too-many-of-one' | 'too-many-in-all'; most: number }
  | NotEnoughStock

/** Gives a line of a locked cart a new quantity, made of the one it has; the limits hold because the cart is locked. */
export async function setLine(
  tx: Database,
  {
    cart,
    variantId,
    quantityFrom,
    level,
    now,
  }: {
    cart: Cart
    variantId: number
    quantityFrom: (before: number) => number
    level?: number | null
    now?: Date
  },
): Promise<SetLineOutcome> {
  const [lines, isSold] = await Promise.all([listCartLines(tx, cart.id), isVariantSold(tx, variantId)])
  const before = lines.find((line) => line.variantId === variantId)?.quantity ?? 0
  const others = lines.reduce((sum, line) => sum + line.quantity, 0) - before
  const quantity = quantityFrom(before)
  if (quantity > MOST_OF_ONE) return { ok: false, reason: 'too-many-of-one', most: MOST_OF_ONE }
  if (quantity + others > MOST_IN_ALL) return { ok: false, reason: 'too-many-in-all', most: MOST_IN_ALL }

  const quotes = isSold ? await quotePrices(tx, [{ variantId, quantity }], { level, now }) : undefined
  const seenUnitCents = quotes?.get(variantId)?.unitCents
  if (seenUnitCents === undefined) return { ok: false, reason: 'not-sold' }

  const kept = await keepAside(tx, { cart, line: { variantId, quantity }, now })
  if (!kept.ok) return kept

  await tx
    .insert(cartLines)
    .values({ cartId: cart.id, variantId, quantity, seenUnitCents })
    .onConflictDoUpdate({
      target: [cartLines.cartId, cartLines.variantId],
      set: { quantity: sql`excluded.quantity`, seenUnitCents: sql`excluded.seen_unit_cents` },
    })
  return { ok: true, quantity, unitsInAll: quantity + others }
}
