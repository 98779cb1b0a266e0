import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'

/** The size of a shop, and since when it is being filled: a second run goes on with the same calendar. */
export type Plan = { products: number; types: number; fitments: number; began: Date }

type Size = Omit<Plan, 'began'>

/**
 * The filling that is under way in this database, or a new one where the shop is empty; null where the shop is full
 * already. Another size than the one begun is refused.
 */
export async function openPlan(db: Database, size: Size): Promise<Plan | null> {
  const begun = await findPlan(db)
  if (begun) {
    if (begun.products !== size.products || begun.types !== size.types || begun.fitments !== size.fitments)
      throw new Error(`A shop of another size was begun here. Go on with it: ${commandFor(begun)}`)
    return begun
  }
  const [shop] = await db.execute<{ any: boolean }>(sql`select exists (select 1 from families) as any`)
  if (shop?.any) return null
  await db.execute(sql`create schema if not exists seed_full`)
  await db.execute(sql`
    create table seed_full.plan as select ${size.products}::int as products, ${size.types}::int as types,
      ${size.fitments}::int as fitments, now() as began`)
  return findPlan(db)
}

/** What was being filled is full. */
export async function closePlan(db: Database): Promise<void> {
  await db.execute(sql`drop schema seed_full cascade`)
}

export async function findPlan(db: Database): Promise<Plan | null> {
  const [known] = await db.execute<{ any: boolean }>(
    sql`select to_regclass('seed_full.plan') is not null as any`,
  )
  if (!known?.any) return null
  const [row] = await db.execute<Size & { began: string }>(sql`select * from seed_full.plan`)
  return row ? { ...row, began: new Date(row.began) } : null
}

export function commandFor({ products, types, fitments }: Size): string {
  return `npm run seed:full -- --products ${products} --types ${types} --fitments ${fitments}`
}
