import { aProduct, aVariant } from '../../tests/a-shop'
import { exported, imported } from '../../tests/a-table-file'
import { expect, test } from '../../tests/shop-test'

const HEADINGS = 'make,model,type,fuel,body,from,until,power_kw,engine_code\n'
const GOLF = 'Chassemobile,Golf V,2.0 TDI,diesel,hatchback,'
const THREE_ENGINES = `${HEADINGS}${GOLF}2003-10,2008-11,100,AZV\n${GOLF}2003-10,2008-11,103,BKD\n${GOLF}2005-11,2008-11,125,BMN\n`

test('three engines of one name are three types, told apart by engine, and stay so', async ({ db }) => {
  const { outcome, lines } = await imported(db, THREE_ENGINES)

  expect(outcome).toMatchObject({ counts: { created: 3, refused: 0 } })
  expect(lines.filter(({ reason }) => reason === 'told-apart').map(({ subject }) => subject)).toEqual([
    'chassemobile/golf-v/2-0-tdi-azv',
    'chassemobile/golf-v/2-0-tdi-bkd',
    'chassemobile/golf-v/2-0-tdi-bmn',
  ])
  const again = await imported(db, THREE_ENGINES)
  expect(again.outcome).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 3, refused: 0 } })
  const back = await imported(db, await exported(db, { what: 'vehicles' }), { isDry: true })
  expect(back.outcome).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 3, refused: 0 } })
})

test('another engine of a known name does not take the place of the first', async ({ db }) => {
  await imported(db, `${HEADINGS}${GOLF}2003-10,2008-11,100,AZV\n`)

  const { outcome } = await imported(db, `${HEADINGS}${GOLF}2003-10,2008-11,103,BKD\n`)

  expect(outcome).toMatchObject({ counts: { created: 1, changed: 0 } })
  const file = await exported(db, { what: 'vehicles' })
  expect(file).toContain('2.0 TDI,2-0-tdi,AZV,100')
  expect(file).toContain('2.0 TDI,2-0-tdi-bkd,BKD,103')
})

test('a type that is told more of is the same one', async ({ db }) => {
  await imported(db, `${HEADINGS}${GOLF}2003-10,,,\n`)

  const { outcome } = await imported(db, `${HEADINGS}${GOLF}2003-10,2008-11,100,AZV\n`)

  expect(outcome).toMatchObject({ counts: { created: 0, changed: 1 } })
})

test.for([
  ['power', `${GOLF}2003-10,,100,\n${GOLF}2003-10,,103,\n`, ['2-0-tdi-100-kw', '2-0-tdi-103-kw']],
  ['years', `${GOLF}2003-10,2005-10,,\n${GOLF}2005-11,,,\n`, ['2-0-tdi-2003', '2-0-tdi-2005']],
  ['body', `${GOLF}2003,,,\n${GOLF.replace('hatchback', 'estate')}2003,,,\n`, ['2-0-tdi-hatchback']],
  ['a sign', `${GOLF}2003,,,\n${GOLF.replace('TDI', 'TDI+')}2003,,,\n`, ['2-0-tdi,', '2-0-tdi-plus']],
] as const)('types of one name are told apart by %s', async ([, rows, addresses], { db }) => {
  const { outcome } = await imported(db, HEADINGS + rows)

  expect(outcome).toMatchObject({ counts: { created: 2, refused: 0 } })
  const file = await exported(db, { what: 'vehicles' })
  for (const address of addresses) expect(file).toContain(address)
})

test('the same type with other facts is refused by row, the same row again is no matter', async ({ db }) => {
  const row = `${GOLF}2003-10,2008-11,100,AZV\n`

  const { outcome, lines } = await imported(db, HEADINGS + row + row + row.replace('2008-11', '2009-01'))

  expect(outcome).toMatchObject({ counts: { created: 1, unchanged: 1, refused: 1 } })
  expect(lines).toContainEqual(
    expect.objectContaining({ row: 4, reason: 'doubled-type', after: '2.0 TDI (2)' }),
  )
})

test('one address given to two types of a file is refused for the second, however far apart', async ({
  db,
}) => {
  const headings = 'make,model,type,type_slug,fuel,body,from,power_kw\n'
  const row = (model: string, kw: number) => `Fer,${model},Sport,sport,petrol,coupe,2001,${kw}\n`

  const { outcome, lines } = await imported(
    db,
    headings + row('Un', 90) + row('Deux', 90) + row('Un', 110) + row('Deux', 90),
  )

  expect(outcome).toMatchObject({ counts: { created: 2, unchanged: 1, refused: 1 } })
  expect(lines).toContainEqual(expect.objectContaining({ row: 4, reason: 'doubled-type' }))
})

