import { expect, test } from 'vitest'
import { bySection } from '../server/by-section'

const ROUTES = {
  root: {},
  shop: { parentId: 'root' },
  home: { parentId: 'shop', index: true },
  cart: { parentId: 'shop', path: 'cart' },
  range: { parentId: 'shop', path: 'c/:family/:range' },
  missing: { parentId: 'shop', path: '*' },
  english: { parentId: 'root', path: 'en' },
  englishCart: { parentId: 'english', path: 'cart' },
  admin: { parentId: 'root', path: 'admin' },
  orders: { parentId: 'admin', path: 'orders/:id' },
}

function pagesFor(path: string): string[] {
  const routes = Object.fromEntries(
    Object.entries(ROUTES).map(([id, route]) => [id, { id, ...route, module: { default: () => null } }]),
  )
  const build = { routes, assets: { routes } } as unknown as Parameters<typeof bySection>[0]
  const section = bySection(build, (some) => some)(path)
  expect(Object.keys(section.assets.routes)).toEqual(Object.keys(section.routes))
  return Object.keys(section.routes)
}

test('a URL is looked for among the routes that begin like it, with the layouts around them', () => {
  expect(pagesFor('/cart')).toEqual(['root', 'shop', 'home', 'cart', 'missing'])
  expect(pagesFor('/c/brakes/discs')).toEqual(['root', 'shop', 'home', 'range', 'missing'])
  expect(pagesFor('/en/cart')).toEqual(['root', 'shop', 'home', 'missing', 'english', 'englishCart'])
  expect(pagesFor('/admin/orders/7')).toEqual(['root', 'shop', 'home', 'missing', 'admin', 'orders'])
})

test('letters of any case, encoded ones and data requests are read as Remix reads them', () => {
  for (const path of ['/CART', '/%63art', '/cart.data', '/cart/'])
    expect(pagesFor(path)).toEqual(pagesFor('/cart'))
  expect(pagesFor('/_root.data')).toEqual(pagesFor('/'))
})

test('whatever is nobody’s leads to the page that says so', () => {
  expect(pagesFor('/wp-login.php')).toEqual(['root', 'shop', 'home', 'missing'])
})

test('the home page needs no other', () => {
  expect(pagesFor('/')).toEqual(['root', 'shop', 'home', 'missing'])
})
