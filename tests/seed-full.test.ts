import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { onTestFinished, vi } from 'vitest'
import type { Database } from '~/platform/db.server'
import { refuseHalfAFullShop } from '../scripts/bring-up/demonstration'
import { expect, test } from './shop-test'

vi.setConfig({ testTimeout: 180_000 })

const SIZE = { products: 200, types: 400, fitments: 3_000 }

test('a filling at full size that is killed in any step goes on, doubles nothing and leaves every rule in place', async ({
  ownDb: db,
  ownDbUrl,
}) => {
  const rules = await listRules(db)
  const filling = fillingOf(ownDbUrl)

  await killWhen(filling.start(), () => isBulkLoading(db))
  expect(await count(db, 'products')).toBe(0)
  expect(await listRules(db)).toEqual(rules)
  await killWhen(filling.start(), async () => (await count(db, 'products')) > 0)
  const last = await filling.run()

  expect(last).toContain('documents')
  expect(await count(db, 'products')).toBe(SIZE.products)
  expect(await count(db, 'vehicle_types')).toBe(SIZE.types)
  expect(await count(db, 'fitments')).toBe(SIZE.fitments)
  expect(await count(db, 'product_documents')).toBe(2 * SIZE.products)
  expect(await count(db, 'stock')).toBe(await count(db, 'variants'))
  expect(await count(db, 'price_history where not is_loaded')).toBe(await count(db, 'variants'))
  expect(await count(db, 'promo_codes')).toBe(1)
  expect(await listRules(db)).toEqual(rules)
  expect(await filling.run()).toContain('nothing was changed')
})

test('what is half filled is neither filled to another size nor opened: the command to go on is named', async ({
  ownDb: db,
  ownDbUrl,
}) => {
  const filling = fillingOf(ownDbUrl)
  await killWhen(filling.start(), () => isBegun(db))

  const answer = await filling.run({ ...SIZE, products: 300 })

  const onward = 'npm run seed:full -- --products 200 --types 400 --fitments 3000'
  expect(answer).toContain(onward)
  await expect(refuseHalfAFullShop(ownDbUrl)).rejects.toThrow(onward)
})

function fillingOf(databaseUrl: string) {
  const data = mkdtempSync(join(tmpdir(), 'comptoir-full-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const env = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH,
    DATABASE_URL: databaseUrl,
    DATA_DIRECTORY: data,
    LOG_LEVEL: 'warn',
  }
  const start = (size = SIZE) => {
    const options = Object.entries(size).flatMap(([name, number]) => [`--${name}`, String(number)])
    return spawn(process.execPath, ['--import', 'tsx', 'scripts/seed-full.ts', ...options], { env })
  }
  return {
    start,
    /** All it said. */
    async run(size = SIZE): Promise<string> {
      const child = start(size)
      let said = ''
      child.stdout.on('data', (chunk) => (said += String(chunk)))
      child.stderr.on('data', (chunk) => (said += String(chunk)))
      await once(child, 'exit')
      return said
    },
  }
}

async function killWhen(child: ChildProcess, isTime: () => Promise<boolean>): Promise<void> {
  const ended = once(child, 'exit')
  await vi.waitFor(async () => expect(await isTime()).toBe(true), { timeout: 60_000, interval: 20 })
  child.kill('SIGKILL')
  await ended
}

async function isBegun(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ is: boolean }>(sql`select to_regclass('seed_full.plan') is not null as is`)
  return row?.is ?? false
}

/** Whether the products are being loaded, with their keys away: their table is closed to everybody then. */
async function isBulkLoading(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ is: boolean }>(sql`
    select exists (
      select 1 from pg_locks l join pg_stat_activity a using (pid)
      where l.relation = 'products'::regclass and l.mode = 'AccessExclusiveLock' and a.datname = current_database()
    ) as is`)
  return row?.is ?? false
}

async function count(db: Database, rows: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${rows}`))
  return row?.count ?? 0
}

/** Every constraint, index and trigger of the shop. */
async function listRules(db: Database): Promise<string[]> {
  const rows = await db.execute<{ rule: string }>(sql`
    select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) as rule
    from pg_constraint where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    order by 1`)
  return rows.map(({ rule }) => rule)
}
