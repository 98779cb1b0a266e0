import type { Database } from '~/platform/db.server'
import { aRange, aVariant, unique } from '../../tests/a-shop'
import { imported } from '../../tests/a-table-file'
import { expect, test } from '../../tests/shop-test'

const HEADINGS = 'slug,sku,name:fr,range,brand,status,price,stock,weight_g,attribute:axle\n'

/** A range under which products can be imported. */
async function aShelf(db: Database): Promise<string> {
  const name = unique('Disques')
  await aRange(db, { name })
  return name
}

test('a SKU that a person would take for one of the shop is refused, and names it', async ({ db }) => {
  const range = await aShelf(db)
  const file = (...skus: string[]) =>
    HEADINGS + skus.map((sku) => `disque,${sku},Disque,${range},Brembo,draft,1,1,1,\n`).join('')
  await imported(db, file('Abc-1', '00123456'))

  const alike = await imported(db, file('ABC-1', '123456'))
  const byNumber = await imported(db, 'sku,price\n123456,9.90\n')
  const twice = await imported(db, file('New-1', 'NEW-1'))
  const added = await imported(db, file('Abc-2'), { isDetailed: false })
  const elsewhere = await imported(db, file('123456').replace('disque,', 'autre,'), { isDry: true })

  const refusals = ({ lines }: typeof alike) =>
    lines.filter(({ outcome }) => outcome === 'refused').map(({ row, reason, after }) => [row, reason, after])
  expect(refusals(alike)).toEqual([
    [2, 'sku-alike', 'ABC-1 (Abc-1)'],
    [3, 'zeros-lost', '123456 (00123456)'],
  ])
  expect(refusals(byNumber)).toContainEqual([2, 'zeros-lost', '123456 (00123456)'])
  expect(refusals(twice)).toEqual([[3, 'doubled-sku', 'NEW-1 (2)']])
  expect(added.lines).toContainEqual(
    expect.objectContaining({ row: 2, reason: 'variant-created', sku: 'Abc-2', subject: 'disque' }),
  )
  expect(elsewhere.lines).toContainEqual(expect.objectContaining({ reason: 'zeros-differ' }))
})

test('two names for one product are refused by row, wherever in the list they stand', async ({ db }) => {
  const one = await aVariant(db)
  const other = await aVariant(db, { productId: one.productId })

  const { outcome, lines } = await imported(
    db,
    `sku,nom,prix\n${one.sku},Nom un,11\n${other.sku},Nom deux,12\n`,
  )
  const agreed = await imported(db, `sku,nom,prix\n${one.sku},Nom un,11\n${other.sku},,12\n`)

  expect(outcome).toMatchObject({ counts: { changed: 0, refused: 1 } })
  expect(lines.filter(({ outcome: kind }) => kind === 'refused')).toEqual([
    expect.objectContaining({
      row: 3,
      column: 'name:fr',
      reason: 'differs-within-product',
      after: 'Nom deux (2)',
    }),
  ])
  expect(agreed.outcome).toMatchObject({ counts: { changed: 1, refused: 0 } })
})

test('brands and ranges are found as a person would, whatever their accents and case', async ({ db }) => {
  await aRange(db, { name: 'Étriers à la main' })
  const row = (sku: string, brand: string, range: string) =>
    `p-${sku},P-${sku},Nom,${range},${brand},draft,1,1,1,\n`
  const { outcome, lines } = await imported(
    db,
    HEADINGS +
      row('1', 'Citroën', 'Étriers à la main') +
      row('2', 'Citroen', 'etriers a la main') +
      row('3', 'CITROËN', 'ÉTRIERS À LA MAIN') +
      row('4', 'Citroën'.normalize('NFD'), 'Étriers à la main'.normalize('NFD')),
  )

  expect(outcome).toMatchObject({ counts: { created: 4, refused: 0 } })
  expect(lines.filter(({ reason }) => /created$/.test(reason)).map(({ after }) => after)).toEqual(['Citroën'])
})

test('a range or family whose name differs by a sign is another one', async ({ db }) => {
  const headings = 'Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status\n'
  const row = (n: number, type: string) => `p-${n},Nom,Acme,${type},Title,Default Title,S-${n},5.00,draft\n`
  await imported(db, headings + row(1, 'Filtres'))

  const { outcome, lines } = await imported(
    db,
    headings + row(2, 'Filtres +') + row(3, 'filtres') + row(4, 'Filtres!') + row(5, 'filtres +'),
  )

  expect(outcome).toMatchObject({ counts: { created: 4, refused: 0 } })
  expect(lines.filter(({ reason }) => reason === 'range-created').map(({ after }) => after)).toEqual([
    'Filtres +',
    'Filtres!',
  ])
})
