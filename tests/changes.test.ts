import { sql } from 'drizzle-orm'
import { changeTag, tagOnPages, tagsTold } from '~/changes'
import type { Database } from '~/platform/db.server'
import { expect, test } from './shop-test'

/** What the vocabulary holds: `product:` for what is named with an id, `fitments` for what there is one of. */
const VOCABULARY = Object.values(changeTag).map((tag) =>
  typeof tag === 'function' ? tag(7).replace('7', '') : tag,
)

/** The names in the functions that tell changes, in whatever migration they were written last. */
async function namesTold(db: Database): Promise<string[]> {
  const functions = await db.execute<{ code: string }>(
    sql`select prosrc as code from pg_proc where prosrc like '%perform tell_changes(%'`,
  )
  return [
    ...new Set(
      functions.flatMap(({ code }) => [...code.matchAll(/'([^']*)'/g)].map(([, name = '']) => name)),
    ),
  ]
}

test('the database tells changes by the names of the vocabulary, and each of them', async ({ db }) => {
  expect((await namesTold(db)).sort()).toEqual([...VOCABULARY].sort())
})

test('a trigger with a word of its own is caught', async ({ db }) => {
  await db.execute(sql`create function tell_shelves() returns trigger language plpgsql as $$ begin
    perform tell_changes(array(select 'shelf:' || id from changed_rows)); return null; end $$`)

  expect(await namesTold(db)).toContain('shelf:')
})

test('what is told at once is heard once each, and a page that shows a product shows its offer', () => {
  expect(tagsTold('product:7 offer:7 product:7 fitments')).toEqual([
    changeTag.product(7),
    changeTag.offer(7),
    changeTag.fitments,
  ])
  expect(tagOnPages(changeTag.offer(7))).toBe(changeTag.product(7))
  expect(tagOnPages(changeTag.range(7))).toBe(changeTag.range(7))
})
