import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneUrlOf } from '../server/one-url'
import { keyOfPage } from '../server/page-cache/key-of-page'

test.each([
  ['/p/disc/', '/p/disc'],
  ['/P/disc', '/p/disc'],
  ['/p/Disc', '/p/disc'],
  ['//p/disc', '/p/disc'],
  ['/p//disc///', '/p/disc'],
  ['/catalog/', '/catalog'],
  ['/Catalog', '/catalog'],
  ['/c/brakes/', '/c/brakes'],
  ['/c/brakes/discs/?brand=a&page=2', '/c/brakes/discs?brand=a&page=2'],
  ['/brands/Brembo', '/brands/brembo'],
  ['/vehicles/renault/', '/vehicles/renault'],
  ['/vehicles/Renault/Clio-III', '/vehicles/renault/clio-iii'],
  ['/legal/terms/', '/legal/terms'],
  ['/search/', '/search'],
  ['/Search?q=Disque', '/search?q=Disque'],
  ['/en/', '/en'],
  ['/EN', '/en'],
  ['/EN/C/brakes/', '/en/c/brakes'],
  ['/en//p/disc?variant=A-1', '/en/p/disc?variant=A-1'],
  ['/p/%64isc', '/p/disc'],
  ['/p/caf%c3%a9', '/p/caf%C3%A9'],
  ['/order/C-2026-000042/?token=Ab', '/order/C-2026-000042?token=Ab'],
])('%s is a page at %s', (url, one) => {
  expect(oneUrlOf(url)).toBe(one)
})

test.each([
  ['/'],
  ['/?a=1'],
  ['/en'],
  ['/p/disc'],
  ['/c/brakes/discs?page=2'],
  ['/order/C-2026-000042'],
  ['/assets/Button-XyZ.js'],
  ['/p/disc.data'],
  ['/P/disc.data'],
  ['/media/AbC/960.webp'],
  ['//evil.test'],
  ['//evil.test/'],
  ['/\\evil/'],
  ['/webhooks/stripe'],
  ['/p/%c0%ae'],
  ['/P/%00/'],
  ['/sitemaps/pages.xml'],
])('%s stays as it is', (url) => {
  expect(oneUrlOf(url)).toBe(url)
})

test('whatever is asked for, it is found in one step, on this host, and what is kept has no other name', () => {
  const piece = fc.constantFrom(
    '/',
    '//',
    'p',
    'C',
    'en',
    'EN',
    'disc',
    'Disc',
    '%64',
    '%2F',
    '%5C',
    '\\',
    '.',
    '?',
    'a=B',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const url = `/${pieces.join('')}`
      const one = oneUrlOf(url)
      expect(oneUrlOf(one)).toBe(one)
      if (one !== url) expect(one).toMatch(/^\/(?![/\\])/)
      if (keyOfPage(url)) expect(one).toBe(url)
    }),
    { numRuns: 2_000 },
  )
})
