import { type BulkLoad, copyRows } from '~/platform/copy-into.server'
import { productImages, productReferences, products, productTexts, variants } from '../product-tables.server'
import { type LoadedProduct, textRows } from './load-products.server'

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
  const added = batch.map((product) => ({
    ...product,
    status: 'available',
    updatedAt: product.createdAt,
  }))
  await copyRows(load, products, added)
  await copyRows(
    load,
    productTexts,
    batch.flatMap((product) => textRows(product.id, product)),
  )
  await copyRows(load, productReferences, batch.flatMap(referenceRows))
  await copyRows(load, variants, batch.flatMap(variantRows))
}

export async function copyProductImages(
  load: BulkLoad,
  images: readonly { productId: number; position: number; fileId: string }[],
): Promise<void> {
  await copyRows(load, productImages, images)
}

function referenceRows({ id: productId, references }: CopiedProduct) {
  const once = new Map(references.map((one) => [`${one.kind}/${one.maker}/${one.value}`, one]))
  return [...once.values()].map((reference) => ({ productId, ...reference }))
}

function variantRows({ id: productId, variants }: CopiedProduct) {
  return variants.map((variant, position) => ({ ...variant, productId, position }))
}
