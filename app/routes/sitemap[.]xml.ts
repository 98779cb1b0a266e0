import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import type { RouteHandle } from '~/identity/access'
import { sitemapIndex } from '~/storefront/sitemap.server'
import { listSitemapNames } from '~/storefront/sitemap-pages.server'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ context: { reads, env } }: LoaderFunctionArgs) {
  const index = sitemapIndex(env.ORIGIN, await listSitemapNames(reads))
  return new Response(createReadableStreamFromReadable(index), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
