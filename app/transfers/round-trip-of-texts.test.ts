import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { brands, rangeTexts } from '~/catalog/family-tables.server'
import { productReferences, products, productTexts, variants } from '~/catalog/product-tables.server'
import { tidyCode, tidyText } from '~/text/typed-text'
import { models, vehicleTypes } from '~/vehicles/vehicle-tables.server'
import { aProduct, aVariant } from '../../tests/a-shop'
import { exported, imported } from '../../tests/a-table-file'
import { aType } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { TABLE_LAYOUTS } from './transfer-kinds'

/** Texts full of what a spreadsheet reads as something else, as a form or a file leaves them. */
const text = fc
  .oneof(
    fc
      .array(fc.constantFrom(...'=+-@＝－;,|\\:\'"\t\n a1.5e9\u200b'), { maxLength: 10 })
      .map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map((drawn) => tidyText(drawn.replaceAll('\u0000', '')))
const name = text.filter((drawn) => /[\p{L}\d]/u.test(drawn))
const layout = fc.constantFrom(TABLE_LAYOUTS.plain, TABLE_LAYOUTS.excel)

test('whatever brand, range, tags, references, options and SKU hold, an export of any layout changes nothing', async ({
  db,
}) => {
  const product = await aProduct(db, { attributes: { width: 1.5 } })
  const variant = await aVariant(db, { productId: product.id, priceCents: 1234, weightGrams: 7 })
  await db.insert(productReferences).values({ productId: product.id, kind: 'oem', maker: 'x', value: 'x' })

  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 8, maxLength: 8 }), layout, async (texts, laidOut) => {
      const [title = '', brand = '', range = '', tag = '', maker = '', option = '', sku = '', note = ''] =
        texts
      await db.update(productTexts).set({ name: title }).where(eq(productTexts.productId, product.id))
      await db.update(brands).set({ name: brand }).where(eq(brands.id, product.brandId))
      await db.update(rangeTexts).set({ name: range }).where(eq(rangeTexts.rangeId, product.rangeId))
      await db
        .update(products)
        .set({ tags: [tag], attributes: { width: 1.5, note } })
        .where(eq(products.id, product.id))
      await db
        .update(variants)
        .set({ sku: tidyCode(sku), options: { size: option } })
        .where(eq(variants.id, variant.id))
      await db
        .update(productReferences)
        .set({ maker, value: note })
        .where(eq(productReferences.productId, product.id))

      const file = await exported(db, { layout: laidOut })
      const { outcome, lines } = await imported(db, file, { isDry: true })

      expect(lines.filter(({ outcome: kind }) => kind !== 'unchanged')).toEqual([])
      expect(outcome).toMatchObject({ counts: { unchanged: 1, changed: 0, created: 0, refused: 0 } })
    }),
    { numRuns: 60 },
  )
})

test('whatever models, types and engines are called, an export of any layout changes nothing', async ({
  db,
}) => {
  const typeId = await aType(db, { make: 'marque' })

  await fc.assert(
    fc.asyncProperty(name, name, text, layout, async (model, type, engineCode, laidOut) => {
      await db.update(models).set({ name: model })
      await db
        .update(vehicleTypes)
        .set({ name: type, engineCode: engineCode || null })
        .where(eq(vehicleTypes.id, typeId))

      const file = await exported(db, { what: 'vehicles', layout: laidOut })
      const { outcome } = await imported(db, file, { isDry: true })

      expect(outcome).toMatchObject({ counts: { unchanged: 1, changed: 0, created: 0, refused: 0 } })
    }),
    { numRuns: 60 },
  )
})

test('a table for Excel has its mark, semicolons and decimal commas', async ({ db }) => {
  await aVariant(db, { name: 'Étrier', priceCents: 1234 })

  const file = await exported(db, { layout: TABLE_LAYOUTS.excel })

  expect(file).toMatch(/^\ufeffslug;sku;/)
  expect(file).toContain(';Étrier;')
  expect(file).toContain(';12,34;')
})
