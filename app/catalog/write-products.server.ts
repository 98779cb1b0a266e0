import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'
import { tableColumns } from '~/platform/table-columns.server'
import { PRODUCT, REFERENCE, TEXT, TEXT_FIELDS, VARIANT } from './product-columns.server'
import { productReferences, products, variants } from './product-tables.server'
import type { StoredProduct, StoredVariant } from './stored-products.server'

/** What a product is to be. Without a number it is created; variants that are not named stay as they are. */
export type ProductWrite = Omit<StoredProduct, 'id' | 'variants' | 'images' | 'references'> & {
  id: number | null
  /** Null leaves them as they are. */
  references: StoredProduct['references'] | null
  imageIds: string[] | null
  variants: (Omit<StoredVariant, 'id'> & { id: number | null })[]
}

/** What a statement sets: a slug and a SKU are what their row is known by, and stay. */
const NEW_PRODUCT = tableColumns(products, { without: ['id', 'createdAt', 'updatedAt'] })
const CHANGED_PRODUCT = tableColumns(products, { without: ['id', 'slug', 'createdAt', 'updatedAt'] })
const NEW_VARIANT = tableColumns(variants, { without: ['id'] })
const CHANGED_VARIANT = tableColumns(variants, { without: ['id', 'productId', 'sku', 'position'] })
const REFERENCE_FIELDS = tableColumns(productReferences, { without: ['id', 'productId', 'normalized'] })

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
    insert into products (${NEW_PRODUCT.names}) select ${NEW_PRODUCT.keyNames} from ${NEW_PRODUCT.given(writes)}
    returning id, slug`)
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

async function changeProducts(tx: Database, writes: readonly ProductWrite[]): Promise<void> {
  if (writes.length === 0) return
  await tx.execute(sql`
    update products set ${CHANGED_PRODUCT.assignments('given')}, updated_at = now()
    from ${PRODUCT.given(writes)} where products.id = given.id`)
}

async function writeTexts(tx: Database, writes: readonly Identified[]): Promise<void> {
  const texts = writes.flatMap(({ id: productId, texts }) => texts.map((text) => ({ productId, ...text })))
  if (texts.length === 0) return
  await tx.execute(sql`
    insert into product_texts as t (${TEXT.names}) select ${TEXT.keyNames} from ${TEXT.given(texts)}
    on conflict (product_id, language) do update set ${TEXT_FIELDS.excluded}
      where ${TEXT_FIELDS.tuple('t')} is distinct from ${TEXT_FIELDS.tuple('excluded')}`)
}

async function writeReferences(tx: Database, writes: readonly Identified[]): Promise<void> {
  const named = writes.filter(({ references }) => references !== null)
  const wanted = named.flatMap(({ id: productId, references }) =>
    (references ?? []).map((reference) => ({ productId, ...reference })),
  )
  const known = named.filter(({ isNew }) => !isNew)
  if (known.length > 0)
    await tx.execute(sql`
      delete from product_references r where ${isAmong(sql`product_id`, known.map(idOf))}
        and not exists (select 1 from ${REFERENCE.given(wanted)}
          where given."productId" = r.product_id
            and ${REFERENCE_FIELDS.keyTuple('given')} = ${REFERENCE_FIELDS.tuple('r')})`)
  if (wanted.length > 0)
    await tx.execute(sql`
      insert into product_references (${REFERENCE.names}) select ${REFERENCE.keyNames} from ${REFERENCE.given(wanted)}
      on conflict do nothing`)
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
      update variants set ${CHANGED_VARIANT.assignments('given')}
      from ${VARIANT.given(changed)} where variants.id = given.id`)
  if (created.length === 0) return new Map()
  const rows = await tx.execute<{ id: number; sku: string }>(sql`
    insert into variants (${NEW_VARIANT.names}) select ${NEW_VARIANT.keyNames} from ${NEW_VARIANT.given(created)}
    returning id, sku`)
  return new Map(rows.map(({ id, sku }) => [sku, id]))
}

const idOf = ({ id }: { id: number }) => id
