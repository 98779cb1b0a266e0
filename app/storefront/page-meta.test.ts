import { expect, test } from 'vitest'
import { pageMeta } from './page-meta'

const root = { id: 'root', data: { origin: 'https://shop.test', shopName: 'Comptoir' } }
const at = (pathname: string) => ({ location: { pathname }, matches: [root] })

test('a page has one URL, which exists in both languages', () => {
  const head = pageMeta(at('/en/c/brakes'), { title: 'Brakes', canonicalPath: '/c/brakes?page=2' })

  expect(head).toContainEqual({ title: 'Brakes · Comptoir' })
  expect(head).toContainEqual({
    tagName: 'link',
    rel: 'canonical',
    href: 'https://shop.test/en/c/brakes?page=2',
  })
  expect(head).toContainEqual({
    tagName: 'link',
    rel: 'alternate',
    hrefLang: 'fr',
    href: 'https://shop.test/c/brakes?page=2',
  })
})

test('a page kept out of search engines announces no URL', () => {
  const head = pageMeta(at('/cart'), { title: 'Panier', noindex: true })

  expect(head).toContainEqual({ name: 'robots', content: 'noindex, follow' })
  expect(JSON.stringify(head)).not.toContain('canonical')
})

test('the URL is that of the thing shown, never the one that was asked for', () => {
  const head = JSON.stringify(pageMeta(at('/P/disc/'), { title: 'Disc', canonicalPath: '/p/disc' }))

  expect(head).toContain('"https://shop.test/p/disc"')
  expect(head).not.toContain('/P/')
})

test('a page that names no URL of its own is kept out of search engines', () => {
  const head = pageMeta(at('/somewhere/'), { title: 'Somewhere' })

  expect(head).toContainEqual({ name: 'robots', content: 'noindex, follow' })
  expect(JSON.stringify(head)).not.toContain('somewhere/')
})

test('a page that was not found still has a title and is not indexed', () => {
  expect(pageMeta(at('/nope'), undefined)).toEqual([
    { title: 'Comptoir' },
    { name: 'robots', content: 'noindex' },
  ])
})
