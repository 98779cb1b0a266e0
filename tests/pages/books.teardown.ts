import { expect, test } from '@playwright/test'
import { brokenInvariants } from '../invariants'
import { pagesDatabaseUrl } from '../pages-database'

test('after all visits the books of the shop still balance', async () => {
  const databaseUrl = pagesDatabaseUrl()
  test.skip(!databaseUrl, 'the visited shop is not ours')

  expect(await brokenInvariants(databaseUrl ?? '')).toEqual([])
})
