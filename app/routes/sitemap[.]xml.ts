import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { sitemapIndex } from '~/storefront/sitemap.server'
import { listSitemapNames } from '~/storefront/sitemap-pages.server'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ context: { db, env } }: LoaderFunctionArgs) {
  const index = sitemapIndex(env.ORIGIN, await listSitemapNames(db))
  return new Response(createReadableStreamFromReadable(index), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
