import { reserveStock } from '~/inventory/reserve-stock.server'
import { newId } from '~/platform/ids.server'
import { quotePrices } from '~/pricing/price-queries.server'
import { announcementsIn, aProduct, aRange, aVariant, stockOf, unique } from '../../tests/a-shop'
import { exported, imported } from '../../tests/a-table-file'
import { describe, expect, test } from '../../tests/shop-test'

const HEADINGS = 'slug,sku,name:fr,range,brand,status,price,stock,weight_g,attribute:axle\n'

/** A range under which products can be imported. */
async function aShelf(db: Parameters<typeof aRange>[0]): Promise<string> {
  const name = unique('Disques')
  await aRange(db, { name })
  return name
}

test('a dry run says what would be created and writes nothing', async ({ db }) => {
  const range = await aShelf(db)
  const before = await exported(db)

  const { outcome, lines } = await imported(
    db,
    `${HEADINGS}disque-a,D-1,Disque A,${range},Brembo neuf,available,"12,90",5,800,front\n`,
    { isDry: true },
  )

  expect(outcome).toMatchObject({ ok: true, importId: null, counts: { created: 1, refused: 0 } })
  expect(lines).toContainEqual(
    expect.objectContaining({ outcome: 'create', subject: 'disque-a', column: '' }),
  )
  expect(lines).toContainEqual(expect.objectContaining({ sku: 'D-1', column: 'price', after: '12.90' }))
  expect(lines).toContainEqual(expect.objectContaining({ reason: 'brand-created', after: 'Brembo neuf' }))
  expect(await exported(db)).toBe(before)
})

test('a product comes with its variants, prices, stock and words, and is announced', async ({ db }) => {
  const range = await aShelf(db)

  const { outcome } = await imported(
    db,
    `${HEADINGS}disque-a,D-1,Disque A,${range},Brembo,available,12.90,5,800,front\ndisque-a,D-2,,,,,14.90,0,820,\n`,
  )

  expect(outcome).toMatchObject({ ok: true, counts: { created: 1, changed: 0, unchanged: 0, refused: 0 } })
  const again = await imported(
    db,
    `${HEADINGS}disque-a,D-1,Disque A,${range},Brembo,available,12.90,5,800,front\ndisque-a,D-2,,,,,14.90,0,820,\n`,
    { isDry: true },
  )
  expect(again.outcome).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 1 } })
  expect(await announcementsIn(db)).toEqual([
    { type: 'catalog.product-changed', productIds: [expect.any(Number)] },
  ])
})

test('a price list changes prices and stock by SKU, and says from what to what', async ({ db }) => {
  const variant = await aVariant(db, { priceCents: 1000, onHand: 10 })

  const { outcome, lines } = await imported(db, `sku;prix;stock\n${variant.sku};"9,50";4\n`)

  expect(outcome).toMatchObject({ counts: { changed: 1 } })
  expect(lines.map(({ column, before, after }) => [column, before, after])).toEqual([
    ['price', '10.00', '9.50'],
    ['stock', '10', '4'],
  ])
  expect(await stockOf(db, variant.id)).toEqual({ onHand: 4, reserved: 0 })
})

test('columns that a file does not have, and prices it leaves empty, stay as they are', async ({ db }) => {
  const variant = await aVariant(db, { priceCents: 1000, onHand: 10 })

  const { outcome } = await imported(db, `sku,price,stock\n${variant.sku},,\n`)

  expect(outcome).toMatchObject({ counts: { unchanged: 1, changed: 0 } })
})

describe('a wrong row names its column and what it said, and costs its product only:', () => {
  test.for([
    ['price', '12.9x', 'not-a-price'],
    ['price', '0', 'price-not-positive'],
    ['stock', '-3', 'negative'],
    ['stock', 'many', 'not-a-number'],
    ['price', '1,500', 'two-meanings'],
    ['stock', '1,000', 'two-meanings'],
    ['weight_g', '2.000', 'two-meanings'],
    ['weight_g', '1E+7', 'scientific-notation'],
    ['sku', '4.00656E+12', 'scientific-notation'],
    ['sku', '=1+1', 'formula'],
    ['sku', '', 'missing'],
    ['status', 'gone', 'not-a-choice'],
    ['slug', 'No Slug!', 'not-a-slug'],
    ['range', 'nowhere', 'unknown-range'],
    ['name:fr', '', 'missing'],
    ['brand', '', 'missing'],
  ])('%s = %j is %s', async ([column = '', cell = '', reason], { db }) => {
    const range = await aShelf(db)
    const right = ['disque-a', 'D-1', 'Disque A', range, 'Brembo', 'draft', '1', '1', '1', '']
    const wrong = right.map((value) => (value === 'disque-a' ? 'disque-b' : value === 'D-1' ? 'D-2' : value))
    wrong[HEADINGS.trim().split(',').indexOf(column)] = cell

    const quoted = wrong.map((value) => `"${value}"`)

    const { outcome, lines } = await imported(db, `${HEADINGS}${quoted}\n${right}\n`)

    expect(outcome).toMatchObject({ counts: { created: 1, refused: 1 } })
    const refusals = lines.filter((line) => line.outcome === 'refused')
    expect(refusals).toContainEqual(expect.objectContaining({ row: 2, column, reason }))
  })
})

test('a doubled SKU, rows of a product that stand apart, and rows that contradict each other are refused', async ({
  db,
}) => {
  const range = await aShelf(db)
  const row = (slug: string, sku: string, name: string) =>
    `${slug},${sku},${name},${range},Brembo,draft,1,1,1,\n`

  const { lines } = await imported(
    db,
    HEADINGS +
      row('a', 'A-1', 'A') +
      row('b', 'A-1', 'B') +
      row('c', 'C-1', 'C') +
      row('c', 'C-2', 'another name') +
      row('a', 'A-2', 'A'),
  )

  const refused = lines.filter(({ outcome }) => outcome === 'refused')
  expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'doubled-sku'],
    [5, 'differs-within-product'],
    [6, 'rows-apart'],
  ])
})

