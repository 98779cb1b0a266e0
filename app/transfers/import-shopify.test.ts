import { eq } from 'drizzle-orm'
import { variants } from '~/catalog/product-tables.server'
import { findVariantsForSale } from '~/catalog/variant-queries.server'
import type { Database } from '~/platform/db.server'
import { aRange, unique } from '../../tests/a-shop'
import { exported, imported } from '../../tests/a-table-file'
import { describe, expect, test } from '../../tests/shop-test'

const RIGHT = {
  Handle: 'disque-neuf',
  Title: 'Disque neuf',
  'Body (HTML)': '<p>Texte.</p>',
  Vendor: 'Brembo',
  Type: 'Disques neufs',
  Tags: '',
  Published: 'TRUE',
  'Option1 Name': 'Title',
  'Option1 Value': 'Default Title',
  'Variant SKU': 'NEUF-1',
  'Variant Grams': '100',
  'Variant Inventory Qty': '5',
  'Variant Price': '9.90',
  'Variant Compare At Price': '',
  Status: 'active',
}

type Cells = Partial<Record<keyof typeof RIGHT, string>>

/** Shopify's own headings over rows that differ from a right one by these cells. */
function shopify(...rows: Cells[]): string {
  const lines = rows.map((cells) => Object.values({ ...RIGHT, ...cells }))
  return [Object.keys(RIGHT), ...lines].map((line) => line.map((cell) => `"${cell}"`).join(',')).join('\n')
}

/** What a dry run would make of it, column by column, and what it notes. */
async function wouldBe(db: Database, file: string) {
  const { outcome, lines } = await imported(db, file, { isDry: true })
  const cells = Object.fromEntries(
    lines.filter(({ column, reason }) => column && !reason).map((line) => [line.column, line.after]),
  )
  const reasons = lines.map(({ reason }) => reason).filter(Boolean)
  return { outcome, cells, reasons, lines }
}

async function idsOf(db: Database, sku: string): Promise<number[]> {
  const rows = await db.select({ id: variants.id }).from(variants).where(eq(variants.sku, sku))
  return rows.map(({ id }) => id)
}

describe('where columns contradict each other, the stricter wins:', () => {
  test.for([
    ['FALSE', 'active', 'draft'],
    ['FAUX', 'active', 'draft'],
    ['FALSCH', 'active', 'draft'],
    ['FALSO', 'active', 'draft'],
    ['ONWAAR', 'active', 'draft'],
    ['WAHR', 'active', 'available'],
    ['TRUE', 'draft', 'draft'],
    ['FALSE', 'archived', 'archived'],
    ['FALSE', '', 'draft'],
    ['TRUE', '', 'available'],
    ['TRUE', 'Active', 'available'],
  ])('published %s and status "%s" is %s', async ([Published, Status, status], { db }) => {
    expect((await wouldBe(db, shopify({ Published, Status }))).cells).toMatchObject({ status })
  })
  test('a word that nobody knows puts nothing on sale', async ({ db }) => {
    const { lines } = await wouldBe(db, shopify({ Published: 'Depublished', Status: 'active' }))
    expect(lines).toContainEqual(
      expect.objectContaining({ outcome: 'refused', reason: 'not-a-choice', after: 'depublished' }),
    )
  })

  test('and the row says so', async ({ db }) => {
    const { lines } = await wouldBe(db, shopify({ Published: 'FALSE' }))
    expect(lines).toContainEqual(
      expect.objectContaining({ row: 2, outcome: 'note', reason: 'stricter-status' }),
    )
  })
})

