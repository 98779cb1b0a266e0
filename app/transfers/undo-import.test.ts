import { eq } from 'drizzle-orm'
import { products } from '~/catalog/product-tables.server'
import { setStockOnHand } from '~/inventory/set-stock-on-hand.server'
import type { Database } from '~/platform/db.server'
import { setBasePrice } from '~/pricing/set-base-price.server'
import { aRange, aVariant, stockOf, unique } from '../../tests/a-shop'
import { exported, imported } from '../../tests/a-table-file'
import { expect, test } from '../../tests/shop-test'
import { undoImport } from './undo-import.server'

async function importIdOf(db: Database, file: string): Promise<string> {
  const { outcome } = await imported(db, file)
  if (!outcome.ok || !outcome.importId) throw new Error('Nothing was imported')
  return outcome.importId
}

test('an undo puts back every cell that the import changed', async ({ db }) => {
  const variant = await aVariant(db, { priceCents: 1000, onHand: 10, options: { size: 'M' } })
  const before = await exported(db)
  const file =
    'sku,name:fr,name:en,tags,references:oem,attribute:axle,option:size,weight_g,price,sale_price,stock\n' +
    `${variant.sku},Autre nom,Another name,a|b,Renault:77,front,L,900,12.00,9.00,25\n`

  const importId = await importIdOf(db, file)
  expect(await exported(db)).not.toBe(before)
  const outcome = await undoImport(db, { importId, actor: 'test' })

  expect(outcome).toMatchObject({ ok: true, kept: [] })
  const columns = (text: string) => text.split('\r\n')[1]?.replace(/,*$/, '')
  expect(columns(await exported(db))).toBe(columns(before))
  expect(await undoImport(db, { importId, actor: 'test' })).toEqual({ ok: false, reason: 'already-undone' })
})

test('what was created and never counted is removed, with the brand and the range made for it', async ({
  db,
}) => {
  const before = await exported(db)
  const file =
    'slug,sku,name:fr,family,family_name:fr,range,range_name:fr,brand,price\n' +
    'cle-plate,CLE-1,Clé plate,outils,Outils,cles,Clés,Facom,5.00\n'

  const importId = await importIdOf(db, file)
  const outcome = await undoImport(db, { importId, actor: 'test' })

  expect(outcome).toMatchObject({ ok: true, kept: [] })
  expect(await exported(db)).toBe(before)
})

test('what stands in the stock ledger is archived and emptied, for the ledger forgets nothing', async ({
  db,
}) => {
  const range = unique('Clés')
  await aRange(db, { name: range })
  const importId = await importIdOf(
    db,
    `slug,sku,name:fr,range,brand,status,price,stock\ncle-plate,CLE-1,Clé,${range},Facom,available,5,7\n`,
  )

  const outcome = await undoImport(db, { importId, actor: 'test' })

  expect(outcome).toMatchObject({
    ok: true,
    kept: [{ subject: 'cle-plate', column: '', reason: 'sold-since' }],
  })
  const [product] = await db.select().from(products).where(eq(products.slug, 'cle-plate'))
  expect(product?.status).toBe('archived')
  expect((await exported(db)).split('\r\n').at(-2)).toMatch(/^cle-plate,CLE-1,archived.*,5\.00,,,,0/)
})

test('what somebody changed since stays, and is named; goods sold since are counted with', async ({ db }) => {
  const dear = await aVariant(db, { priceCents: 1000, onHand: 10 })
  const counted = await aVariant(db, { onHand: 10 })
  const importId = await importIdOf(db, `sku,price,stock\n${dear.sku},12.00,\n${counted.sku},,30\n`)
  await setBasePrice(db, { variantId: dear.id, baseCents: 1500 })
  await setStockOnHand(db, { variantId: counted.id, onHand: 28, basedOn: 30, actor: 'clerk' })

  const outcome = await undoImport(db, { importId, actor: 'test' })

  expect(outcome).toMatchObject({ kept: [{ column: `${dear.sku} price`, reason: 'changed-since' }] })
  expect(await stockOf(db, counted.id)).toEqual({ onHand: 8, reserved: 0 })
})

test('there is nothing to undo of an import that never was', async ({ db }) => {
  const importId = '01a1f856-dfcb-75b3-8367-05a5f8317f5d'
  expect(await undoImport(db, { importId, actor: 'test' })).toEqual({ ok: false, reason: 'unknown-import' })
})
