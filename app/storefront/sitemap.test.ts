import { text } from 'node:stream/consumers'
import { openCache } from '~/platform/cache.server'
import { aProduct, aVariant } from '../../tests/a-shop'
import { aType, fitted } from '../../tests/a-vehicle'
import { expect, test } from '../../tests/shop-test'
import { type SitemapPage, sitemapIndex, sitemapOf } from './sitemap.server'
import { findSitemapPages, listSitemapNames } from './sitemap-pages.server'

const ORIGIN = 'https://shop.example'

async function* these(...paths: string[]): AsyncGenerator<SitemapPage> {
  for (const path of paths) yield { path }
}

function addressesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address ?? '')
}

test('a page stands there in both languages, each naming the other', async () => {
  const xml = await text(sitemapOf(ORIGIN, these('/p/disc')))

  expect(addressesIn(xml)).toEqual([`${ORIGIN}/p/disc`, `${ORIGIN}/en/p/disc`])
  expect(xml.match(/<xhtml:link rel="alternate" hreflang="(fr|en|x-default)"/g)).toHaveLength(6)
})

test('odd slugs leave the file well-formed, and too long ones are left out (A-086)', async () => {
  const odd = ['/c/a&b', '/c/]]>', '/c/<x>"', '/c/nul\u0000\u0008', '/c/名前']
  const xml = await text(sitemapOf(ORIGIN, these(...odd, `/c/${'a'.repeat(2_048)}`)))

  expect(addressesIn(xml)).toHaveLength(2 * odd.length)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!(amp|lt|gt|quot|apos|#\d+);)|\]\]>/)
  for (const url of addressesIn(xml)) expect(url).not.toMatch(/[<>"]/)
})

test('a reader who goes away ends the reading of pages', async () => {
  let read = 0
  let isOver = false
  async function* endless(): AsyncGenerator<SitemapPage> {
    try {
      for (;;) yield { path: `/p/disc-${read++}` }
    } finally {
      isOver = true
    }
  }

  const xml = sitemapOf(ORIGIN, endless())
  for await (const _ of xml) break

  await expect.poll(() => isOver).toBe(true)
  expect(read).toBeLessThan(1_000)
})

test('the index names a file of pages and as many of products as it takes', async ({ db }) => {
  expect(await listSitemapNames(db)).toEqual(['pages'])
  const disc = await aProduct(db)
  await aVariant(db, { productId: disc.id })
  expect(await listSitemapNames(db)).toEqual(['pages', 'products-1'])

  const shop = { db, reads: db, cache: openCache(undefined) }
  const pages = await findSitemapPages(shop, 'products-1')
  const xml = pages && (await text(sitemapOf(ORIGIN, pages)))

  expect(xml).toContain(`${ORIGIN}/en/p/${disc.slug}`)
  expect(await text(sitemapIndex(ORIGIN, ['pages', 'products-1']))).toContain(
    `<loc>${ORIGIN}/sitemaps/products-1.xml</loc>`,
  )
  for (const name of ['', 'products-2', 'products-0', 'products-01', 'products-x', '../pages', 'constructor'])
    expect(await findSitemapPages(shop, name)).toBeNull()
})

test('models, types and what fits them have files of their own', async ({ db }) => {
  const { productId } = await aVariant(db)
  const typeId = await aType(db, { make: 'renault', model: 'clio-iii', slug: '1-5-dci' })
  await fitted(db, { typeId, productId })
  const shop = { db, reads: db, cache: openCache(undefined) }

  const names = (await listSitemapNames(db)).filter((name) => /^(models|vehicles)/.test(name))
  const files = await Promise.all(names.map((name) => findSitemapPages(shop, name)))
  const [models = '', types = ''] = await Promise.all(
    files.map((pages) => (pages ? text(sitemapOf(ORIGIN, pages)) : '')),
  )

  expect(names).toEqual(['models', expect.stringMatching(/^vehicles-\d+$/)])
  expect(addressesIn(models)).toContain(`${ORIGIN}/en/vehicles/renault/clio-iii`)
  expect(addressesIn(types)).toContain(`${ORIGIN}/vehicles/renault/clio-iii/1-5-dci`)
  expect(addressesIn(types)).toContainEqual(
    expect.stringMatching(/\/c\/family-[\d-]+\/range-[\d-]+\/renault\/clio-iii\/1-5-dci$/),
  )
})
