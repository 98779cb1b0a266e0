import { sql } from 'drizzle-orm'
import { expect, test } from '../../tests/shop-test'
import { describeFault, loggedPath } from './log.server'

test('a query that failed is logged without what it was given', async ({ db }) => {
  const email = 'claire@example.test'

  const fault = await db
    .transaction((tx) => tx.execute(sql`select ${email}::text, 1 / ${0}::int`))
    .catch((caught: unknown) => caught)

  expect(String(fault)).toContain(email)
  const kept = describeFault(fault)
  expect(kept).toMatchObject({
    type: 'DrizzleQueryError',
    message: expect.stringContaining('select $1::text'),
    stack: expect.stringContaining('log.test.ts'),
    cause: { code: '22012', message: 'division by zero' },
  })
  expect(JSON.stringify(kept)).not.toContain(email)
})

test('a row that a constraint quotes is not logged', async ({ db }) => {
  const label = 'claire@example.test'

  const fault = await db
    .transaction(async (tx) => {
      await tx.execute(sql`create temporary table once (label text constraint only_once primary key)`)
      await tx.execute(sql`insert into once values (${label}), (${label})`)
    })
    .catch((caught: unknown) => caught)

  const kept = describeFault(fault)
  expect(kept).toMatchObject({ cause: { code: '23505', constraint: 'only_once' } })
  expect(JSON.stringify(kept)).not.toContain(label)
})

test('a path is logged without its query, and cut', () => {
  expect(loggedPath('/order/C-1?token=secret')).toBe('/order/C-1')
  const long = loggedPath(`/${'a'.repeat(8_000)}`)
  expect(long).toMatch(/a… \(8001\)$/)
  expect(long.length).toBeLessThan(250)
})
