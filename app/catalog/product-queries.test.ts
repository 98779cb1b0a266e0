import { eq } from 'drizzle-orm'
import { changeTag } from '~/changes'
import { openCache } from '~/platform/cache.server'
import { aProduct, aRange, aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { listNeighbours } from './card-queries.server'
import { attributes, attributeTexts } from './family-tables.server'
import { findProductBySlug } from './product-queries.server'
import { productReferences, products, productTexts } from './product-tables.server'

test('a product page has words, references and variants', async ({ db }) => {
  await db.insert(attributes).values({ key: 'diameter_mm', kind: 'number', unit: 'mm' })
  await db.insert(attributeTexts).values({ attributeKey: 'diameter_mm', language: 'fr', label: 'Diamètre' })
  const disc = await aProduct(db, { name: 'Disque', attributes: { diameter_mm: 280, unknown: 'x' } })
  const variant = await aVariant(db, { productId: disc.id })
  await db
    .insert(productReferences)
    .values({ productId: disc.id, kind: 'oem', maker: 'Renault', value: '77 01 208 265' })

  const found = await findProductBySlug({ db, cache: openCache(undefined) }, disc.slug, 'fr')

  expect(found).toMatchObject({
    id: disc.id,
    name: 'Disque',
    images: [],
    range: { name: 'Disques de frein' },
    family: { name: 'Freinage' },
    attributes: [{ key: 'diameter_mm', label: 'Diamètre', value: 280, unit: 'mm' }],
    references: [{ kind: 'oem', maker: 'Renault', value: '77 01 208 265' }],
    variants: [{ id: variant.id, sku: variant.sku, options: [] }],
  })
})

test('drafts, products under review and archived ones have no page; a sold one keeps it', async ({ db }) => {
  const cache = openCache(undefined)
  for (const status of ['draft', 'pending', 'archived'] as const) {
    const { slug } = await aProduct(db, { status })
    expect(await findProductBySlug({ db, cache }, slug, 'fr')).toBeNull()
  }
  const sold = await aProduct(db, { status: 'sold' })
  expect(await findProductBySlug({ db, cache }, sold.slug, 'fr')).toMatchObject({ status: 'sold' })
})

test('a slug that is unknown is not remembered as unknown', async ({ db }) => {
  const cache = openCache(undefined)
  const disc = await aProduct(db)
  expect(await findProductBySlug({ db, cache }, 'disc-to-come', 'fr')).toBeNull()

  await db.update(products).set({ slug: 'disc-to-come' }).where(eq(products.id, disc.id))

  expect(await findProductBySlug({ db, cache }, 'disc-to-come', 'fr')).toMatchObject({ id: disc.id })
})

test('a changed product is read anew once it is forgotten', async ({ db }) => {
  const cache = openCache(undefined)
  const disc = await aProduct(db, { name: 'Disque' })
  await findProductBySlug({ db, cache }, disc.slug, 'fr')
  await db.update(productTexts).set({ name: 'Disque ventilé' }).where(eq(productTexts.productId, disc.id))
  expect(await findProductBySlug({ db, cache }, disc.slug, 'fr')).toMatchObject({ name: 'Disque' })

  cache.drop([changeTag.product(disc.id)])

  expect(await findProductBySlug({ db, cache }, disc.slug, 'fr')).toMatchObject({ name: 'Disque ventilé' })
})

test('related products are the others of the range that are sold, the next ones first', async ({ db }) => {
  const rangeId = await aRange(db)
  const [first, second, third] = [
    await aProduct(db, { rangeId }),
    await aProduct(db, { rangeId }),
    await aProduct(db, { rangeId }),
  ]
  await aProduct(db, { rangeId, status: 'draft' })

  const neighbours = await listNeighbours(db, { productId: second.id, rangeId, language: 'fr' })
  expect(neighbours.map(({ id }) => id)).toEqual([third.id, first.id])
})
