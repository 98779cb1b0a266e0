import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { aVariant } from '../a-shop'
import { openForBusiness } from '../open-for-business'
import { expect, test } from '../running-web'
import { fromSomewhere } from '../safe-answer'

/** The path of every route, with a plausible value for each parameter. */
async function everyPath(slug: string): Promise<string[]> {
  const build: ServerBuild = await import(pathToFileURL('build/server/index.js').href)
  const paths = Object.keys(build.routes).map((id) => {
    const parts: string[] = []
    for (let route = build.routes[id]; route; route = build.routes[route.parentId ?? ''])
      if (route.path) parts.unshift(route.path)
    return `/${parts.join('/')}`
      .replace('p/:slug', `p/${slug}`)
      .replace(/:\w+\??/g, '1')
      .replace(/\*$/, 'x')
  })
  return [...new Set(paths)].filter((path) => !path.includes('sign-out'))
}

/** Files that are the same for everybody, and say so themselves. */
const FOR_EVERYBODY = /^\/(?:media|sitemap|robots)|\.xml$/

test('whatever is drawn for somebody is kept by nobody, on every route; and a refusal for now says how long', async ({
  ownDb,
  web,
}) => {
  await openForBusiness(ownDb)
  const variant = await aVariant(ownDb)
  const staff = await web.signedIn(10)
  const added = await web.ask('/cart', {
    method: 'POST',
    body: new URLSearchParams({ intent: 'add', variantId: `${variant.id}`, quantity: '1' }),
  })
  const cookie = [staff, ...added.headers.getSetCookie().map((one) => one.split(';')[0])].join('; ')

  const wrong: string[] = []
  const paths = await everyPath('no-such-product')
  expect(paths.length).toBeGreaterThan(40)
  for (const path of paths.flatMap((one) => [one, `${one === '/' ? '/_root' : one}.data`]))
    for (const method of ['GET', 'POST']) {
      const answer = await web.ask(path, {
        method,
        headers: { cookie, 'x-forwarded-for': fromSomewhere() },
        ...(method === 'POST' && { body: new URLSearchParams({ nothing: '1' }) }),
      })
      await answer.arrayBuffer()
      const kept = answer.headers.get('cache-control') ?? 'nothing said'
      const isText = /html|x-script/.test(answer.headers.get('content-type') ?? '')
      const isPrivate = kept === 'private, no-store' || (!isText && /no-store|^private/.test(kept))
      if (!isPrivate && !FOR_EVERYBODY.test(path)) wrong.push(`${method} ${path} ${answer.status}: ${kept}`)
      if ([429, 503].includes(answer.status) && !answer.headers.has('retry-after'))
        wrong.push(`${method} ${path} ${answer.status} says not when to come back`)
    }

  expect(wrong).toEqual([])
}, 300_000)

test('what is fetched ahead of a click may be used for it', async ({ web }) => {
  const cookie = await web.signedIn(1)
  const ahead = await web.ask('/catalog.data', { headers: { cookie, 'sec-purpose': 'prefetch' } })
  const later = await web.ask('/catalog.data', { headers: { cookie } })

  expect(ahead.headers.get('cache-control')).toBe('private, no-cache')
  expect(later.headers.get('cache-control')).toBe('private, no-store')
})
