import { sql } from 'drizzle-orm'
import { type Database, inTransaction, sqlState } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'

const STILL_REFERRED_TO = '23503'

/**
 * Removes products that nothing in the shop refers to, with their variants, texts and prices. What somebody ordered, put in
 * a cart or counted stays; answers the numbers of those.
 */
export async function removeProducts(tx: Database, ids: readonly number[]): Promise<number[]> {
  return removeWhatCanBe(tx, ids, async (inner, some) => {
    await inner.execute(sql`delete from variants where ${isAmong(sql`product_id`, some)}`)
    await inner.execute(sql`delete from products where ${isAmong(sql`id`, some)}`)
  })
}

/** The same for variants of products that stay. */
export async function removeVariants(tx: Database, ids: readonly number[]): Promise<number[]> {
  return removeWhatCanBe(tx, ids, async (inner, some) => {
    await inner.execute(sql`delete from variants where ${isAmong(sql`id`, some)}`)
  })
}

async function removeWhatCanBe(
  tx: Database,
  ids: readonly number[],
  remove: (inner: Database, ids: readonly number[]) => Promise<void>,
): Promise<number[]> {
  if (ids.length === 0) return []
  try {
    await inTransaction(tx, (inner) => remove(inner, ids))
    return []
  } catch (fault) {
    if (sqlState(fault) !== STILL_REFERRED_TO) throw fault
    if (ids.length === 1) return [...ids]
  }
  const middle = Math.ceil(ids.length / 2)
  return [
    ...(await removeWhatCanBe(tx, ids.slice(0, middle), remove)),
    ...(await removeWhatCanBe(tx, ids.slice(middle), remove)),
  ]
}

/** Removes those of these brands, ranges and families that hold nothing any more. */
export async function removeEmptyFrame(
  tx: Database,
  { brands, ranges, families }: Record<'brands' | 'ranges' | 'families', readonly number[]>,
): Promise<void> {
  if (brands.length > 0)
    await tx.execute(sql`delete from brands b where ${isAmong(sql`id`, brands)}
      and not exists (select 1 from products where brand_id = b.id)`)
  if (ranges.length > 0)
    await tx.execute(sql`delete from ranges r where ${isAmong(sql`id`, ranges)}
      and not exists (select 1 from products where range_id = r.id)`)
  if (families.length > 0)
    await tx.execute(sql`delete from families f where ${isAmong(sql`id`, families)}
      and not exists (select 1 from ranges where family_id = f.id)`)
}
