import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { reserveStock } from '~/inventory/reserve-stock.server'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { aVariant, stockOf } from '../../tests/a-shop'
import { aFile } from '../../tests/a-table-file'
import { expect, test } from '../../tests/shop-test'
import { importFile } from './import-file.server'

const PRODUCTS = 6_000
const HEADINGS =
  'slug,sku,name:fr,name:en,family,family_name:fr,range,range_name:fr,brand,status,price,stock,references:oem\n'

function aLargeFile(): string {
  const rows = Array.from(
    { length: PRODUCTS },
    (_, n) =>
      `piece-${n},P-${n},Pièce ${n},Part ${n},auto,Auto,pieces,Pièces,Valeo,available,9.90,3,Renault:${n}\n`,
  )
  return aFile(HEADINGS + rows.join(''))
}

function startImport(path: string, url: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/import.ts', path], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'ignore',
  })
}

async function countIn(db: Database) {
  const [row] = await db.execute(sql`
    select (select count(*)::int from products) as products, (select count(*)::int from variants) as variants,
      (select count(*)::int from product_texts) as texts, (select count(*)::int from product_references) as "references",
      (select count(*)::int from variant_prices) as prices, (select sum(on_hand)::int from stock) as "onHand",
      (select count(*)::int from stock_movements) as movements`)
  return row
}

const all = (products: number) => ({
  products,
  variants: products,
  texts: 2 * products,
  references: products,
  prices: products,
  onHand: 3 * products,
  movements: products,
})

test('an import that is killed half-way leaves whole products, and goes on where it was', async ({
  ownDb,
  ownDbUrl,
}) => {
  const path = aLargeFile()
  const killed = startImport(path, ownDbUrl)
  const end = once(killed, 'exit')
  const batches = () =>
    ownDb.execute<{ count: number }>(sql`select count(*)::int as count from import_batches`)
  while (((await batches())[0]?.count ?? 0) < 2 && killed.exitCode === null) await sleep(5)

  killed.kill('SIGKILL')
  expect(await end).toEqual([null, 'SIGKILL'])
  const half = await countIn(ownDb)
  expect(half).toEqual(all(Number(half?.products)))
  expect(half?.products).toBeLessThan(PRODUCTS)

  const outcome = await importFile(ownDb, { path, actor: 'test' })

  expect(outcome).toMatchObject({ ok: true, wentOn: true, counts: { created: PRODUCTS, refused: 0 } })
  expect(await countIn(ownDb)).toEqual(all(PRODUCTS))
  const again = await importFile(ownDb, { path, actor: 'test' })
  expect(again).toMatchObject({ wentOn: false, counts: { unchanged: PRODUCTS, created: 0 } })
}, 90_000)

test('only the very same file goes on with an import', async ({ db }) => {
  const first = await importFile(db, { path: aFile(`${HEADINGS}`), actor: 'test' })
  if (!first.ok || !first.importId) throw new Error('Nothing was imported')
  const { importId: resume } = first
  const path = aFile(`${HEADINGS}`)

  expect(await importFile(db, { path, actor: 'test', resume })).toEqual({
    ok: false,
    reason: 'already-finished',
  })
  await db.execute(sql`update imports set finished_at = null where id = ${resume}`)
  expect(await importFile(db, { path: aFile(`${HEADINGS}\n`), actor: 'test', resume })).toEqual({
    ok: false,
    reason: 'another-file',
  })
  expect(await importFile(db, { path, actor: 'test', resume })).toMatchObject({ ok: true, wentOn: true })
})

test('a count that is imported while shoppers keep goods aside leaves the books right', async ({ ownDb }) => {
  const variants: { id: number; sku: string }[] = []
  for (let n = 0; n < 20; n++) variants.push(await aVariant(ownDb, { onHand: 10 }))
  const file = `sku,price,stock\n${variants.map(({ sku }) => `${sku},7.50,30\n`).join('')}`
  const keepAside = (from: number) =>
    reserveStock(ownDb, {
      holder: 'cart',
      holderId: newId(),
      lines: variants.slice(from, from + 5).map(({ id }) => ({ variantId: id, quantity: 1 })),
      minutes: 30,
    })

  const [outcome, ...kept] = await Promise.all([
    importFile(ownDb, { path: aFile(file), actor: 'test' }),
    ...Array.from({ length: 30 }, (_, n) => keepAside(n % 16)),
  ])

  expect(outcome).toMatchObject({ ok: true, counts: { changed: 20, refused: 0 } })
  expect(new Set(kept.map(({ ok }) => ok))).toEqual(new Set([true]))
  for (const { id } of variants) expect(await stockOf(ownDb, id)).toMatchObject({ onHand: 30 })
})
