import { describe, expect, test } from 'vitest'
import { readSources } from './read-sources'
import type { Sources } from './sources'
import { foreignWrites } from './tables'

test('a table is written only by its room', () => expect(foreignWrites(readSources())).toEqual([]))

describe('a planted violation is caught:', () => {
  const IMPORT = "import { stock } from '~/stock/stock-tables.server'\n"
  const ALIAS = "import { stock as shelves } from '~/stock/stock-tables.server'\n"

  test.each([
    ['by the builder', `${IMPORT}await db.update(stock).set({})`],
    ['under another name', `${ALIAS}await tx\n  .insert(shelves).values({})`],
    ['by SQL naming the variable', `${IMPORT}sql\`delete from \${stock} where true\``],
    ['by SQL inside a query', 'sql`with gone as (update stock set on_hand = 0 returning 1) select 1`'],
    ['by SQL with a quoted name', 'sql`INSERT INTO "stock" (id) values (1)`'],
  ])('a write into the table of another room, %s', (_how, code) => {
    expect(foreignWrites(planted('app/cart/take.server.ts', code))).toEqual([
      'app/cart/take.server.ts writes stock, which belongs to stock',
    ])
  })
  test.each([
    ['a locking read', `${IMPORT}await db.select().from(stock).for('update')`],
    ['a comment, a hash', 'hash.update(stock)\n// it would update stock\n'],
    ['a table of a longer name', 'sql`update stock_alerts set seen = true`'],
  ])('but not %s', (_what, code) => {
    expect(foreignWrites(planted('app/cart/take.server.ts', code))).toEqual([])
  })
})

function planted(path: string, code: string): Sources {
  return new Map([
    ['app/stock/stock-tables.server.ts', "export const stock = pgTable('stock', {})"],
    [path, code],
  ])
}
