import { asc, gt, sql } from 'drizzle-orm'
import { fileView } from '~/media/file-view.server'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { PRODUCT, REFERENCE, TEXT, VARIANT } from './product-columns.server'
import { type productReferences, products, type productTexts, type variants } from './product-tables.server'

/** All that the catalogue holds of a product, as it was written. */
export type StoredProduct = Omit<typeof products.$inferSelect, 'createdAt' | 'updatedAt'> & {
  texts: Omit<typeof productTexts.$inferSelect, 'productId'>[]
  references: Omit<typeof productReferences.$inferSelect, 'id' | 'productId' | 'normalized'>[]
  /** Public names of the pictures' files, in order. */
  images: string[]
  variants: StoredVariant[]
}

export type StoredVariant = Omit<typeof variants.$inferSelect, 'productId'>

const WHOLE_PRODUCT = sql`${PRODUCT.selected('p')},
  coalesce((select json_agg(${TEXT.asJson('t')})
    from product_texts t where t.product_id = p.id), '[]') as texts,
  coalesce((select json_agg(${REFERENCE.asJson('r')} order by r.kind, r.maker, r.value)
    from product_references r where r.product_id = p.id), '[]') as "references",
  coalesce((select json_agg(files.hash order by i.position)
    from product_images i join ${fileView} on files.id = i.file_id where i.product_id = p.id), '[]') as images,
  coalesce((select json_agg(${VARIANT.asJson('v')} order by v.position, v.id)
    from variants v where v.product_id = p.id), '[]') as variants`

type Keys = { slugs: readonly string[]; skus: readonly string[] }

/** The products that have one of these slugs or, in any case, of these SKUs. */
export async function listStoredProducts(db: Database, keys: Keys): Promise<StoredProduct[]> {
  const ids = await idsOf(db, keys)
  return ids.length === 0 ? [] : readWhole(db, isAmong(sql`p.id`, ids))
}

/** The same, and nobody else changes them before the transaction ends. */
export async function lockStoredProducts(tx: Database, keys: Keys): Promise<StoredProduct[]> {
  return lockProductsById(tx, await idsOf(tx, keys))
}

/** Products by their numbers, locked until the transaction ends; those that are gone are missing. */
export async function lockProductsById(tx: Database, ids: readonly number[]): Promise<StoredProduct[]> {
  if (ids.length === 0) return []
  await tx.execute(sql`select id from products where ${isAmong(sql`id`, ids)} order by id for no key update`)
  return readWhole(tx, isAmong(sql`p.id`, ids))
}

/** As many products in the order of their numbers. */
export async function listProductsAfter(
  db: Database,
  { after, limit }: { after: number; limit: number },
): Promise<StoredProduct[]> {
  return readWhole(
    db,
    sql`p.id in (select id from products where id > ${after}::int order by id limit ${limit}::int)`,
  )
}

/** The slugs of as many products in the order of their numbers. */
export async function listProductSlugs(
  db: Database,
  { after, limit }: { after: number; limit: number },
): Promise<{ id: number; slug: string }[]> {
  return db
    .select({ id: products.id, slug: products.slug })
    .from(products)
    .where(gt(products.id, after))
    .orderBy(asc(products.id))
    .limit(limit)
}

/** The numbers of products by what they are called: `sku:…`, `slug:…` or `id:…`. */
export async function findProductIds(db: Database, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const of = (kind: string) =>
    JSON.stringify(keys.filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length)))
  const ids = keys.filter((key) => /^id:\d{1,9}$/.test(key)).map((key) => Number(key.slice('id:'.length)))
  const rows = await db.execute<{ key: string; id: number }>(sql`
    select 'sku:' || v.sku as key, v.product_id as id
      from json_array_elements_text(${of('sku:')}::json) given (sku) join variants v on v.sku = given.sku
    union all select 'slug:' || p.slug, p.id
      from json_array_elements_text(${of('slug:')}::json) given (slug) join products p on p.slug = given.slug
    union all select 'id:' || p.id, p.id from products p where ${isAmong(sql`p.id`, ids)}`)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

async function idsOf(db: Database, { slugs, skus }: Keys): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select p.id from json_array_elements_text(${JSON.stringify(slugs)}::json) given (slug)
      join products p on p.slug = given.slug
    union select v.product_id from json_array_elements_text(${JSON.stringify(skus)}::json) given (sku)
      join variants v on lower(v.sku) = lower(given.sku)`)
  return rows.map(({ id }) => id)
}

/** SKUs of digits that are these numbers but for leading zeros, by the number. */
export async function listSkusOfNumbers(
  db: Database,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await db.execute<{ number: string; sku: string }>(sql`
    select given.number, v.sku from json_array_elements_text(${JSON.stringify(numbers)}::json) given (number)
    join variants v on v.sku ~ '^[0-9]+$' and ltrim(v.sku, '0') = ltrim(given.number, '0')`)
  return new Map(rows.map(({ number, sku }) => [number, sku]))
}

async function readWhole(db: Database, which: ReturnType<typeof sql>): Promise<StoredProduct[]> {
  return [
    ...(await db.execute<StoredProduct>(
      sql`select ${WHOLE_PRODUCT} from products p where ${which} order by p.id`,
    )),
  ]
}

/** Which of these slugs once belonged to a product: they stay its own. */
export async function listPastProductSlugs(db: Database, slugs: readonly string[]): Promise<Set<string>> {
  if (slugs.length === 0) return new Set()
  const rows = await db.execute<{ slug: string }>(sql`
    select h.slug from json_array_elements_text(${JSON.stringify(slugs)}::json) given (slug)
    join slug_history h on h.kind = 'product' and h.slug = given.slug`)
  return new Set(rows.map(({ slug }) => slug))
}

/** Every key that a product is described by, or a variant told apart by, whether or not the catalogue has words for it. */
export async function listDescribedKeys(db: Database): Promise<{ attributes: string[]; options: string[] }> {
  const keysOf = async (column: string, table: string) => {
    const rows = await db.execute<{ key: string }>(
      sql.raw(`select distinct jsonb_object_keys(${column}) as key from ${table} order by 1`),
    )
    return rows.map(({ key }) => key)
  }
  return { attributes: await keysOf('attributes', 'products'), options: await keysOf('options', 'variants') }
}
