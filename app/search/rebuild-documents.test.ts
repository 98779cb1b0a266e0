import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { aSearchableShop } from '../../tests/a-searchable-shop'
import { expect, test } from '../../tests/shop-test'
import { rebuildDocuments } from './rebuild-product-index.server'
import { recomputeDocuments } from './recompute-documents.server'

const progress = () => {}

async function listDocuments(db: Database) {
  const documents = await db.execute(sql`
    select (to_jsonb(d) - 'indexed_at')::text as document from product_documents d order by product_id, language`)
  const words = await db.execute(sql`select language, word from search_words order by 1, 2`)
  return { documents: [...documents], words: [...words] }
}

const forget = (db: Database) => db.execute(sql`truncate product_documents, search_words`)

test('documents written all at once say what they say when they are written one by one', async ({
  ownDb: db,
}) => {
  const { ids } = await aSearchableShop(db)
  await forget(db)
  for (const id of Object.values(ids)) await recomputeDocuments(db, { ids: [id] })
  const oneByOne = await listDocuments(db)
  await forget(db)

  await rebuildDocuments(db, progress)

  expect(await listDocuments(db)).toEqual(oneByOne)
  expect(oneByOne.documents.length).toBeGreaterThan(10)
})

test('a rebuild leaves documents alone that say what is so, and mends the others', async ({ ownDb: db }) => {
  const { ids } = await aSearchableShop(db)
  await rebuildDocuments(db, progress)
  const right = await listDocuments(db)
  await db.execute(sql`update product_documents set name = 'Faux' where product_id = ${ids.rearDisc}`)
  const before = await moments(db)

  await rebuildDocuments(db, progress)

  expect(await listDocuments(db)).toMatchObject({ documents: right.documents })
  const rewritten = (await moments(db)).filter(({ at }, index) => at !== before[index]?.at)
  expect(new Set(rewritten.map(({ id }) => id))).toEqual(new Set([ids.rearDisc]))
})

test('what a job writes while documents are written all at once is kept', async ({ ownDb: db }) => {
  const { ids } = await aSearchableShop(db)
  await forget(db)
  let job: Promise<void> | undefined
  const meanwhile = async () => {
    await db.execute(sql`update product_texts set name = 'Disque neuf' where product_id = ${ids.rearDisc}`)
    await recomputeDocuments(db, { ids: [ids.rearDisc] })
  }

  await rebuildDocuments(db, () => {
    job ??= meanwhile()
  })
  await job

  const names = await db.execute<{ name: string }>(sql`
    select name from product_documents where product_id = ${ids.rearDisc}`)
  expect(names.map(({ name }) => name)).toEqual(['Disque neuf', 'Disque neuf'])
})

async function moments(db: Database) {
  return [
    ...(await db.execute<{ id: number; at: string }>(sql`
      select product_id as id, indexed_at::text as at from product_documents order by product_id, language`)),
  ]
}
