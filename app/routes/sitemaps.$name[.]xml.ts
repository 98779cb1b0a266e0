import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { sitemapOf } from '~/storefront/sitemap.server'
import { findSitemapPages } from '~/storefront/sitemap-pages.server'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ params, context }: LoaderFunctionArgs) {
  const pages = await findSitemapPages(context, params.name ?? '')
  if (!pages) throw new Response(null, { status: 404 })
  return new Response(createReadableStreamFromReadable(sitemapOf(context.env.ORIGIN, pages)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
