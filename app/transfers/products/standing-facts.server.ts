import {
  listStandingProducts,
  lockStandingProducts,
  type StandingProduct,
} from '~/catalog/standing-products.server'
import { listOnHand } from '~/inventory/count-stock.server'
import type { Database } from '~/platform/db.server'
import { listWrittenPrices, type WrittenPrice } from '~/pricing/write-prices.server'
import { referenceOf } from '../run/cells.server'
import type { Frame } from '../run/frame.server'
import type { Facts } from './facts'

export type StandingVariantFacts = { id: number; sku: string; position: number; facts: Facts }

/** A product as it stands in the shop, in the words of our own format. */
export type StandingFacts = {
  id: number
  slug: string
  product: Facts
  variants: Map<string, StandingVariantFacts>
  written: StandingProduct
}

type Keys = { slugs: readonly string[]; skus: readonly string[] }

/** What the shop has under these slugs and SKUs; locked unless it is only to be looked at. */
export async function findStandingFacts(
  db: Database,
  keys: Keys,
  { frame, isLocked }: { frame: Frame; isLocked: boolean },
): Promise<StandingFacts[]> {
  const products = await (isLocked ? lockStandingProducts(db, keys) : listStandingProducts(db, keys))
  return withFacts(db, products, frame)
}

/** Adds prices and stock to products and words all of it as facts. */
export async function withFacts(
  db: Database,
  products: readonly StandingProduct[],
  frame: Frame,
): Promise<StandingFacts[]> {
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id))
  const [prices, onHand] = await Promise.all([listWrittenPrices(db, variantIds), listOnHand(db, variantIds)])
  return products.map((product) => ({
    id: product.id,
    slug: product.slug,
    product: productFacts(product, frame),
    variants: new Map(
      product.variants.map(({ id, sku, position, options, weightGrams }) => [
        sku,
        {
          id,
          sku,
          position,
          facts: {
            ...prefixed('option:', options),
            weight_g: weightGrams,
            ...priceFacts(prices.get(id)),
            stock: onHand.get(id) ?? null,
          },
        },
      ]),
    ),
    written: product,
  }))
}

function productFacts(product: StandingProduct, frame: Frame): Facts {
  const { texts, references } = product
  const facts: Facts = {
    status: product.status,
    range: frame.rangeById(product.rangeId)?.slug ?? '',
    brand: frame.brandName(product.brandId),
    vat_class: product.vatClass,
    tags: product.tags,
    images: product.images,
    ...prefixed('attribute:', product.attributes),
  }
  for (const { language, name, description } of texts) {
    facts[`name:${language}`] = name
    facts[`description:${language}`] = description
  }
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
