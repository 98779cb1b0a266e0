import { findCurrentSlug, type Named } from '~/catalog/slug-queries.server'
import type { Database } from '~/platform/db.server'

/** For a page that found nothing under its slug: the lasting redirect to where the thing went, else 404. Throw it. */
export async function movedOrMissing(
  db: Database,
  { kind, slug, pathOf }: { kind: Named; slug: string; pathOf: (slug: string) => string },
): Promise<Response> {
  const current = await findCurrentSlug(db, kind, slug)
  if (!current || current === slug) return new Response(null, { status: 404 })
  return new Response(null, { status: 301, headers: { Location: pathOf(current) } })
}
