import { aVariant } from '../../tests/a-shop'
import { exported, imported } from '../../tests/a-table-file'
import { describe, expect, test } from '../../tests/shop-test'

describe('a file of a program that is not read is refused in one sentence that names it:', () => {
  test.for([
    [
      'Magento',
      'sku,store_view_code,attribute_set_code,product_type,product_websites,name,description,weight,price,url_key,qty',
    ],
    ['Magento', 'sku,name,description,weight,price,special_price,url_key,qty'],
    [
      'PrestaShop',
      'Product ID;Active (0/1);Name *;Categories (x,y,z...);Price tax excluded;Reference #;Quantity',
    ],
    ['PrestaShop', 'ID produit;Image;Nom;Référence;Catégorie;Prix (HT);Prix (TTC);Quantité;État'],
    ['Odoo', 'External ID,Name,Internal Reference,Sales Price,Product Type'],
    ['BigCommerce', 'Item Type,Product ID,Product Name,Product Code/SKU,Price,Weight'],
    ['Wix', 'handleId,fieldType,name,description,productImageUrl,sku,price,weight'],
    ['Shopify (stock)', 'Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO,Location,On hand'],
    ['Google Merchant Center', 'id,title,description,link,image_link,availability,price,sku'],
  ])('%s', async ([program = '', headings = ''], { db }) => {
    const { outcome } = await imported(db, `${headings}\n${headings.replace(/[^,;]+/g, '1')}\n`)
    expect(outcome).toEqual({ ok: false, reason: 'other-program', program })
  })
})

test('a table that shares a SKU and a word or two with ours is not ours', async ({ db }) => {
  const { outcome } = await imported(db, 'sku,price,a,b,c\nA-1,15,1,2,3\n')
  expect(outcome).toMatchObject({ ok: false, reason: 'mostly-unknown', read: 'a, b, c' })
})

test('a weight without its unit is no weight, kilograms are, and one weight is enough', async ({ db }) => {
  const { sku } = await aVariant(db, { weightGrams: 500 })

  const bare = await imported(db, `sku,price,weight\n${sku},10.00,15\n`, { isDry: true })
  const kilos = await imported(db, `sku,poids_kg\n${sku},"1,5"\n`, { isDry: true })
  const both = await imported(db, `sku,weight_kg,weight_g\n${sku},1,1000\n`, { isDry: true })

  expect(bare.lines.map(({ reason, column }) => [reason, column])).toContainEqual([
    'weight-without-unit',
    'weight',
  ])
  expect(bare.lines.filter(({ column }) => column === 'weight_g')).toEqual([])
  expect(kilos.lines).toContainEqual(expect.objectContaining({ column: 'weight_g', after: '1500' }))
  expect(both.outcome).toMatchObject({ ok: false, reason: 'doubled-column' })
})

describe('WooCommerce:', () => {
  const HEADINGS =
    'ID,Type,SKU,Name,Published,Visibility in catalog,Description,Date sale price starts,Date sale price ends,In stock?,Stock,Weight (kg),Sale price,Regular price,Categories,Tags,Images,Parent,Attribute 1 name,Attribute 1 value(s)\n'

  test('a simple product is found by its SKU, and what the file does not say stays', async ({ db }) => {
    const { sku } = await aVariant(db, { priceCents: 2000, onHand: 10, weightGrams: 100 })
    await imported(db, `sku,sale_price\n${sku},15.00\n`)

    const { outcome, lines } = await imported(
      db,
      `SKU,Type,Published,Stock,Weight (kg),Regular price\n${sku},simple,1,4,0.5,25\n`,
    )

    expect(outcome).toMatchObject({ dialect: 'woocommerce', counts: { changed: 1, refused: 0 } })
    expect(lines.map(({ column, after }) => [column, after])).toEqual([
      ['weight_g', '500'],
      ['stock', '4'],
      ['price', '25.00'],
    ])
  })

  test('a variable product comes with its variations, in both languages of its headings', async ({ db }) => {
    const rows =
      '44,variable,MUG,Tasse,1,visible,<p>Un texte.</p>,,,1,,,,,"Maison > Tasses, Soldes",a,,,Taille,"S, M"\n' +
      '45,variation,MUG-S,Tasse - S,1,visible,,2026-12-01,2026-12-24,1,3,0.4,8,10,,,,MUG,Taille,S\n' +
      '46,variation,MUG-M,Tasse - M,0,visible,,,,1,3,0.5,,12,,,,MUG,Taille,M\n'
    const french =
      'ID,Type,UGS,Nom,Publié,Visibilité dans le catalogue,Description,Date de début de promo,Date de fin de promo,En stock ?,Stock,Poids (kg),Tarif promo,Tarif régulier,Catégories,Étiquettes,Images,Parent,Nom de l’attribut 1,Valeur(s) de l’attribut 1\n'

    const { outcome, lines } = await imported(db, HEADINGS + rows)
    const again = await imported(db, french + rows, { isDry: true })

    expect(outcome).toMatchObject({ counts: { created: 1, refused: 0 } })
    const cells = lines.map(({ sku, column, after }) => [sku, column, after])
    expect(cells).toContainEqual(['MUG-S', 'sale_price', '8.00'])
    expect(cells).toContainEqual(['MUG-S', 'sale_until', '2026-12-24T23:00:00.000Z'])
    expect(cells).toContainEqual(['MUG-M', 'stock', '0'])
    expect(await exported(db)).toContain('maison,Maison,Maison,tasses,Tasses,Tasses')
    expect(again.outcome).toMatchObject({ dialect: 'woocommerce', counts: { unchanged: 1 } })
  })

  test('what is hidden or private there is a draft, what is grouped is refused by row', async ({ db }) => {
    const row = (sku: string, published: string, visibility: string, type = 'simple') =>
      `1,${type},${sku},${sku},${published},${visibility},,,,1,1,,,5,,,,,,\n`
    const { outcome, lines } = await imported(
      db,
      HEADINGS + row('A', '1', 'hidden') + row('B', '0', 'visible') + row('C', '1', 'visible', 'grouped'),
      { isDry: true },
    )
    expect(outcome).toMatchObject({ counts: { created: 2, refused: 1 } })
    const statuses = lines.filter(({ column, reason }) => column === 'status' && !reason)
    expect(statuses.map(({ after }) => after)).toEqual(['draft', 'draft'])
    expect(lines).toContainEqual(expect.objectContaining({ row: 4, reason: 'kind-not-sold' }))
  })
})
