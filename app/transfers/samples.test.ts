import { existsSync, readFileSync } from 'node:fs'
import { exported, imported } from '../../tests/a-table-file'
import { describe, expect, test } from '../../tests/shop-test'

/** Tables that other programs wrote, where they are at hand. */
const FOLDER = '../shared/data'
const isThere = existsSync(FOLDER)
if (!isThere) console.info(`${FOLDER} is not there: other programs' tables are not tried`)

const sample = (name: string) => readFileSync(`${FOLDER}/${name}`)

describe.skipIf(!isThere)('a table that another program wrote', () => {
  test('by Shopify: 20 products, and a second import changes nothing', async ({ db }) => {
    const file = sample('imports/shopify-apparel.csv')
    expect((await imported(db, file)).outcome).toMatchObject({
      dialect: 'shopify',
      counts: { created: 20, refused: 0 },
    })
    expect((await imported(db, file, { isDry: true })).outcome).toMatchObject({ counts: { unchanged: 20 } })
  })

  test('by Medusa, with commas or semicolons: the same products', async ({ db }) => {
    const [commas, semicolons] = await Promise.all(
      ['comma', 'semicolon'].map((name) =>
        imported(db, sample(`imports/medusa/exported-products-${name}.csv`), { isDry: true }),
      ),
    )
    expect(commas?.outcome).toMatchObject({ dialect: 'medusa', counts: { created: 2, refused: 0 } })
    expect(semicolons?.lines).toEqual(commas?.lines)
  })

  test('by Medusa, with columns and prices of others: they are named and left out', async ({ db }) => {
    const column = await imported(db, sample('imports/medusa/invalid-column.csv'), { isDry: true })
    const price = await imported(db, sample('imports/medusa/invalid-prices.csv'), { isDry: true })

    expect(column.lines).toContainEqual(
      expect.objectContaining({ reason: 'unknown-column', column: 'Product field' }),
    )
    expect(price.lines).toContainEqual(
      expect.objectContaining({ reason: 'unknown-column', column: 'Variant Price nonexistent [EUR]' }),
    )
  })

  test('by Spree, in dollars: every such row is refused and says so', async ({ db }) => {
    const { outcome, lines } = await imported(db, sample('imports/spree/products.csv'), { isDry: true })

    expect(outcome).toMatchObject({ dialect: 'spree' })
    expect(lines).toContainEqual(
      expect.objectContaining({ row: 3, column: 'currency', reason: 'other-currency', after: 'USD' }),
    )
  })

  test('of customers: one sentence', async ({ db }) => {
    expect((await imported(db, sample('imports/spree/customers.csv'))).outcome).toMatchObject({
      ok: false,
      reason: 'unknown-columns',
    })
  })

  test('of 33,442 American vehicles: all of them, none refused', async ({ db }) => {
    const { outcome } = await imported(db, sample('vehicles/vehicles.csv'))

    expect(outcome).toMatchObject({ kind: 'vehicles', rows: 33_443, counts: { refused: 0 } })
    const again = await imported(db, await exported(db, { what: 'vehicles' }), { isDry: true })
    expect(again.outcome).toMatchObject({ counts: { created: 0, changed: 0, refused: 0 } })
  })
})
