import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { findSitemap } from '~/storefront/kept-sitemaps.server'
import { findSitemapPages } from '~/storefront/sitemap-pages.server'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sitemap = await findSitemap(params.name ?? '', {
    pagesOf: (name) => findSitemapPages(context, name),
    origin: context.env.ORIGIN,
  })
  if (sitemap === 'busy') throw new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  if (!sitemap) throw new Response(null, { status: 404 })

  const headers = {
    'Content-Type': 'application/xml; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
    Vary: 'Accept-Encoding',
  }
  if (/\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(request.headers.get('Accept-Encoding') ?? ''))
    return new Response(sitemap as Uint8Array<ArrayBuffer>, {
      headers: { ...headers, 'Content-Encoding': 'gzip', 'Content-Length': String(sitemap.length) },
    })
  const plain = Readable.from([sitemap]).pipe(createGunzip())
  return new Response(createReadableStreamFromReadable(plain), { headers })
}
