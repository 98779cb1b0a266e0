import { loadCatalogFrame } from '~/catalog/bulk/load-catalog.server'
import { type LoadedProduct, loadProducts } from '~/catalog/bulk/load-products.server'
import { saveDelivery } from '~/delivery/save-delivery.server'
import { loadStock } from '~/inventory/bulk/load-stock.server'
import { type Database, inTransaction } from '~/platform/db.server'
import { loadPrices } from '~/pricing/bulk/load-prices.server'
import { createPromoCode } from '~/promotions/create-promo-code.server'
import { loadDefaultSynonyms } from '~/search/load-default-synonyms.server'
import { saveSetting } from '~/settings/save-setting.server'
import { saveVatRates } from '~/vat/save-vat-rates.server'
import { deliveryPlan } from './delivery'
import type { DemoShop } from './generate-shop'
import { type DemoProduct, daysBefore } from './products/demo-product'
import { pricePlan } from './products/price-plan'
import { vatRatePlan } from './vat-rates'
import { fillVehicles } from './vehicles/fill-vehicles'
import { slugOf } from './words/grammar'

const BATCH = 500

type Filling = { fileIds: Map<string, string>; now: Date; onLoaded: (products: number) => void }

/** All of the shop or nothing of it, through the rooms that own the tables. */
export async function fillShop(
  db: Database,
  shop: DemoShop,
  { fileIds, now, onLoaded }: Filling,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await furnish(tx)
    const { rangeIds, brandIds } = await loadCatalogFrame(tx, taxonomyOf(shop, fileIds))
    const loadedFrom = (product: DemoProduct): LoadedProduct => ({
      ...product,
      rangeId: found(rangeIds, product.range),
      brandId: found(brandIds, product.brand),
      createdAt: daysBefore(now, product.daysAgo),
      imageIds: product.pictures.map((picture) => found(fileIds, picture)),
      variants: product.variants.map(({ sku, options, weightGrams }) => ({ sku, options, weightGrams })),
    })

    for (let from = 0; from < shop.products.length; from += BATCH) {
      const batch = shop.products.slice(from, from + BATCH)
      const variantIds = await loadProducts(tx, batch.map(loadedFrom))
      const variants = batch
        .flatMap((product) =>
          product.variants.map((variant) => ({ ...variant, price: pricePlan(product, variant, now) })),
        )
        .map((variant) => ({ ...variant, variantId: found(variantIds, variant.sku) }))
      await loadPrices(
        tx,
        variants.map(({ variantId, price }) => ({ variantId, ...price })),
      )
      await loadStock(tx, variants, { actor: 'demonstration' })
      onLoaded(batch.length)
    }
    await fillVehicles(tx, shop)
  })
}

/** What a shop needs before it has anything to sell. */
export async function furnish(tx: Database): Promise<void> {
  await saveDelivery(tx, deliveryPlan)
  await saveVatRates(tx, vatRatePlan)
  await saveSetting({ db: tx }, { name: 'shop', value: { name: 'Comptoir' } })
  await loadDefaultSynonyms(tx)
  // Sent to new customers, once each: no public price.
  await createPromoCode(tx, {
    code: 'WELCOME10',
    kind: 'percentage',
    value: 1_000,
    maxUsesPerCustomer: 1,
    isPublic: false,
  })
}

export function taxonomyOf({ families, brands, attributes }: DemoShop, fileIds: Map<string, string>) {
  const pictured = <Thing extends { picture: string }>(thing: Thing) => ({
    ...thing,
    imageId: fileIds.get(thing.picture) ?? null,
  })
  return {
    families: families.map((family) => ({
      ...pictured({ ...family, picture: family.ranges[0]?.picture ?? '' }),
      ranges: family.ranges.map(pictured),
    })),
    brands: brands.map(({ name, country }) => ({ slug: slugOf(name), name, country })),
    attributes: [...attributes],
  }
}

export function found<Value>(map: Map<string, Value>, key: string): Value {
  const value = map.get(key)
  if (value === undefined) throw new Error(`${key} was not loaded`)
  return value
}
