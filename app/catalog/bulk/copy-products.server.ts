import { LANGUAGES } from '~/i18n/language'
import { type BulkLoad, type Cell, copyInto } from '~/platform/copy-into.server'
import type { LoadedProduct } from './load-products.server'

/** Products that bring their own numbers, so that what follows them can be loaded without asking. */
export type CopiedProduct = Omit<LoadedProduct, 'imageIds' | 'variants'> & {
  id: number
  variants: (LoadedProduct['variants'][number] & { id: number })[]
}

/** What `copyProducts` fills. */
export const PRODUCT_TABLES = ['products', 'product_texts', 'product_references', 'variants']

/** The first numbers that no product and no variant has. Whoever takes some says so with `keepNumbers`. */
export async function findFreeNumbers(load: BulkLoad): Promise<{ product: number; variant: number }> {
  const [free] = await load<{ product: number; variant: number }[]>`
    select (select coalesce(max(id), 0) + 1 from products) as product,
      (select coalesce(max(id), 0) + 1 from variants) as variant`
  return free ?? { product: 1, variant: 1 }
}

export async function keepNumbers(load: BulkLoad): Promise<void> {
  for (const table of ['products', 'variants'])
    await load`
      select setval(pg_get_serial_sequence(${table}, 'id'), max(id)) from ${load(table)} having max(id) is not null`
}

/** Adds products that are for sale, hundreds of thousands of them in batches. Nothing is announced. */
export async function copyProducts(load: BulkLoad, batch: readonly CopiedProduct[]): Promise<void> {
  await copyInto(load, { table: 'products', columns: PRODUCT_COLUMNS }, batch.map(productRow))
  await copyInto(load, { table: 'product_texts', columns: TEXT_COLUMNS }, batch.flatMap(textRows))
  await copyInto(
    load,
    { table: 'product_references', columns: REFERENCE_COLUMNS },
    batch.flatMap(referenceRows),
  )
  await copyInto(load, { table: 'variants', columns: VARIANT_COLUMNS }, batch.flatMap(variantRows))
}

export async function copyProductImages(
  load: BulkLoad,
  images: Iterable<{ productId: number; position: number; fileId: string }>,
): Promise<void> {
  function* rows(): Generator<Cell[]> {
    for (const { productId, position, fileId } of images) yield [productId, position, fileId]
  }
  await copyInto(load, { table: 'product_images', columns: ['product_id', 'position', 'file_id'] }, rows())
}

const PRODUCT_COLUMNS = [
  ...['id', 'range_id', 'brand_id', 'slug', 'status', 'vat_class', 'attributes', 'tags'],
  ...['created_at', 'updated_at'],
]
const TEXT_COLUMNS = ['product_id', 'language', 'name', 'description']
const REFERENCE_COLUMNS = ['product_id', 'kind', 'maker', 'value']
const VARIANT_COLUMNS = ['id', 'product_id', 'sku', 'position', 'options', 'weight_grams']

function productRow(product: CopiedProduct): Cell[] {
  const { id, rangeId, brandId, slug, vatClass, attributes, tags, createdAt } = product
  return [id, rangeId, brandId, slug, 'available', vatClass, attributes, tags, createdAt, createdAt]
}

function textRows({ id, name, description }: CopiedProduct): Cell[][] {
  return LANGUAGES.map((language) => [id, language, name[language], description[language]])
}

function referenceRows({ id, references }: CopiedProduct): Cell[][] {
  const once = new Map(references.map((one) => [`${one.kind}/${one.maker}/${one.value}`, one]))
  return [...once.values()].map(({ kind, maker, value }) => [id, kind, maker, value])
}

function variantRows({ id: productId, variants }: CopiedProduct): Cell[][] {
  return variants.map(({ id, sku, options, weightGrams }, position) => [
    id,
    productId,
    sku,
    position,
    options,
    weightGrams,
  ])
}
