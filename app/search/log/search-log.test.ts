import { openLog } from '~/platform/log.server'
import { openRateLimits } from '~/platform/rate-limits.server'
import { expect, test } from '../../../tests/shop-test'
import { searchLog } from '../search-tables.server'
import { openSearchLog } from './search-log.server'

const log = openLog({ level: 'silent', process: 'test' })

test('searches without result are written down together, each once', async ({ db }) => {
  const kept = openSearchLog({ db, log, limits: openRateLimits(undefined) })
  for (const query of ['Poulie magique', 'poulie magique', 'autre'])
    kept.note({ language: 'fr', query, hits: 0, clientIp: 'somewhere' })
  await kept.flush()
  await kept.flush()

  const rows = await db.select({ query: searchLog.query, language: searchLog.language }).from(searchLog)
  expect(rows).toEqual([
    { query: 'poulie magique', language: 'fr' },
    { query: 'autre', language: 'fr' },
  ])
})

test('what is personal is not kept', async ({ db }) => {
  const kept = openSearchLog({ db, log, limits: openRateLimits(undefined) })
  for (const query of [
    'jean@exemple.fr',
    '4970 1012 3456 7890',
    '+33 6 12 34 56 78 90 1',
    '4970__1012  3456--7890',
  ])
    kept.note({ language: 'fr', query, hits: 0, clientIp: 'somewhere' })
  await kept.flush()
  expect(await db.select().from(searchLog)).toEqual([])
})

test('the same search of one visitor is written once a day, that of another too', async ({ db }) => {
  const kept = openSearchLog({ db, log, limits: openRateLimits(undefined) })
  for (const clientIp of ['here', 'here', 'there']) {
    kept.note({ language: 'fr', query: 'poulie magique', hits: 0, clientIp })
    await kept.flush()
  }
  expect(await db.$count(searchLog)).toBe(2)
})

test('one client IP has thirty searches written in ten minutes, whatever it asks', async ({ db }) => {
  const kept = openSearchLog({ db, log, limits: openRateLimits(undefined) })
  for (let number = 0; number < 3_000; number++) {
    kept.note({ language: 'en', query: `random ${number}`, hits: 0, clientIp: 'one IP' })
    if (number % 100 === 99) await kept.flush()
  }
  expect(await db.$count(searchLog)).toBe(30)
})

test('a flood of random words from everywhere takes neither memory nor the table', async ({ db }) => {
  const kept = openSearchLog({ db, log, limits: openRateLimits(undefined) })
  for (let number = 0; number < 10_000; number++)
    kept.note({
      language: 'en',
      query: `random ${number} ${'é'.repeat(500)}`,
      hits: 0,
      clientIp: `IP ${number}`,
    })
  await kept.flush()
  const rows = await db.select().from(searchLog)
  expect(rows).toHaveLength(200)
  expect(Math.max(...rows.map(({ query }) => query.length))).toBe(100)
})
