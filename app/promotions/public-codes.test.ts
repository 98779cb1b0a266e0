import { eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { expect, test } from '../../tests/shop-test'
import { createPromoCode } from './create-promo-code.server'
import { promoCodes, publicCodeHistory } from './promo-tables.server'
import { listPublicReductions } from './public-code-queries.server'

const HOUR = 60 * 60 * 1000
const soon = () => new Date(Date.now() + HOUR)

async function reductionsOf(db: Database, value: number) {
  const reductions = await listPublicReductions(db, { now: soon() })
  return reductions.filter((one) => one.value === value)
}

test('a code for everybody counts from the moment it exists, until it is changed or taken away', async ({
  db,
}) => {
  await createPromoCode(db, { code: 'SPRING', kind: 'percentage', value: 1234, minimumCents: 500 })
  expect(await reductionsOf(db, 1234)).toMatchObject([{ value: 1234, minimumCents: 500, rangeIds: [] }])

  await db.update(promoCodes).set({ uses: 1 }).where(eq(promoCodes.code, 'SPRING'))
  expect(await db.select().from(publicCodeHistory).where(eq(publicCodeHistory.value, 1234))).toHaveLength(1)

  await db.delete(promoCodes).where(eq(promoCodes.code, 'SPRING'))
  // All of it happened in one moment of the database.
  expect(await reductionsOf(db, 1234)).toEqual([])
})

test('codes for some people, amounts and free shipping are no public prices', async ({ db }) => {
  const before = await listPublicReductions(db, { now: soon() })
  await createPromoCode(db, { code: 'VIP', kind: 'percentage', value: 1000, levels: [4, 5, 6] })
  await createPromoCode(db, { code: 'MAILED', kind: 'percentage', value: 1000, isPublic: false })
  await createPromoCode(db, { code: 'FIVE', kind: 'amount', value: 500 })
  await createPromoCode(db, { code: 'SHIP', kind: 'free-shipping', value: null })

  expect(await listPublicReductions(db, { now: soon() })).toEqual(before)
})

test('a code counts within its period only', async ({ db }) => {
  const [startsAt, endsAt] = [new Date(Date.now() + 2 * HOUR), new Date(Date.now() + 3 * HOUR)]
  await createPromoCode(db, { code: 'LATER', kind: 'percentage', value: 4321, startsAt, endsAt })

  expect(await reductionsOf(db, 4321)).toEqual([])
  const later = await listPublicReductions(db, { now: new Date(Date.now() + 4 * HOUR) })
  expect(later.filter(({ value }) => value === 4321)).toMatchObject([{ from: startsAt, until: endsAt }])
})

test('a code for one level cannot be called public', async ({ ownDb }) => {
  const forVips = createPromoCode(ownDb, {
    code: 'VIP',
    kind: 'percentage',
    value: 1000,
    levels: [4],
    isPublic: true,
  })
  await expect(forVips).rejects.toMatchObject({
    cause: { constraint_name: 'public_codes_are_for_everybody' },
  })
})

test('what was said of a code is never changed', async ({ ownDb }) => {
  await createPromoCode(ownDb, { code: 'KEPT', kind: 'percentage', value: 1000 })
  await expect(ownDb.execute(sql`update public_code_history set value = 1`)).rejects.toThrow()
  await expect(ownDb.execute(sql`delete from public_code_history`)).rejects.toThrow()
  await expect(ownDb.execute(sql`truncate public_code_history`)).rejects.toThrow()
})
