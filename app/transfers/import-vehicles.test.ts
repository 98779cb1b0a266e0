import { aProduct, aVariant } from '../../tests/a-shop'
import { exported, imported } from '../../tests/a-table-file'
import { aType, fitted } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { undoImport } from './undo-import.server'

const TYPES =
  'make,model,type,power_kw,fuel,body,displacement_cc,engine_code,from,until\n' +
  'Renault,Clio III,1.5 dCi,63,gazole,hatchback,1461,K9K,2005-09,2012-12\n' +
  'Renault,Clio III,1.2 16V,55,essence,hatchback,1149,D4F,09/2005,\n' +
  'Peugeot,207,1.4,54,petrol,hatchback,1360,KFV,2006,2013\n'

test('types come with their models and makes; an export of them changes nothing', async ({ db }) => {
  const { outcome } = await imported(db, TYPES)

  expect(outcome).toMatchObject({ kind: 'vehicles', counts: { created: 3, refused: 0 } })
  const text = await exported(db, { what: 'vehicles' })
  expect(text).toContain(
    'Renault,renault,Clio III,clio-iii,2005-09,,1.5 dCi,1-5-dci,K9K,63,diesel,hatchback,1461',
  )
  expect(text).toContain('207,207,2006-01,2013-12')
  const again = await imported(db, text, { isDry: true })
  expect(again.outcome).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 3, refused: 0 } })
})

test.for([
  ['fuel', 'steam', 'not-a-choice'],
  ['power_kw', '-3', 'negative'],
  ['from', '2005-13', 'not-a-date'],
  ['until', '1999-01', 'period-reversed'],
  ['make', '', 'missing'],
])('a type whose %s is %j is refused alone: %s', async ([column = '', cell = '', reason], { db }) => {
  const headings = (TYPES.split('\n')[0] ?? '').split(',')
  const wrong = (TYPES.split('\n')[1] ?? '').split(',')
  wrong[headings.indexOf(column)] = cell

  const { outcome, lines } = await imported(db, `${TYPES}${wrong}\n`)

  expect(outcome).toMatchObject({ counts: { created: 3, refused: 1 } })
  expect(lines).toContainEqual(expect.objectContaining({ row: 5, column, reason, outcome: 'refused' }))
})

test('American rows of several years become one type with the span of its years', async ({ db }) => {
  const row = (year: number, trans = 'Manual 5-spd') =>
    `${year},Acura,Integra,${year},Subcompact Cars,${trans},Front-Wheel Drive,4,1.8,Regular,28,22\n`
  const headings = 'id,make,model,year,class,trans,drive,cyl,displ,fuel,hwy,cty\n'

  const { outcome } = await imported(
    db,
    headings + row(1991) + row(1990) + row(1993) + row(1992, 'Automatic 4-spd'),
  )
  const later = await imported(db, headings + row(1994))

  expect(outcome).toMatchObject({ dialect: 'fuel-economy', counts: { created: 2, refused: 0 } })
  expect(later.outcome).toMatchObject({ counts: { changed: 1 } })
  expect(await exported(db, { what: 'vehicles' })).toMatch(/Integra,integra,1990-01,1994-12.*1990-01,1994-12/)
})

test('an undo takes vehicles away and puts spans back, but not under parts that fit them', async ({ db }) => {
  const before = await exported(db, { what: 'vehicles' })
  const { outcome } = await imported(db, TYPES)
  if (!outcome.ok || !outcome.importId) throw new Error('Nothing was imported')
  expect(await undoImport(db, { importId: outcome.importId, actor: 'test' })).toMatchObject({
    undone: 3,
    kept: [],
  })
  expect(await exported(db, { what: 'vehicles' })).toBe(before)

  const again = await imported(db, TYPES)
  const product = await aProduct(db)
  await imported(db, `slug,make,model,type\n${product.slug},renault,clio-iii,1-5-dci\n`)
  if (!again.outcome.ok || !again.outcome.importId) throw new Error('Nothing was imported')

  expect(await undoImport(db, { importId: again.outcome.importId, actor: 'test' })).toMatchObject({
    undone: 2,
    kept: [{ reason: 'in-use' }],
  })
})

test('fitments name a product by slug, SKU or number and a type by place or number', async ({ db }) => {
  const typeId = await aType(db, { make: 'renault', model: 'clio-iii' })
  const product = await aProduct(db)
  const variant = await aVariant(db, { productId: product.id })
  const universal = await aProduct(db)

  const { outcome, lines } = await imported(
    db,
    'slug,sku,product_id,universal,make,model,type,type_id,axle,built_from,chassis_from,air_conditioning\n' +
      `${product.slug},,,,renault,clio-iii,1-5-dci,,,,,\n` +
      `,${variant.sku},,,,,,${typeId},avant,2006-03-01,,oui\n` +
      `,,${product.id},,,,,${typeId},rear,,vf1-1234,\n` +
      `${universal.slug},,,yes,,,,,,,,\n` +
      `${product.slug},,,,renault,clio-iii,1-5-dci,,,,,\n` +
      `nowhere,,,,renault,clio-iii,1-5-dci,,,,,\n` +
      `${product.slug},,,,renault,clio-ix,1-5-dci,,,,,\n` +
      `${product.slug},,,,,,,,,,,\n` +
      `${product.slug},,,,,,,${typeId},middle,,,\n`,
  )

  expect(outcome).toMatchObject({ kind: 'fitments', counts: { created: 4, unchanged: 1, refused: 4 } })
  expect(lines.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [7, 'product', 'unknown-product'],
    [8, 'type', 'unknown-type'],
    [9, 'type', 'nothing-to-fit'],
    [10, 'axle', 'not-a-choice'],
  ])
  expect(await exported(db, { what: 'fitments' })).toContain(
    `${product.slug},,renault,clio-iii,1-5-dci,front,,2006-03-01,,,,yes`,
  )
})

test('an export of fitments changes nothing, and an undo leaves those that were there before', async ({
  db,
}) => {
  const [first, second] = [await aProduct(db), await aProduct(db)]
  const typeId = await aType(db, { make: 'renault' })
  await fitted(db, { typeId, productId: first.id, condition: { axle: 'front', builtUntil: '2010-01-31' } })
  const before = await exported(db, { what: 'fitments' })
  expect((await imported(db, before, { isDry: true })).outcome).toMatchObject({
    counts: { created: 0, unchanged: 1, refused: 0 },
  })

  const { outcome } = await imported(db, `${before}${second.slug},,renault,clio-iii,1-5-dci,,,,,,,\r\n`)
  if (!outcome.ok || !outcome.importId) throw new Error('Nothing was imported')
  expect(await undoImport(db, { importId: outcome.importId, actor: 'test' })).toMatchObject({ undone: 1 })

  expect(await exported(db, { what: 'fitments' })).toBe(before)
})
