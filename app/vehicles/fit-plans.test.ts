import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { aBrand, aRange } from '../../tests/a-shop'
import { aType } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { fitmentsWithin } from './fit-queries.server'

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  Plans?: Plan[]
}

/** 200 types and so many products, each fitted to ten types; a tenth of them stands in one range. */
async function manyFitments(db: Database, products: number) {
  const [rangeId, otherRangeId, brandId] = [await aRange(db), await aRange(db), await aBrand(db)]
  const typeId = await aType(db)
  await db.execute(sql`
    insert into vehicle_types (model_id, slug, name, fuel, body, from_month)
    select model_id, 'type-' || n, 'Type', 'petrol', 'saloon', 200001
    from vehicle_types, generate_series(1, 199) n where vehicle_types.id = ${typeId}`)
  await db.execute(sql`
    insert into products (range_id, brand_id, slug, status)
    select case when n % 10 = 0 then ${rangeId}::int else ${otherRangeId}::int end, ${brandId}::int,
      'part-' || n, 'available'
    from generate_series(1, ${products}::int) n`)
  await db.execute(sql`
    insert into fitments (type_id, range_id, product_id)
    select vehicle_types.id, products.range_id, products.id from vehicle_types, products
    where (vehicle_types.id + products.id / 10) % 20 = 0`)
  await db.execute(sql`analyze fitments`)
  await db.execute(sql`analyze products`)
  return { rangeId, typeId }
}

test('what fits a vehicle within a range is read from one index, and no more rows of it than fit', async ({
  db,
}) => {
  const asked = await manyFitments(db, 4_000)

  const nodes = await planOf(db, asked)

  const onFitments = nodes.filter((node) => node['Relation Name'] === 'fitments')
  expect(onFitments.map((node) => node['Node Type'])).not.toContain('Seq Scan')
  expect(nodes.map((node) => node['Index Name'])).toContain('fitments_once')
  const read = onFitments.reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0)
  expect(read).toBe(20)
})

async function planOf(db: Database, asked: { rangeId: number; typeId: number }): Promise<Plan[]> {
  const [row] = await db.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    sql`explain (analyze, format json) ${fitmentsWithin(asked)}`,
  )
  if (!row) throw new Error('Postgres explained nothing')
  return nodesOf(row['QUERY PLAN'][0].Plan)
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
}
