import {
  type CopiedProduct,
  copyProductImages,
  copyProducts,
  findFreeNumbers,
  keepNumbers,
  PRODUCT_TABLES,
} from '~/catalog/bulk/copy-products.server'
import { copyStock, STOCK_TABLES } from '~/inventory/bulk/copy-stock.server'
import type { BulkLoad } from '~/platform/copy-into.server'
import { withoutIndexes } from '~/platform/without-indexes.server'
import { copyPrices, PRICE_TABLES } from '~/pricing/bulk/copy-prices.server'
import { found } from '../fill-shop'
import { type DemoProduct, daysBefore } from '../products/demo-product'
import { pricePlan } from '../products/price-plan'
import { productBatches } from './product-batches'

export type ProductFilling = {
  products: number
  now: Date
  rangeIds: Map<string, number>
  brandIds: Map<string, number>
  /** Hands over the ids of files that show these pictures. */
  storePictures: (names: Set<string>) => Promise<Map<string, string>>
  onProgress: (step: string, done: number, total: number) => void
}

type Numbered = { product: CopiedProduct; made: DemoProduct }

/** Every product with its words, references, variants, prices, stock and pictures: all of them or none. */
export async function fillProducts(load: BulkLoad, filling: ProductFilling): Promise<number> {
  const tables = [...PRODUCT_TABLES, ...PRICE_TABLES, ...STOCK_TABLES]
  const shown = await withoutIndexes(
    (statement) => load.unsafe(statement),
    tables,
    () => copyBatches(load, filling),
    (built, total, name) => filling.onProgress(name, built, total),
  )
  // Only now: while its foreign keys are away, the table of files is closed to those who store the pictures.
  await copyProductImages(load, await imagesOf(shown, filling))
  return shown.length
}

type Shown = { productId: number; pictures: readonly string[] }

async function copyBatches(load: BulkLoad, filling: ProductFilling): Promise<Shown[]> {
  const opening: { variantId: number; onHand: number }[] = []
  const shown: Shown[] = []
  const numbered = numbering(await findFreeNumbers(load), filling)
  for await (const made of productBatches(filling.products)) {
    const batch = made.map(numbered)
    await copyProducts(
      load,
      batch.map(({ product }) => product),
    )
    await copyPrices(
      load,
      batch.flatMap((one) => pricesOf(one, filling.now)),
    )
    for (const { product, made } of batch) {
      shown.push({ productId: product.id, pictures: made.pictures })
      for (const [at, { id }] of product.variants.entries())
        opening.push({ variantId: id, onHand: made.variants[at]?.onHand ?? 0 })
    }
    filling.onProgress('products', shown.length, filling.products)
  }
  await keepNumbers(load)
  filling.onProgress('stock', 0, opening.length)
  await copyStock(load, opening, { actor: 'demonstration' })
  return shown
}

function numbering(
  free: { product: number; variant: number },
  { rangeIds, brandIds, now }: Pick<ProductFilling, 'rangeIds' | 'brandIds' | 'now'>,
): (made: DemoProduct) => Numbered {
  return (made) => ({
    made,
    product: {
      ...made,
      id: free.product++,
      rangeId: found(rangeIds, made.range),
      brandId: found(brandIds, made.brand),
      createdAt: daysBefore(now, made.daysAgo),
      variants: made.variants.map(({ sku, options, weightGrams }) => ({
        id: free.variant++,
        sku,
        options,
        weightGrams,
      })),
    },
  })
}

function pricesOf({ product, made }: Numbered, now: Date) {
  return made.variants.flatMap((variant, at) => {
    const variantId = product.variants[at]?.id
    return variantId === undefined ? [] : [{ variantId, ...pricePlan(made, variant, now) }]
  })
}

async function imagesOf(shown: readonly Shown[], { storePictures }: Pick<ProductFilling, 'storePictures'>) {
  const fileIds = await storePictures(new Set(shown.flatMap(({ pictures }) => pictures)))
  return shown.flatMap(({ productId, pictures }) =>
    pictures.map((name, position) => ({ productId, position, fileId: found(fileIds, name) })),
  )
}
