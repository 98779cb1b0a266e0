import { eq } from 'drizzle-orm'
import { lockVariant } from '~/catalog/lock-variant.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { announce } from '~/platform/queue.server'
import { variantPrices } from '../price-tables.server'

export type StoredPrice = Omit<typeof variantPrices.$inferSelect, 'variantId'>

export type UnknownVariant = { ok: false; reason: 'unknown-variant' }
export type NoPrice = { ok: false; reason: 'no-price' }

/**
 * One change of a variant's prices in one transaction: two changes of the same variant follow each other. What came
 * through is announced, so that pages and the search index follow.
 */
export async function changePrice<Outcome extends { ok: boolean }>(
  db: Database,
  variantId: number,
  change: (tx: Database, stored: StoredPrice | null) => Promise<Outcome>,
): Promise<Outcome | UnknownVariant> {
  return inTransaction<Outcome | UnknownVariant>(db, async (tx) => {
    const variant = await lockVariant(tx, variantId)
    if (!variant) return { ok: false, reason: 'unknown-variant' }

    const [stored] = await tx
      .select({
        baseCents: variantPrices.baseCents,
        saleCents: variantPrices.saleCents,
        saleFrom: variantPrices.saleFrom,
        saleUntil: variantPrices.saleUntil,
      })
      .from(variantPrices)
      .where(eq(variantPrices.variantId, variantId))
      .for('update')
    const outcome = await change(tx, stored ?? null)
    if (outcome.ok) await announce(tx, { type: 'catalog.product-changed', productIds: [variant.productId] })
    return outcome
  })
}

const DEAREST_CENTS = 100_000_000

export function isPrice(cents: number): boolean {
  return Number.isInteger(cents) && cents > 0 && cents <= DEAREST_CENTS
}

export const NO_SALE = { saleCents: null, saleFrom: null, saleUntil: null }

/** True from the first moment of a sale, planned ones included, until its last. */
export function hasSaleAhead({ saleFrom, saleUntil }: StoredPrice, now: Date): boolean {
  return saleFrom !== null && (saleUntil === null || saleUntil > now)
}
