import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import type { StandingProduct, StandingVariant } from './standing-products.server'

/** What a product is to be. Without a number it is created; variants that are not named stay as they are. */
export type ProductWrite = Omit<StandingProduct, 'id' | 'variants' | 'images' | 'references'> & {
  id: number | null
  /** Null leaves them as they are. */
  references: StandingProduct['references'] | null
  imageIds: string[] | null
  variants: (Omit<StandingVariant, 'id'> & { id: number | null })[]
}

/**
 * Creates and changes products, each kind of row in one statement whatever their number. The products to be changed are
 * locked by the caller. Nothing is announced: whoever writes by the thousand says how the search index follows.
 */
export async function writeProducts(
  tx: Database,
  writes: readonly ProductWrite[],
): Promise<{ productIds: Map<string, number>; variantIds: Map<string, number> }> {
  if (writes.length === 0) return { productIds: new Map(), variantIds: new Map() }
  const created = await createProducts(
    tx,
    writes.filter(({ id }) => id === null),
  )
  await changeProducts(
    tx,
    writes.filter(({ id }) => id !== null),
  )
  const identified = writes.map((write) => ({
    ...write,
    id: write.id ?? created.get(write.slug) ?? 0,
    isNew: write.id === null,
  }))
  await writeTexts(tx, identified)
  await writeReferences(tx, identified)
  await writeImages(tx, identified)
  return { productIds: created, variantIds: await writeVariants(tx, identified) }
}

type Identified = ProductWrite & { id: number; isNew: boolean }

async function createProducts(tx: Database, writes: readonly ProductWrite[]): Promise<Map<string, number>> {
  if (writes.length === 0) return new Map()
  const rows = await tx.execute<{ id: number; slug: string }>(sql`
    insert into products (range_id, brand_id, slug, status, vat_class, attributes, tags)
    select "rangeId", "brandId", slug, status, "vatClass", attributes, tags
    from json_to_recordset(${JSON.stringify(writes.map(productRow))}::json) as given (${PRODUCT_COLUMNS})
    returning id, slug`)
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

async function changeProducts(tx: Database, writes: readonly ProductWrite[]): Promise<void> {
  if (writes.length === 0) return
  await tx.execute(sql`
    update products set range_id = given."rangeId", brand_id = given."brandId", status = given.status,
      vat_class = given."vatClass", attributes = given.attributes, tags = given.tags, updated_at = now()
    from json_to_recordset(${JSON.stringify(writes.map(productRow))}::json) as given (${PRODUCT_COLUMNS})
    where products.id = given.id`)
}

const PRODUCT_COLUMNS = sql.raw(`id int, "rangeId" int, "brandId" int, slug text, status product_status,
  "vatClass" vat_class, attributes jsonb, tags text[]`)

function productRow({ id, rangeId, brandId, slug, status, vatClass, attributes, tags }: ProductWrite) {
  return { id, rangeId, brandId, slug, status, vatClass, attributes, tags }
}

async function writeTexts(tx: Database, writes: readonly Identified[]): Promise<void> {
  const texts = writes.flatMap(({ id, texts }) => texts.map((text) => ({ id, ...text })))
  if (texts.length === 0) return
  await tx.execute(sql`
    insert into product_texts as t (product_id, language, name, description)
    select id, language, name, description
    from json_to_recordset(${JSON.stringify(texts)}::json) as given (id int, language text, name text, description text)
    on conflict (product_id, language) do update set name = excluded.name, description = excluded.description
      where (t.name, t.description) is distinct from (excluded.name, excluded.description)`)
}

async function writeReferences(tx: Database, writes: readonly Identified[]): Promise<void> {
  const named = writes.filter(({ references }) => references !== null)
  const wanted = JSON.stringify(
    named.flatMap(({ id, references }) => (references ?? []).map((reference) => ({ id, ...reference }))),
  )
  const given = sql`json_to_recordset(${wanted}::json) as given (id int, kind text, maker text, value text)`
  const known = named.filter(({ isNew }) => !isNew)
  if (known.length > 0)
    await tx.execute(sql`
      delete from product_references r where ${isAmong(sql`product_id`, known.map(idOf))}
        and not exists (select 1 from ${given}
          where given.id = r.product_id and (given.kind, given.maker, given.value) = (r.kind, r.maker, r.value))`)
  if (wanted !== '[]')
    await tx.execute(sql`
      insert into product_references (product_id, kind, maker, value)
      select id, kind, maker, value from ${given} on conflict do nothing`)
}

async function writeImages(tx: Database, writes: readonly Identified[]): Promise<void> {
  const named = writes.filter(({ imageIds }) => imageIds !== null)
  if (named.length === 0) return
  const known = named.filter(({ isNew }) => !isNew)
  if (known.length > 0)
    await tx.execute(sql`delete from product_images where ${isAmong(sql`product_id`, known.map(idOf))}`)
  const images = named.flatMap(({ id, imageIds }) =>
    (imageIds ?? []).map((fileId, position) => ({ id, fileId, position })),
  )
  if (images.length === 0) return
  await tx.execute(sql`
    insert into product_images (product_id, position, file_id)
    select id, position, "fileId"
    from json_to_recordset(${JSON.stringify(images)}::json) as given (id int, position int, "fileId" uuid)`)
}

async function writeVariants(tx: Database, writes: readonly Identified[]): Promise<Map<string, number>> {
  const all = writes.flatMap(({ id: productId, variants }) =>
    variants.map((variant) => ({ productId, ...variant })),
  )
  const [created, changed] = [all.filter(({ id }) => id === null), all.filter(({ id }) => id !== null)]
  if (changed.length > 0)
    await tx.execute(sql`
      update variants set options = given.options, weight_grams = given."weightGrams"
      from json_to_recordset(${JSON.stringify(changed)}::json) as given (${VARIANT_COLUMNS})
      where variants.id = given.id`)
  if (created.length === 0) return new Map()
  const rows = await tx.execute<{ id: number; sku: string }>(sql`
    insert into variants (product_id, sku, position, options, weight_grams)
    select "productId", sku, position, options, "weightGrams"
    from json_to_recordset(${JSON.stringify(created)}::json) as given (${VARIANT_COLUMNS})
    returning id, sku`)
  return new Map(rows.map(({ id, sku }) => [sku, id]))
}

const VARIANT_COLUMNS = sql.raw(
  `id int, "productId" int, sku text, position int, options jsonb, "weightGrams" int`,
)

const idOf = ({ id }: { id: number }) => id
