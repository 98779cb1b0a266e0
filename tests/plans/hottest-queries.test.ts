import { vi } from 'vitest'
import { openCache } from '~/platform/cache.server'
import { openDatabase } from '~/platform/db.server'
import { copyTemplate, expect, test as inShop } from '../shop-test'
import { fillShopOfSize } from './a-shop-of-size'
import { openExplained, type Reading } from './explained'
import { FACETS, HOTTEST, type HotQuestion, NEWEST } from './hottest-questions'

// Filling the two shops belongs to the first test.
vi.setConfig({ testTimeout: 120_000 })

/** A shop and one a hundred times as large, each of which tells what is read to answer a question. */
type Sizes = Record<
  'small' | 'large',
  (question: HotQuestion, how?: { isFirst: boolean }) => Promise<Reading>
>

const test = inShop.extend<{ sizes: Sizes }>({
  sizes: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
    async ({}, use) => {
      const small = await aShop(200, { mayScan: false })
      const large = await aShop(20_000)
      await use({ small: small.ask, large: large.ask })
      await small.close()
      await large.close()
    },
    { scope: 'file' },
  ],
})

test.for(HOTTEST)('$title reads no more of a shop a hundred times as large', async (question, { sizes }) => {
  const small = await sizes.small(question)
  const large = await sizes.large(question)

  expect(large.indexes).toEqual(expect.arrayContaining(question.through))
  expect(large.scanned).toEqual([])
  // Another way of joining may read a few more or fewer; what grows with the shop would be a hundred times as much.
  expect(large.rows).toBeLessThan(2 * small.rows)
})

test('the facets of a filtered range are counted over that range alone', async ({ sizes }) => {
  const reading = await sizes.large(FACETS)

  expect(reading.indexes).toEqual(expect.arrayContaining(FACETS.through))
  expect(reading.scanned).toEqual([])
  expect(reading.rows).toBeLessThanOrEqual(3 * PRODUCTS_OF_A_SMALL_RANGE)
})

const PRODUCTS_OF_A_SMALL_RANGE = 100

test('the newest products are found without looking at all of them', async ({ sizes }) => {
  const reading = await sizes.large(NEWEST, { isFirst: true })

  expect(reading.indexes).toEqual(NEWEST.through)
  expect(reading.rows).toBe(500)
})

async function aShop(products: number, how = { mayScan: true }) {
  const { url, drop } = await copyTemplate()
  const { db, close } = openDatabase(url, { poolSize: 4 })
  await fillShopOfSize(db, url, products)
  const explained = openExplained(url, how)
  const cache = openCache(undefined)
  // As where changes are heard: what was asked for before is remembered until the test is over.
  cache.hears(true)
  return {
    /** What is cached for everybody was asked for before, unless this is the first time. */
    ask: async (question: HotQuestion, { isFirst } = { isFirst: false }) => {
      if (!isFirst) await question.ask({ db, cache })
      return explained.reading((own) =>
        question.ask({ db: own, cache: isFirst ? openCache(undefined) : cache }),
      )
    },
    close: async () => {
      await explained.close()
      await close()
      await drop()
    },
  }
}
