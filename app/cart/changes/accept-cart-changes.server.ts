import { and, eq } from 'drizzle-orm'
import { findVariantsForSale } from '~/catalog/variant-queries.server'
import { DEFAULT_LANGUAGE } from '~/i18n/language'
import { listOwnAvailability } from '~/inventory/stock-queries.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { quotePrices } from '~/pricing/price-queries.server'
import { type ChangeCartOutcome, removeLine } from '../cart-lines.server'
import { listCartLines } from '../cart-queries.server'
import { cartLines } from '../cart-tables.server'
import { keepAside } from './keep-aside.server'
import { type Cart, lockCart } from './lock-cart.server'

/**
 * The visitor has read what changed: the new prices are seen, quantities follow what is left, and lines that cannot be
 * bought any more go.
 */
export async function acceptCartChanges(
  db: Database,
  { cartId, level, now }: { cartId: string; level?: number | null; now?: Date },
): Promise<ChangeCartOutcome> {
  return inTransaction<ChangeCartOutcome>(db, async (tx) => {
    const cart = await lockCart(tx, cartId)
    if (!cart) return { ok: false, reason: 'already-ordered' }

    const lines = await listCartLines(tx, cartId)
    const variantIds = lines.map((line) => line.variantId)
    const variants = await findVariantsForSale(tx, variantIds, DEFAULT_LANGUAGE)
    const stock = await listOwnAvailability(tx, { holder: 'cart', holderId: cartId, variantIds, now })
    const left = lines.map(({ variantId, quantity }) => ({
      variantId,
      quantity: Math.max(0, Math.min(quantity, stock.get(variantId)?.available ?? 0)),
    }))
    const quotes = await quotePrices(tx, left, { level, now })
    // In the order of the ids, in which stock is locked everywhere.
    for (const line of [...lines].sort((a, b) => a.variantId - b.variantId)) {
      const { variantId } = line
      const isSold = variants.some((variant) => variant.variantId === variantId && variant.isSold)
      const { unitCents, quantity = 0 } = (isSold && quotes.get(variantId)) || {}
      if (unitCents === undefined || quantity <= 0) await removeLine(tx, { cartId, variantId })
      else await seeLine(tx, { cart, line, quantity, unitCents, now })
    }
    return { ok: true }
  })
}

type SeenLine = {
  cart: Cart
  line: { variantId: number; quantity: number }
  quantity: number
  unitCents: number
  now?: Date
}

async function seeLine(tx: Database, { cart, line, quantity, unitCents, now }: SeenLine): Promise<void> {
  const { variantId } = line
  if (quantity < line.quantity) await keepAside(tx, { cart, line: { variantId, quantity }, now })
  await tx
    .update(cartLines)
    .set({ quantity, seenUnitCents: unitCents })
    .where(and(eq(cartLines.cartId, cart.id), eq(cartLines.variantId, variantId)))
}
