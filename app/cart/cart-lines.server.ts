import { and, eq, sql } from 'drizzle-orm'
import { isVariantSold } from '~/catalog/variant-queries.server'
import { releaseReservations } from '~/inventory/release-reservations.server'
import type { NotEnoughStock } from '~/inventory/stock-lines'
import { type Database, inTransaction } from '~/platform/db.server'
import { quotePrices } from '~/pricing/price-queries.server'
import { listCartLines } from './cart-queries.server'
import { cartLines, carts } from './cart-tables.server'
import { MOST_IN_ALL, MOST_OF_ONE } from './changes/cart-limits'
import { keepAside } from './changes/keep-aside.server'
import { type Cart, lockCart, lockOrOpenCart } from './changes/lock-cart.server'

type SetLineOutcome =
  | { ok: true; quantity: number; unitsInAll: number }
  | { ok: false; reason: 'not-sold' }
  | { ok: false; reason: 'too-many-of-one' | 'too-many-in-all'; most: number }
  | NotEnoughStock

export type AddToCartOutcome = SetLineOutcome | { ok: false; reason: 'already-ordered' }

export type ChangeCartLineOutcome = SetLineOutcome | { ok: false; reason: 'already-ordered' | 'not-in-cart' }

export type ChangeCartOutcome = { ok: true } | { ok: false; reason: 'already-ordered' }

/**
 * Puts units of a variant into the cart of a token, on top of those already there, and keeps them aside. The first
 * addition makes the cart; a refused one makes none.
 */
export async function addToCart(
  db: Database,
  {
    token,
    openedFrom = null,
    variantId,
    quantity,
    level,
    now,
  }: {
    token: string
    openedFrom?: string | null
    variantId: number
    quantity: number
    level?: number | null
    now?: Date
  },
): Promise<AddToCartOutcome> {
  return inTransaction<AddToCartOutcome>(db, async (tx) => {
    const cart = await lockOrOpenCart(tx, { token, openedFrom })
    if (!cart) return { ok: false, reason: 'already-ordered' }
    return setLine(tx, { cart, variantId, quantityFrom: (before) => before + quantity, level, now })
  })
}

/** Gives a line of the cart another quantity; nought removes it. */
export async function changeCartLine(
  db: Database,
  {
    cartId,
    variantId,
    quantity,
    level,
    now,
  }: { cartId: string; variantId: number; quantity: number; level?: number | null; now?: Date },
): Promise<ChangeCartLineOutcome> {
  return inTransaction<ChangeCartLineOutcome>(db, async (tx) => {
    const cart = await lockCart(tx, cartId)
    if (!cart) return { ok: false, reason: 'already-ordered' }
    const lines = await listCartLines(tx, cartId)
    if (!lines.some((line) => line.variantId === variantId)) return { ok: false, reason: 'not-in-cart' }
    if (quantity === 0) {
      await removeLine(tx, { cartId, variantId })
      const unitsInAll = lines.reduce(
        (sum, line) => sum + (line.variantId === variantId ? 0 : line.quantity),
        0,
      )
      return { ok: true, quantity: 0, unitsInAll }
    }
    return setLine(tx, { cart, variantId, quantityFrom: () => quantity, level, now })
  })
}

/** Takes a line out and gives its goods back to the others. Harmless when it is not there any more. */
export async function removeCartLine(
  db: Database,
  { cartId, variantId }: { cartId: string; variantId: number },
): Promise<ChangeCartOutcome> {
  return inTransaction<ChangeCartOutcome>(db, async (tx) => {
    if (!(await lockCart(tx, cartId))) return { ok: false, reason: 'already-ordered' }
    await removeLine(tx, { cartId, variantId })
    return { ok: true }
  })
}

/** Empties the cart, its promo code included. */
export async function clearCart(db: Database, { cartId }: { cartId: string }): Promise<ChangeCartOutcome> {
  return inTransaction<ChangeCartOutcome>(db, async (tx) => {
    if (!(await lockCart(tx, cartId))) return { ok: false, reason: 'already-ordered' }
    await tx.delete(cartLines).where(eq(cartLines.cartId, cartId))
    await tx.update(carts).set({ promoCode: null }).where(eq(carts.id, cartId))
    await releaseReservations(tx, { holder: 'cart', holderId: cartId })
    return { ok: true }
  })
}

/** Gives a line of a locked cart a new quantity, made of the one it has; the limits hold because the cart is locked. */
async function setLine(
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

/** For commands that hold the cart already. */
export async function removeLine(
  tx: Database,
  { cartId, variantId }: { cartId: string; variantId: number },
): Promise<void> {
  await tx.delete(cartLines).where(and(eq(cartLines.cartId, cartId), eq(cartLines.variantId, variantId)))
  await releaseReservations(tx, { holder: 'cart', holderId: cartId, variantIds: [variantId] })
}