test('stock below what shoppers reserved is refused, and a SKU is not moved to another product', async ({
  db,
}) => {
  const variant = await aVariant(db, { onHand: 10 })
  const other = await aProduct(db)
  const lines = [{ variantId: variant.id, quantity: 4 }]
  await reserveStock(db, { holder: 'cart', holderId: newId(), lines, minutes: 30 })

  const low = await imported(db, `sku,stock\n${variant.sku},3\n`)
  const moved = await imported(db, `slug,sku,stock\n${other.slug},${variant.sku},9\n`)

  expect(low.lines).toContainEqual(
    expect.objectContaining({ column: 'stock', reason: 'below-reserved', after: '3 (4)' }),
  )
  expect(moved.lines).toContainEqual(expect.objectContaining({ reason: 'sku-of-another-product' }))
  expect(await stockOf(db, variant.id)).toEqual({ onHand: 10, reserved: 4 })
})

test('one broken byte costs no accent, and its row is noted', async ({ db }) => {
  const range = await aShelf(db)
  const row = (slug: string, name: string) => `${slug},${slug},${name},${range},Brembo,draft,1,1,1,\n`
  const file = Buffer.concat([
    Buffer.from(HEADINGS + row('etrier', 'Étrier arrière')),
    Buffer.from(row('cafe', 'Café'), 'latin1'),
  ])

  const { outcome, lines } = await imported(db, file)

  expect(outcome).toMatchObject({ encoding: 'utf-8', counts: { created: 2 } })
  expect(lines).toContainEqual(
    expect.objectContaining({ row: 3, outcome: 'note', reason: 'other-encoding', after: 'Café' }),
  )
  const text = await exported(db)
  expect(text).toContain('Étrier arrière')
  expect(text).toContain('Café')
})

test('all or nothing: one wrong row, and nothing is imported', async ({ db }) => {
  const range = await aShelf(db)
  const file = `${HEADINGS}a,A-1,A,${range},Brembo,draft,1,1,1,\nb,B-1,B,${range},Brembo,draft,wrong,1,1,\n`

  const { outcome } = await imported(db, file, { isAllOrNothing: true })

  expect(outcome).toMatchObject({ ok: false, reason: 'wrong-rows', counts: { created: 1, refused: 1 } })
  expect(await exported(db)).not.toContain('A-1')
})

describe('a table is refused in one sentence', () => {
  test.for([
    ['that has one column', 'sku\nA-1\n', { reason: 'one-column', read: 'sku' }],
    ['that nobody knows', 'email,town\nx@y.z,Lyon\n', { reason: 'unknown-columns' }],
    ['that has a column twice', 'sku,prix,price\nA,1,2\n', { reason: 'doubled-column', read: 'price' }],
    [
      'of a million columns',
      `${'a,'.repeat(999_999)}b\n`,
      { reason: 'too-many-columns', columns: 1_000_000 },
    ],
  ] as const)('%s', async ([_name, content, refusal], { db }) =>
    expect((await imported(db, content)).outcome).toMatchObject({ ok: false, ...refusal }),
  )
})

test('a range and its family are created where the file has names for them, and only for what is imported', async ({
  db,
}) => {
  const headings = 'slug,sku,name:fr,family,family_name:fr,range,range_name:fr,brand,price\n'
  await imported(
    db,
    `${headings}a,A-1,A,outils,Outils,cles,Clés,Facom,5\nb,B-1,B,jardin,Jardin,beches,Bêches,Leborgne,wrong\n`,
  )

  const text = await exported(db)
  expect(text).toContain('outils,Outils,,cles,Clés,,Facom')
  expect(text).not.toContain('beches')
})

test('a sale until a day lasts all that day in the shop, and comes back from an export as it was', async ({
  db,
}) => {
  const variant = await aVariant(db, { priceCents: 1990 })
  const reductionAt = async (now: string) => {
    const quotes = await quotePrices(db, [{ variantId: variant.id, quantity: 1 }], { now: new Date(now) })
    return quotes.get(variant.id)?.unitCents
  }

  await imported(db, `sku,sale_price,sale_from,sale_until\n${variant.sku},15.00,2026-11-20,2026-11-25\n`)

  expect(await reductionAt('2026-11-19T23:59:59+01:00')).toBe(1990)
  expect(await reductionAt('2026-11-20T00:00:00+01:00')).toBe(1500)
  expect(await reductionAt('2026-11-25T23:59:59+01:00'), 'the last second of the last day').toBe(1500)
  expect(await reductionAt('2026-11-26T00:00:00+01:00')).toBe(1990)
  const again = await imported(db, await exported(db), { isDry: true })
  expect(again.outcome).toMatchObject({ ok: true, counts: { changed: 0, refused: 0 } })
})

test('a sale begins with the import and goes on as it began when it is imported again', async ({ db }) => {
  const variant = await aVariant(db, { priceCents: 1000 })
  const file = `sku,price,sale_price\n${variant.sku},10.00,8.00\n`

  const first = await imported(db, file)
  const again = await imported(db, file, { isDry: true })
  const wrong = await imported(db, `sku,sale_price\n${variant.sku},12.00\n`)

  expect(first.outcome).toMatchObject({ counts: { changed: 1 } })
  expect(again.outcome).toMatchObject({ counts: { unchanged: 1 } })
  expect(wrong.lines).toContainEqual(
    expect.objectContaining({ reason: 'sale-not-below-price', after: '12.00' }),
  )
})
