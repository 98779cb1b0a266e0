import { eq } from 'drizzle-orm'
import { DEFAULT_LANGUAGE } from '~/i18n/language'
import { type Database, inTransaction } from '~/platform/db.server'
import type { PromoRefusal } from '~/promotions/check-promo-code.server'
import { normalizePromoCode } from '~/promotions/promo-code'
import type { ChangeCartOutcome } from './cart-lines.server'
import { listCartLines } from './cart-queries.server'
import { carts } from './cart-tables.server'
import { lockCart } from './changes/lock-cart.server'
import { priceCart } from './price-cart.server'

export type ApplyPromoCodeOutcome =
  | { ok: true }
  | { ok: false; reason: 'already-ordered' | 'empty' }
  | PromoRefusal

/**
 * Notes a code on the cart if it holds for it now, in place of another. Whether it still holds is asked again at every
 * display and when the order is placed.
 */
export async function applyPromoCode(
  db: Database,
  {
    cartId,
    code,
    customer,
    level,
    now,
  }: { cartId: string; code: string; customer?: string | null; level?: number | null; now?: Date },
): Promise<ApplyPromoCodeOutcome> {
  return inTransaction<ApplyPromoCodeOutcome>(db, async (tx) => {
    const cart = await lockCart(tx, cartId)
    if (!cart) return { ok: false, reason: 'already-ordered' }

    const { country } = cart
    const lines = await listCartLines(tx, cartId)
    const priced = await priceCart(tx, {
      lines,
      country,
      promoCode: code,
      customer,
      level,
      now,
      language: DEFAULT_LANGUAGE,
    })
    if (priced.lines.length === 0) return { ok: false, reason: 'empty' }
    if (priced.promoRefusal) return priced.promoRefusal

    await tx
      .update(carts)
      .set({ promoCode: normalizePromoCode(code) })
      .where(eq(carts.id, cartId))
    return { ok: true }
  })
}

export async function removePromoCode(
  db: Database,
  { cartId }: { cartId: string },
): Promise<ChangeCartOutcome> {
  return inTransaction<ChangeCartOutcome>(db, async (tx) => {
    if (!(await lockCart(tx, cartId))) return { ok: false, reason: 'already-ordered' }
    await tx.update(carts).set({ promoCode: null }).where(eq(carts.id, cartId))
    return { ok: true }
  })
}
