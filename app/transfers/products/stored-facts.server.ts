import { TEXT_FIELDS } from '~/catalog/product-columns.server'
import { listStoredProducts, lockStoredProducts, type StoredProduct } from '~/catalog/stored-products.server'
import { listOnHand } from '~/inventory/count-stock.server'
import type { Database } from '~/platform/db.server'
import { listWrittenPrices, type WrittenPrice } from '~/pricing/write-prices.server'
import { referenceOf } from '../run/cells.server'
import type { Frame } from '../run/frame.server'
import type { Facts } from './facts'
import { factsOfProduct, factsOfVariant } from './field-facts'

export type StoredVariantFacts = { id: number; sku: string; position: number; facts: Facts }

/** A product as it stands in the shop, in the words of our own format. */
export type StoredFacts = {
  id: number
  slug: string
  product: Facts
  variants: Map<string, StoredVariantFacts>
  written: StoredProduct
}

type Keys = { slugs: readonly string[]; skus: readonly string[] }

/** What the shop has under these slugs and SKUs; locked unless it is only to be looked at. */
export async function findStoredFacts(
  db: Database,
  keys: Keys,
  { frame, isLocked }: { frame: Frame; isLocked: boolean },
): Promise<StoredFacts[]> {
  const products = await (isLocked ? lockStoredProducts(db, keys) : listStoredProducts(db, keys))
  return withFacts(db, products, frame)
}

/** Adds prices and stock to products and words all of it as facts. */
export async function withFacts(
  db: Database,
  products: readonly StoredProduct[],
  frame: Frame,
): Promise<StoredFacts[]> {
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id))
  const [prices, onHand] = await Promise.all([listWrittenPrices(db, variantIds), listOnHand(db, variantIds)])
  return products.map((product) => ({
    id: product.id,
    slug: product.slug,
    product: productFacts(product, frame),
    variants: new Map(
      product.variants.map(({ id, sku, position, options, ...fields }) => [
        sku,
        {
          id,
          sku,
          position,
          facts: {
            ...prefixed('option:', options),
            ...factsOfVariant(fields),
            ...priceFacts(prices.get(id)),
            stock: onHand.get(id) ?? null,
          },
        },
      ]),
    ),
    written: product,
  }))
}

function productFacts(product: StoredProduct, frame: Frame): Facts {
  const { texts, references } = product
  const facts: Facts = {
    ...factsOfProduct(product),
    range: frame.rangeById(product.rangeId)?.slug ?? '',
    brand: frame.brandName(product.brandId),
    images: product.images,
    ...prefixed('attribute:', product.attributes),
  }
  for (const text of texts)
    for (const field of TEXT_FIELDS.keys) facts[`${field}:${text.language}`] = text[field]
  for (const kind of ['manufacturer', 'oem'] as const)
    facts[`references:${kind}`] = references.filter((reference) => reference.kind === kind).map(referenceOf)
  return facts
}

function prefixed(prefix: string, values: Record<string, string | number>): Facts {
  const facts: Facts = {}
  for (const key in values) facts[prefix + key] = values[key] ?? null
  return facts
}

function priceFacts(price: WrittenPrice | undefined): Facts {
  return {
    price: price?.baseCents ?? null,
    sale_price: price?.saleCents ?? null,
    sale_from: price?.saleFrom ?? null,
    sale_until: price?.saleUntil ?? null,
  }
}
