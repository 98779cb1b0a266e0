import { eq } from 'drizzle-orm'
import { aProduct } from '../../tests/a-shop'
import { expect, test } from '../../tests/shop-test'
import { products, slugHistory } from './product-tables.server'
import { findCurrentSlug, isSlug } from './slug-queries.server'

test('a product renamed twice is one step away from its first slug', async ({ db }) => {
  const disc = await aProduct(db)
  await db.insert(slugHistory).values([
    { kind: 'product', slug: 'disc-one', targetId: disc.id },
    { kind: 'product', slug: 'disc-two', targetId: disc.id },
  ])
  await db.update(products).set({ slug: 'disc-three' }).where(eq(products.id, disc.id))

  expect(await findCurrentSlug(db, 'product', 'disc-one')).toBe('disc-three')
  expect(await findCurrentSlug(db, 'product', 'disc-two')).toBe('disc-three')
})

test('the old slug of a product says nothing about a range', async ({ db }) => {
  const disc = await aProduct(db)
  await db.insert(slugHistory).values({ kind: 'product', slug: 'disc-one', targetId: disc.id })
  expect(await findCurrentSlug(db, 'range', 'disc-one')).toBeNull()
})

test('what no slug can be is not looked for', async ({ db }) => {
  expect(isSlug('disque-de-frein-280')).toBe(true)
  for (const text of ['', '-', 'A', 'a--b', 'a\u0000', "a'or'1", '../a', 'a'.repeat(10_000)]) {
    expect(isSlug(text)).toBe(false)
    expect(await findCurrentSlug(db, 'product', text)).toBeNull()
  }
})
