import type { Figures } from './rounds'

export type Verdict = { says: string; value: number; limit: number; unit: string; isMet: boolean }

/** What the scenarios of the small shop beside are called. */
export const BESIDE = ', small shop'

type Found = (name: string) => Figures | undefined

/** What the shop promises of its speed on a machine with two cores. A target whose scenario did not run is not judged. */
export function judge(figures: readonly Figures[]): Verdict[] {
  const find: Found = (name) => figures.find((one) => one.name === name)
  return [
    ...['home', 'listing', 'product'].map((page) => againstBareServer(find, page)),
    atMost(
      'computing time of the web process for a product page',
      find('product, not cached')?.webMs,
      3.5,
      'ms',
    ),
    atMost('computing time of Postgres for a product page', find('product, not cached')?.postgresMs, 1, 'ms'),
    atMost('computing time for a listing with vehicle', inAll(find('listing with vehicle')), 6, 'ms'),
    atMost('p95 of the search page', find('search page')?.p95, 30, 'ms'),
    atMost(
      'p95 of the search page against Meilisearch asked directly',
      ratio(find('search page')?.p95, find('floor: Meilisearch, the searches')?.p95),
      1.5,
      '×',
    ),
    atMost('p95 of the suggestions', find('suggestions')?.p95, 15, 'ms'),
    atLeast('additions to a cart per second', find('add to cart')?.perSecond, 400, '/s'),
    ...[10, 50].map((atOnce) => checkout(find, atOnce)),
    ...figures.flatMap((one) => againstSmallShop(find, one)),
    nothingFailed(figures),
    atMost('memory of the web process', most(figures), 300, 'MB'),
  ].flatMap((verdict) => verdict ?? [])
}

function againstBareServer(find: Found, page: string) {
  const floors: Record<string, string> = {
    home: 'the home page',
    listing: 'the listings',
    product: 'the products',
  }
  const bare = find(`floor: node:http, ${floors[page]}`)?.perSecond
  return atLeast(
    `cached ${page} page against bare node:http`,
    ratio(find(`${page}, cached`)?.perSecond, bare),
    0.5,
    '×',
  )
}

function checkout(find: Found, atOnce: number) {
  const { perSecond } = find(`checkout to paid, ${atOnce} at once`) ?? {}
  return atLeast(`orders paid per second, ${atOnce} at once`, perSecond, 60, '/s')
}

function nothingFailed(figures: readonly Figures[]) {
  const failed = figures.reduce((sum, one) => sum + one.failed, 0)
  return atMost('requests and orders that failed', failed, 0, '')
}

function againstSmallShop(find: Found, { name, p95 }: Figures) {
  const small = find(name + BESIDE)
  return atMost(`p95 of ${name} against the small shop`, ratio(small && p95, small?.p95), 1.3, '×') ?? []
}

function inAll(figures: Figures | undefined) {
  return figures && figures.webMs + figures.postgresMs
}

function most(figures: readonly Figures[]) {
  return Math.max(...figures.filter(({ name }) => !name.startsWith('floor')).map(({ webMb }) => webMb))
}

function ratio(value: number | undefined, base: number | undefined) {
  return value === undefined || !base ? undefined : value / base
}

function atMost(says: string, value: number | undefined, limit: number, unit: string): Verdict | undefined {
  return value === undefined ? undefined : { says, value, limit, unit, isMet: value <= limit }
}

function atLeast(says: string, value: number | undefined, limit: number, unit: string): Verdict | undefined {
  return value === undefined ? undefined : { says, value, limit, unit, isMet: value >= limit }
}