describe('a column that the file does not have', () => {
  const price = (sku: string, slug: string, cents: string) =>
    `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n${slug},,Title,Default Title,${sku},${cents}\n`

  test('leaves description, sale, tags, stock and weight as they are', async ({ db }) => {
    const name = unique('Disques')
    await aRange(db, { name })
    await imported(
      db,
      `slug,sku,name:fr,description:fr,range,brand,tags,weight_g,price,sale_price,stock\nbase,B-1,Base,Reste.,${name},Brembo,a|b,500,20.00,15.00,10\n`,
    )

    const { outcome, lines } = await imported(db, price('B-1', 'base', '21.00'))

    expect(outcome).toMatchObject({ dialect: 'shopify', counts: { changed: 1, refused: 0 } })
    expect(lines.map(({ column, before, after }) => [column, before, after])).toEqual([
      ['price', '20.00', '21.00'],
    ])
    const text = await exported(db)
    expect(text).toContain('Reste.')
    expect(text).toContain('21.00,15.00')
  })

  test('is told from one that is there and empty', async ({ db }) => {
    await imported(db, shopify({ 'Variant Compare At Price': '12.00' }))

    const emptied = await imported(db, shopify({ 'Body (HTML)': '' }))

    expect(emptied.lines.map(({ column, after }) => [column, after])).toEqual([
      ['description:fr', ''],
      ['price', '9.90'],
      ['sale_price', ''],
      ['sale_from', ''],
    ])
  })

  test('of SKUs: the variants are found by their options, none is doubled', async ({ db }) => {
    const options = (size: string, sku: string): Cells => ({
      'Option1 Name': 'Size',
      'Option1 Value': size,
      'Variant SKU': sku,
    })
    await imported(db, shopify(options('S', 'NEUF-S'), options('M', 'NEUF-M')))

    const { outcome, lines } = await imported(
      db,
      'Handle,Title,Option1 Name,Option1 Value,Variant Price\ndisque-neuf,Disque neuf,Size,S,9.90\ndisque-neuf,,,M,19.90\n',
    )

    expect(outcome).toMatchObject({ counts: { changed: 1, created: 0 } })
    expect(lines.map(({ sku, column, after }) => [sku, column, after])).toEqual([
      ['NEUF-M', 'price', '19.90'],
    ])
  })
})

describe('Shopify as it is:', () => {
  test('0.00 to compare with is no sale', async ({ db }) => {
    const { outcome, cells } = await wouldBe(db, shopify({ 'Variant Compare At Price': '0.00' }))
    expect(outcome).toMatchObject({ counts: { created: 1, refused: 0 } })
    expect(cells).toMatchObject({ price: '9.90' })
    expect(cells).not.toHaveProperty('sale_price')
  })
  test('stock below nothing is none, with a note', async ({ db }) => {
    const { cells, reasons } = await wouldBe(db, shopify({ 'Variant Inventory Qty': '-1' }))
    expect(cells).toMatchObject({ stock: '0' })
    expect(reasons).toContain('negative-stock')
  })
  test('what is not listed is a draft, with a note', async ({ db }) => {
    const { cells, reasons } = await wouldBe(db, shopify({ Status: 'unlisted' }))
    expect(cells).toMatchObject({ status: 'draft' })
    expect(reasons).toContain('unlisted')
  })
  test('what costs nothing comes without a price, with a note, and takes no price away', async ({ db }) => {
    const { cells, reasons } = await wouldBe(db, shopify({ 'Variant Price': '0.00' }))
    expect(cells).not.toHaveProperty('price')
    expect(reasons).toContain('free-goods')

    await imported(db, shopify({}))
    const again = await wouldBe(db, shopify({ 'Variant Price': '0' }))
    expect(again.outcome).toMatchObject({ counts: { unchanged: 1 } })
  })
  test('a price to compare with is nothing without its price, with a note', async ({ db }) => {
    await imported(db, shopify({}))
    const { outcome, reasons } = await wouldBe(
      db,
      'Handle,Variant SKU,Variant Compare At Price\ndisque-neuf,NEUF-1,30.00\n',
    )
    expect(outcome).toMatchObject({ counts: { unchanged: 1 } })
    expect(reasons).toEqual(['compare-without-price'])
  })
  test('grams with a separator are refused as what could mean two things', async ({ db }) => {
    expect((await wouldBe(db, shopify({ 'Variant Grams': '1,500' }))).lines).toContainEqual(
      expect.objectContaining({ outcome: 'refused', column: 'weight', reason: 'two-meanings' }),
    )
  })
  test('an apostrophe before digits is the spreadsheet’s', async ({ db }) => {
    await imported(db, shopify({ 'Variant SKU': "'0012345", 'Variant Grams': "'250", Title: "'90s disc" }))
    const text = await exported(db)
    expect(text).toContain('disque-neuf,0012345,')
    expect(text).toContain("'90s disc")
  })
  test('its present template', async ({ db }) => {
    const { outcome, cells } = await wouldBe(
      db,
      'Title,URL handle,Description,Vendor,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Price,Compare-at price,Inventory quantity,Weight value (grams)\nModèle,modele-neuf,<p>Une description.</p>,Brembo,Disques,a,TRUE,Active,MOD-1,4006381333931,Couleur,Rouge,,12.50,15.00,7,250\n',
    )
    expect(outcome).toMatchObject({ dialect: 'shopify', counts: { created: 1, refused: 0 } })
    expect(cells).toMatchObject({
      status: 'available',
      'description:fr': 'Une description.',
      'references:manufacturer': 'EAN:4006381333931',
      'option:couleur': 'Rouge',
      weight_g: '250',
      price: '15.00',
      sale_price: '12.50',
      stock: '7',
    })
  })
})

