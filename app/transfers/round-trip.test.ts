import { PassThrough } from 'node:stream'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { productReferences, productTexts, variants } from '~/catalog/product-tables.server'
import { variantPrices } from '~/pricing/price-tables.server'
import { aProduct, aVariant } from '../../tests/a-shop'
import { exported, imported } from '../../tests/a-table-file'
import { expect, test } from '../../tests/shop-test'
import { exportCatalog } from './export-catalog.server'
import { writeCsv } from './write-csv.server'

const AWKWARD = '=HYPERLINK("http://evil.test")\r\n\r\n« Disque », 11" ; \'=x\n\t-1'

test('an export changes nothing when it is imported, whatever the texts hold', async ({ db }) => {
  const product = await aProduct(db, {
    name: AWKWARD,
    attributes: { diameter: 280, axle: 'front', note: '=1+1' },
  })
  await aVariant(db, { productId: product.id, options: { colour: '@red', size: 'M' } })
  const sold = await aVariant(db, { productId: product.id, onHand: 0, weightGrams: 0 })
  await db
    .update(variantPrices)
    .set({
      saleCents: 900,
      saleFrom: new Date('2026-01-01T10:11:12.345Z'),
      saleUntil: new Date('2026-02-01'),
    })
    .where(eq(variantPrices.variantId, sold.id))
  await db
    .insert(productTexts)
    .values({ productId: product.id, language: 'en', name: '-5', description: AWKWARD })
  await db.insert(productReferences).values([
    { productId: product.id, kind: 'oem', maker: 'Citro:ën|PSA', value: '1109\\CK:x' },
    { productId: product.id, kind: 'manufacturer', maker: '=Bosch', value: '|' },
  ])
  await db.insert(variants).values({ productId: product.id, sku: '=BARE SKU', weightGrams: 1 })

  const file = await exported(db)
  const { outcome, lines } = await imported(db, file, { isDry: true })

  expect(lines.filter(({ outcome: kind }) => kind !== 'unchanged')).toEqual([])
  expect(outcome).toMatchObject({ counts: { unchanged: 1, changed: 0, created: 0, refused: 0 } })
})

test('any text of a product survives export and import', async ({ db }) => {
  const product = await aProduct(db)
  await aVariant(db, { productId: product.id })
  // Postgres stores no NUL, and UTF-8 has no halves of characters.
  const text = fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((drawn) => Buffer.from(drawn.replaceAll('\u0000', '')).toString())

  await fc.assert(
    fc.asyncProperty(text, text, async (name, description) => {
      await db
        .update(productTexts)
        .set({ name: `n${name}`, description })
        .where(eq(productTexts.productId, product.id))
      const { outcome } = await imported(db, await exported(db), { isDry: true })
      expect(outcome).toMatchObject({ counts: { unchanged: 1, changed: 0, refused: 0 } })
    }),
    { numRuns: 40 },
  )
})

test('an export can fill a shop that has nothing', async ({ db, ownDb }) => {
  const product = await aProduct(db, { name: AWKWARD, attributes: { axle: 'front' } })
  await aVariant(db, { productId: product.id, options: { size: 'M' }, priceCents: 1234, onHand: 3 })
  const file = await exported(db)

  const { outcome } = await imported(ownDb, file)

  expect(outcome).toMatchObject({ ok: true, counts: { created: 1, refused: 0 } })
  const again = await imported(ownDb, await exported(ownDb), { isDry: true })
  expect(again.outcome).toMatchObject({ counts: { unchanged: 1, changed: 0 } })
  expect((await imported(ownDb, file, { isDry: true })).outcome).toMatchObject({ counts: { unchanged: 1 } })
})

test('a Shopify export comes back with its prices, options and texts', async ({ db }) => {
  const product = await aProduct(db, { name: 'Disque <avant> & arrière' })
  await aVariant(db, { productId: product.id, options: { size: 'M' } })
  await aVariant(db, { productId: product.id, options: { size: '-L' }, onHand: 0 })

  const { outcome, lines } = await imported(db, await exported(db, { format: 'shopify' }), { isDry: true })

  expect(lines.filter(({ outcome: kind }) => kind === 'change' || kind === 'refused')).toEqual([])
  expect(outcome).toMatchObject({ dialect: 'shopify', counts: { unchanged: 1 } })
})

test('when the reader goes away, nothing more is read and the database is free', async ({ db }) => {
  for (let n = 0; n < 3; n++) await aVariant(db)
  const exporting = exportCatalog(db, { what: 'products', format: 'comptoir' })
  if (!exporting.ok) throw new Error(exporting.reason)
  const reader = new PassThrough({ highWaterMark: 1 })
  const written = writeCsv(exporting.pages, reader)

  reader.once('data', () => reader.destroy())

  await expect(written).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' })
  expect(await exporting.pages.next()).toEqual({ done: true, value: undefined })
})
