import type { Database } from '~/platform/db.server'
import { aProduct, aRange, aVariant } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { countProductsForSale, listProductsForSale } from './for-sale-queries.server'

async function slugsOf(db: Database, part: { part: number; partSize: number; batch?: number }) {
  const batches: string[][] = []
  for await (const batch of listProductsForSale(db, part)) batches.push(batch.map((row) => row.slug))
  return batches
}

test('the parts hold each product for sale once, with none that waits for its price, and end', async ({
  db,
}) => {
  const rangeId = await aRange(db)
  const listed: string[] = []
  for (let n = 0; n < 5; n++) {
    const product = await aProduct(db, { rangeId })
    await aVariant(db, { productId: product.id })
    listed.push(product.slug)
    await aProduct(db, { rangeId, status: 'draft' })
    await aProduct(db, { rangeId })
  }

  expect(await countProductsForSale(db)).toBe(5)
  expect(await slugsOf(db, { part: 1, partSize: 3, batch: 2 })).toEqual([
    listed.slice(0, 2),
    listed.slice(2, 3),
  ])
  expect(await slugsOf(db, { part: 2, partSize: 3, batch: 2 })).toEqual([listed.slice(3)])
  expect(await slugsOf(db, { part: 3, partSize: 3 })).toEqual([])
  expect(await slugsOf(db, { part: 9, partSize: 3 })).toEqual([])
})
