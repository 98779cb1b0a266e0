import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { variants } from './product-tables.server'

/** Holds a variant until the transaction ends; what refers to it may still be written. Null for an unknown one. */
export async function lockVariant(tx: Database, variantId: number): Promise<{ productId: number } | null> {
  const [variant] = await tx
    .select({ productId: variants.productId })
    .from(variants)
    .where(eq(variants.id, variantId))
    .for('no key update')
  return variant ?? null
}
