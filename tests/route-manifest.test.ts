import { expect, test } from 'vitest'
import { routeManifest } from '../server/route-manifest'

const ROUTES = {
  root: {},
  shop: { parentId: 'root' },
  home: { parentId: 'shop', index: true },
  cart: { parentId: 'shop', path: 'cart' },
  family: { parentId: 'shop', path: 'c/:family' },
  range: { parentId: 'shop', path: 'c/:family/:range' },
  missing: { parentId: 'shop', path: '*' },
  english: { parentId: 'root', path: 'en' },
  englishRange: { parentId: 'english', path: 'c/:family/:range' },
}

function manifestOf(routes: object) {
  const build = { routes, assets: { routes, version: 'v1' } } as unknown as Parameters<
    typeof routeManifest
  >[0]
  return routeManifest(build)
}

const manifest = manifestOf(
  Object.fromEntries(Object.entries(ROUTES).map(([id, route]) => [id, { id, ...route }])),
)

function ask(paths: readonly string[], version = 'v1') {
  const url = new URL('http://shop.test/__manifest')
  for (const path of paths) url.searchParams.append('p', path)
  url.searchParams.set('version', version)
  return manifest(url)
}

const toldOf = async (...paths: string[]) => Object.keys(await ask(paths).json())

test('links are told the routes they lead to, with those on the way there', async () => {
  expect(await toldOf('/cart')).toEqual(['root', 'shop', 'home', 'cart', 'missing'])
  expect(await toldOf('/c/brakes/discs')).toEqual(['root', 'shop', 'home', 'family', 'range', 'missing'])
  expect(await toldOf('/c/brakes', '/en/c/brakes/discs')).toContain('englishRange')
  expect(await toldOf('/wp-login.php')).toEqual(['root', 'shop', 'home', 'missing'])
})

test('a page of another release is told to load anew, and a question about nothing is refused', () => {
  const answer = ask(['/cart'], 'v0')
  expect([answer.status, answer.headers.get('x-remix-reload-document')]).toEqual([204, 'true'])
  expect(ask([]).status).toBe(400)
})

test('a path of thousands of parts, or hundreds of paths, is as soon answered as any other', async () => {
  const deep = '/a'.repeat(3_700)
  expect(await toldOf(deep)).toEqual(['root', 'shop', 'home', 'missing'])
  const many = Array.from({ length: 2_000 }, (_, at) => `/c/${at}`)
  expect(await toldOf(...many)).toEqual(['root', 'shop', 'home', 'family', 'range', 'missing'])
})
