import { expect, test } from 'vitest'
import { tagsMadeElsewhere } from './changes'
import { readSources } from './read-sources'

test('what changes are called is written and read by one file', () => {
  expect(tagsMadeElsewhere(readSources())).toEqual([])
})

test('a planted violation is caught: a tag of a room, a change told past the vocabulary', () => {
  const house = new Map([
    ['app/cart/price.server.ts', 'cache.drop([name as ChangeTag])'],
    ['app/stock/sell.server.ts', "await tx.execute(sql`select pg_notify('changes', 'shelf:7')`)"],
  ])
  expect(tagsMadeElsewhere(house)).toEqual([
    'app/cart/price.server.ts makes a tag of its own: see app/changes.ts',
    'app/stock/sell.server.ts tells a change by itself: see tellChanges',
  ])
})
