import { eq, sql } from 'drizzle-orm'
import { brands, families, familyTexts, ranges, rangeTexts } from '~/catalog/family-tables.server'
import { products, productTexts, variants } from '~/catalog/product-tables.server'
import { stock, stockMovements } from '~/inventory/stock-tables.server'
import type { Database } from '~/platform/db.server'
import { variantPrices } from '~/pricing/price-tables.server'

let counter = 0

/** A word that no other call of this process returned: slugs and SKUs must differ. */
export function unique(word: string): string {
  counter += 1
  return `${word}-${process.pid}-${counter}`
}

function only<Row>(rows: Row[]): Row {
  const [row] = rows
  if (!row) throw new Error('The database returned no row')
  return row
}

export async function aRange(db: Database, { name = 'Disques de frein' } = {}): Promise<number> {
  const family = only(
    await db
      .insert(families)
      .values({ slug: unique('family') })
      .returning(),
  )
  await db.insert(familyTexts).values([
    { familyId: family.id, language: 'fr', name: 'Freinage' },
    { familyId: family.id, language: 'en', name: 'Braking' },
  ])
  const range = only(
    await db
      .insert(ranges)
      .values({ familyId: family.id, slug: unique('range') })
      .returning(),
  )
  await db.insert(rangeTexts).values({ rangeId: range.id, language: 'fr', name })
  return range.id
}

export async function aBrand(db: Database, { name = unique('Brembo') } = {}): Promise<number> {
  return only(
    await db
      .insert(brands)
      .values({ slug: unique('brand'), name })
      .returning(),
  ).id
}

type ProductFacts = {
  name?: string
  rangeId?: number
  brandId?: number
  status?: (typeof products.$inferInsert)['status']
  attributes?: (typeof products.$inferInsert)['attributes']
}

export async function aProduct(db: Database, facts: ProductFacts = {}) {
  const { name = 'Disque de frein avant', status = 'available', attributes = {} } = facts
  const rangeId = facts.rangeId ?? (await aRange(db))
  const brandId = facts.brandId ?? (await aBrand(db))
  const product = only(
    await db
      .insert(products)
      .values({ rangeId, brandId, slug: unique('product'), status, attributes })
      .returning(),
  )
  await db.insert(productTexts).values({ productId: product.id, language: 'fr', name })
  return product
}

type VariantFacts = ProductFacts & {
  productId?: number
  priceCents?: number
  onHand?: number
  weightGrams?: number
  options?: (typeof variants.$inferInsert)['options']
}

/** A variant for sale, with its price and its stock; its id is what carts and orders hold. */
export async function aVariant(db: Database, facts: VariantFacts = {}) {
  const { priceCents = 1000, onHand = 10, weightGrams = 500, options = {} } = facts
  const productId = facts.productId ?? (await aProduct(db, facts)).id
  const variant = only(
    await db
      .insert(variants)
      .values({ productId, sku: unique('SKU'), weightGrams, options })
      .returning(),
  )
  await db.insert(variantPrices).values({ variantId: variant.id, baseCents: priceCents })
  await db.insert(stock).values({ variantId: variant.id })
  if (onHand > 0)
    await db
      .insert(stockMovements)
      .values({ variantId: variant.id, delta: onHand, reason: 'initial', actor: 'test' })
  return variant
}

export async function stockOf(db: Database, variantId: number) {
  return only(
    await db
      .select({ onHand: stock.onHand, reserved: stock.reserved })
      .from(stock)
      .where(eq(stock.variantId, variantId)),
  )
}

/** What was announced in this database and not reacted to yet, oldest first. */
export async function announcementsIn(db: Database): Promise<unknown[]> {
  const rows = await db.execute<{ payload: unknown }>(sql`
    select job.payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'react' order by job.id`)
  return rows.map((row) => row.payload)
}
