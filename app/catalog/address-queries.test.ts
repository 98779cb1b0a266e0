import type { Database } from '~/platform/db.server'
import { aProduct, aRange } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { countProductAddresses, listProductAddresses } from './address-queries.server'

async function slugsOf(db: Database, part: { part: number; partSize: number; batch?: number }) {
  const batches: string[][] = []
  for await (const batch of listProductAddresses(db, part)) batches.push(batch.map((row) => row.slug))
  return batches
}

test('the parts hold each product on sale once, and end', async ({ db }) => {
  const rangeId = await aRange(db)
  const listed: string[] = []
  for (let n = 0; n < 5; n++) {
    listed.push((await aProduct(db, { rangeId })).slug)
    await aProduct(db, { rangeId, status: 'draft' })
  }

  expect(await countProductAddresses(db)).toBe(5)
  expect(await slugsOf(db, { part: 1, partSize: 3, batch: 2 })).toEqual([
    listed.slice(0, 2),
    listed.slice(2, 3),
  ])
  expect(await slugsOf(db, { part: 2, partSize: 3, batch: 2 })).toEqual([listed.slice(3)])
  expect(await slugsOf(db, { part: 3, partSize: 3 })).toEqual([])
  expect(await slugsOf(db, { part: 9, partSize: 3 })).toEqual([])
})