test('a type without engine and power that could be several is refused', async ({ db }) => {
  await imported(db, THREE_ENGINES)

  const { outcome, lines } = await imported(db, `${HEADINGS}${GOLF}2003-11,2008-11,,\n`)

  expect(outcome).toMatchObject({ counts: { created: 0, changed: 0, refused: 1 } })
  expect(lines).toContainEqual(expect.objectContaining({ row: 2, reason: 'type-not-clear' }))
})

test('makes and models that differ by a sign are two; by capitals, accents, spaces or hyphens one', async ({
  db,
}) => {
  const row = (make: string, model: string, type: string) => `${make},${model},${type},petrol,suv,2001,,,\n`

  const { outcome } = await imported(
    db,
    HEADINGS +
      row('Élan', 'Golf', '1.0') +
      row('Élan', 'Golf +', '1.0') +
      row('ELAN', 'golf', '1.2') +
      row('Élan!', 'Golf', '1.0') +
      row('Élan', 'Up', '1.0') +
      row('Élan', 'Up!', '1.0') +
      row('Élan', 'C-Max', '1.0') +
      row('Élan', 'C Max', '1.2'),
  )

  expect(outcome).toMatchObject({ counts: { created: 8, refused: 0 } })
  const file = await exported(db, { what: 'vehicles' })
  const [, ...rows] = file
    .trim()
    .split('\r\n')
    .map((line) => line.split(','))
  expect(rows.map(([, make, , model, , , , type]) => `${make}/${model}/${type}`).sort()).toEqual([
    'elan-2/golf/1-0',
    'elan/c-max/1-0',
    'elan/c-max/1-2',
    'elan/golf-plus/1-0',
    'elan/golf/1-0',
    'elan/golf/1-2',
    'elan/up-2/1-0',
    'elan/up/1-0',
  ])
})

test('what a file has no column for stays as it is', async ({ db }) => {
  await imported(db, `${HEADINGS}${GOLF}2003-10,2008-11,100,AZV\n`)

  const { outcome } = await imported(
    db,
    'make,model,type,fuel,body,from\nChassemobile,Golf V,2.0 TDI,diesel,hatchback,2003-10\n',
  )

  expect(outcome).toMatchObject({ counts: { unchanged: 1, changed: 0 } })
})

test('a row of a model that says otherwise of it than its first row is refused', async ({ db }) => {
  const { lines } = await imported(
    db,
    'make,model,model_slug,model_from,type,fuel,body,from\n' +
      'Fer,Un,un,2001,1.0,petrol,suv,2001\nFer,Deux,un,2001,1.2,petrol,suv,2001\nFer,Un,un,2002,1.4,petrol,suv,2002\n',
  )

  expect(
    lines.filter(({ outcome }) => outcome === 'refused').map(({ row, column }) => [row, column]),
  ).toEqual([
    [3, 'model'],
    [4, 'model_from'],
  ])
})

test('a fitment that names two things is refused, not read by the first', async ({ db }) => {
  await imported(db, THREE_ENGINES)
  const [one, other] = [await aVariant(db), await aVariant(db)]
  const product = await aProduct(db)
  const place = 'chassemobile,golf-v,2-0-tdi-azv'

  const { outcome, lines } = await imported(
    db,
    'slug,sku,universal,make,model,type,type_id\n' +
      `,${one.sku},yes,${place},\n` +
      `${product.slug},${other.sku},,${place},\n` +
      `,${one.sku},,${place},1E+11\n` +
      `,${one.sku},,chassemobile,golf-v,2-0-tdi,\n`,
  )

  expect(outcome).toMatchObject({ counts: { created: 0, refused: 4 } })
  expect(lines.map(({ row, reason }) => [row, reason])).toEqual([
    [2, 'universal-and-type'],
    [3, 'names-two'],
    [4, 'scientific-notation'],
    [5, 'unknown-type'],
  ])
})

test('a table of vehicles or fitments with one column twice is refused', async ({ db }) => {
  const { outcome } = await imported(db, `${HEADINGS.trim()},Power KW\n${GOLF}2003,,,\n`)

  expect(outcome).toEqual({ ok: false, reason: 'doubled-column', read: 'power_kw' })
})