describe('options', () => {
  test('in other scripts keep their names and are told apart', async ({ db }) => {
    const named = (name: string, value: string, sku: string): Cells => ({
      'Option1 Name': name,
      'Option1 Value': value,
      'Variant SKU': sku,
    })
    const { outcome } = await imported(
      db,
      shopify(named('Размер', 'S', 'CYR-1'), named('', 'Большой', 'CYR-2')),
    )

    expect(outcome).toMatchObject({ counts: { created: 1, refused: 0 } })
    const text = await exported(db)
    expect(text.split('\r\n')[0]).toContain('option:razmer')
    expect(text).toContain('Большой')
    const [chosen] = await findVariantsForSale(db, await idsOf(db, 'CYR-2'), 'fr')
    expect(chosen?.options).toEqual([expect.objectContaining({ label: 'Размер', value: 'Большой' })])
  })
  test('whose names begin with digits or are pictures are kept too', async ({ db }) => {
    for (const name of ['2. Größe', '📏', '尺寸']) {
      const { cells } = await wouldBe(db, shopify({ 'Option1 Name': name, 'Option1 Value': 'XL' }))
      expect(Object.entries(cells)).toContainEqual([expect.stringMatching(/^option:[a-z][a-z0-9_]*$/), 'XL'])
    }
  })
  test('whose names sound alike in Latin letters are not one', async ({ db }) => {
    const named = (Handle: string, name: string): Cells => ({
      Handle,
      'Variant SKU': Handle,
      'Option1 Name': name,
      'Option1 Value': 'A',
    })
    const names = ['色', '瑟', '🎨', '📏', 'Taille', 'TAILLE']
    const { lines } = await wouldBe(db, shopify(...names.map((name, at) => named(`option-${at}`, name))))

    const keys = lines.filter(({ reason }) => reason === 'attribute-created').map(({ after }) => after)
    expect(keys).toHaveLength(5)
    expect(keys).toContain('taille')
  })

  test('without any name are refused by row', async ({ db }) => {
    expect((await wouldBe(db, shopify({ 'Option1 Name': '', 'Option1 Value': 'XL' }))).lines).toContainEqual(
      expect.objectContaining({ row: 2, outcome: 'refused', reason: 'option-without-name' }),
    )
  })
})

test('a name is one line of 500 characters at most, in this format as in ours', async ({ db }) => {
  const long = await wouldBe(db, shopify({ Title: 'Très long '.repeat(400) }))
  const broken = await wouldBe(db, shopify({ Title: 'Deux\nlignes\u2028ici' }))
  const emoji = await wouldBe(db, shopify({ Title: '😀'.repeat(500) }))

  expect(long.lines).toContainEqual(expect.objectContaining({ outcome: 'refused', reason: 'too-long' }))
  expect(broken.cells).toMatchObject({ 'name:fr': 'Deux lignes ici' })
  expect(emoji.outcome).toMatchObject({ counts: { created: 1 } })
})
