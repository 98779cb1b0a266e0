import { aProduct, aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { attributeOptionTexts, attributes, attributeTexts } from './family-tables.server'
import { productTexts } from './product-tables.server'
import { findVariantsForSale } from './variant-queries.server'

test('a variant is named in the language of the shopper', async ({ db }) => {
  const disc = await aProduct(db, { name: 'Disque de frein' })
  await db.insert(productTexts).values({ productId: disc.id, language: 'en', name: 'Brake disc' })
  const variant = await aVariant(db, { productId: disc.id, weightGrams: 4200 })

  const [english] = await findVariantsForSale(db, [variant.id], 'en')

  expect(english).toMatchObject({
    variantId: variant.id,
    sku: variant.sku,
    slug: disc.slug,
    name: 'Brake disc',
    weightGrams: 4200,
    vatClass: 'standard',
    isSold: true,
    image: null,
  })
})

test('what has no English name keeps its French one', async ({ db }) => {
  const variant = await aVariant(db, { name: 'Disque de frein' })
  expect((await findVariantsForSale(db, [variant.id], 'en'))[0]?.name).toBe('Disque de frein')
})

test('options are worded, and a name of JavaScript is no option', async ({ db }) => {
  await db.insert(attributes).values({ key: 'edition', kind: 'choice' })
  await db.insert(attributeTexts).values({ attributeKey: 'edition', language: 'fr', label: 'Édition' })
  await db
    .insert(attributeOptionTexts)
    .values({ attributeKey: 'edition', option: 'first', language: 'fr', label: 'Première' })
  const first = await aVariant(db, { options: { edition: 'first' } })
  const odd = await aVariant(db, { options: { edition: 'constructor' } })

  const found = await findVariantsForSale(db, [first.id, odd.id], 'fr')

  const optionsOf = (id: number) => found.find((variant) => variant.variantId === id)?.options
  expect(optionsOf(first.id)).toEqual([{ key: 'edition', label: 'Édition', value: 'Première', unit: null }])
  expect(optionsOf(odd.id)).toEqual([{ key: 'edition', label: 'Édition', value: 'constructor', unit: null }])
})

test('a variant of an archived product is found, and may not be bought', async ({ db }) => {
  const variant = await aVariant(db, { status: 'archived' })
  expect((await findVariantsForSale(db, [variant.id, variant.id], 'fr'))[0]?.isSold).toBe(false)
  expect(await findVariantsForSale(db, [2_000_000_000], 'fr')).toEqual([])
})
