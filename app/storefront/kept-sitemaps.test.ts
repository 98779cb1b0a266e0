import { setImmediate } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keepSitemaps } from './kept-sitemaps.server'
import type { SitemapPage } from './sitemap.server'

/** A shop whose sitemaps all have so many pages, and which counts how often it was asked for them. */
function aShop({ pages = 3 } = {}) {
  const asked = { times: 0, atOnce: 0, mostAtOnce: 0 }
  async function* listed(): AsyncGenerator<SitemapPage> {
    asked.mostAtOnce = Math.max(asked.mostAtOnce, ++asked.atOnce)
    for (let page = 0; page < pages; page++) yield { path: `/p/${page}` }
    asked.atOnce -= 1
  }
  const find = keepSitemaps()
  const options = {
    origin: 'https://shop.example',
    pagesOf: async (name: string) => {
      asked.times += 1
      return name === 'nothing' ? null : listed()
    },
  }
  return { asked, ask: (name: string) => find(name, options) }
}

test('a sitemap is made once for all who ask, and compressed', async () => {
  const { asked, ask } = aShop()

  const answers = await Promise.all(Array.from({ length: 12 }, () => ask('products-1')))
  const again = await ask('products-1')

  expect(asked.times).toBe(1)
  expect(new Set([...answers, again]).size).toBe(1)
  const xml = again && again !== 'busy' ? gunzipSync(again).toString() : ''
  expect(xml.match(/<loc>/g)).toHaveLength(6)
  expect(await ask('nothing')).toBeNull()
})

test('one is made at a time, and who comes behind too many others is sent away', async () => {
  const { asked, ask } = aShop()

  const answers = await Promise.all(Array.from({ length: 25 }, (_, part) => ask(`vehicles-${part}`)))

  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(5)
  expect(asked.mostAtOnce).toBe(1)
  expect(await ask('vehicles-24')).not.toBe('busy')
})

test('while a long one is made, everything else has its turn', async () => {
  const { ask } = aShop({ pages: 5_000 })
  let turns = 0
  let isMade = false

  const making = ask('products-1').then(() => {
    isMade = true
  })
  while (!isMade) {
    await setImmediate()
    turns += 1
  }
  await making

  expect(turns).toBeGreaterThan(100)
})
