import { describe, expect, test } from 'vitest'
import { ground, rooms } from '../../app/rooms.js'
import { FOREIGN_TABLES_IN_SQL, OFFERED_TO_NOBODY, TABLES_OVER_THE_WALL } from '../walls-known'
import { besidesKnown } from './known'
import { readSources } from './read-sources'
import type { Sources } from './sources'
import {
  foreignTablesInSql,
  offeredToNobody,
  otherLocksOnOrders,
  reachedInside,
  tablesOverTheWall,
} from './walls'

const sources = readSources()
const names = Object.keys(rooms)

describe('the walls as they stand', () => {
  test('nobody reaches into a subfolder of a room or of the ground', () =>
    expect(reachedInside(sources, [...names, ...ground])).toEqual([]))
  test('what a room offers is used outside it', () =>
    expect(besidesKnown(offeredToNobody(sources, names), OFFERED_TO_NOBODY)).toEqual([]))
  test('tables are imported across rooms by table files only', () =>
    expect(besidesKnown(tablesOverTheWall(sources), TABLES_OVER_THE_WALL)).toEqual([]))
  test('SQL that names a table of another room has its reason', () =>
    expect(besidesKnown(foreignTablesInSql(sources), FOREIGN_TABLES_IN_SQL)).toEqual([]))
  test('an order is locked by one function', () => expect(otherLocksOnOrders(sources)).toEqual([]))
})

describe('a planted violation is caught:', () => {
  const house = (path: string, code: string): Sources =>
    new Map([
      ['app/stock/stock-tables.server.ts', "export const stock = pgTable('stock', {})"],
      ['app/stock/rows/lock-rows.server.ts', ''],
      ['app/stock/bulk/load-stock.server.ts', ''],
      ['app/stock/reserve-stock.server.ts', "import { lockRows } from './rows/lock-rows.server'"],
      [path, code],
    ])

  test.each([
    ['another room', 'app/cart/take.ts', '~/stock/rows/lock-rows.server'],
    ['a door', 'app/routes/a.tsx', '~/stock/bulk/load-stock.server'],
    ['a script', 'scripts/seed.ts', '../app/stock/rows/lock-rows.server'],
  ])('%s that reaches into a room', (_who, path, specifier) => {
    expect(reachedInside(house(path, `import { a } from '${specifier}'`), ['cart', 'stock'])).toEqual([
      `${path} reaches into ${specifier.replace(/^(~|\.\.\/app)\//, 'app/')}.ts`,
    ])
  })
  test.each([
    ['the room itself', 'app/stock/other.ts', './rows/lock-rows.server'],
    ['the demonstration that fills a shop', 'demo/fill.ts', '~/stock/bulk/load-stock.server'],
    ['a test', 'tests/a-shop.ts', '../app/stock/rows/lock-rows.server'],
  ])('but not %s', (_who, path, specifier) => {
    expect(reachedInside(house(path, `import { a } from '${specifier}'`), ['cart', 'stock'])).toEqual([])
  })
  test.each([
    ['by the builder', "tx.select().from(orders).where(eq(orders.id, id)).for('update')"],
    ['in SQL', 'tx.execute(sql`select 1 from orders where id = 1 for no key update`)'],
  ])('another lock on an order, %s', (_how, code) => {
    expect(otherLocksOnOrders(house('app/orders/move.server.ts', code))).toEqual([
      'app/orders/move.server.ts locks an order by itself',
    ])
    expect(otherLocksOnOrders(house('app/orders/lock-order.server.ts', code))).toEqual([])
  })
  test('an offer that nobody takes', () => {
    const taken = house('app/cart/take.ts', "import { reserveStock } from '~/stock/reserve-stock.server'")
    expect(offeredToNobody(taken, ['stock'])).toEqual([])
    expect(offeredToNobody(house('app/cart/take.ts', ''), ['stock'])).toEqual([
      'app/stock/reserve-stock.server.ts is used by its own room only',
    ])
  })
  test("another room's table, imported or named in SQL", () => {
    const imported = house('app/cart/take.ts', "import { stock } from '~/stock/stock-tables.server'")
    expect(tablesOverTheWall(imported)).toEqual(['app/cart/take.ts imports app/stock/stock-tables.server.ts'])
    const foreignKey = house(
      'app/cart/cart-tables.server.ts',
      "import { stock } from '~/stock/stock-tables.server'",
    )
    expect(tablesOverTheWall(foreignKey)).toEqual([])

    const named = house('app/cart/take.ts', 'sql`select 1 from cart_lines join stock using (variant_id)`')
    expect(foreignTablesInSql(named)).toEqual(['app/cart/take.ts stock'])
  })
})
