import { and, eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { brands, families, ranges } from './family-tables.server'
import { products, slugHistory } from './product-tables.server'

const NAMED = { product: products, range: ranges, family: families, brand: brands }
export type Named = keyof typeof NAMED

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LONGEST = 200

/** Whether a text can be a slug at all: what strangers type into addresses is not asked of the database. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST && SLUG.test(text)
}

/**
 * The slug that took the place of an old one, or null. The history points at the thing itself and not at the next slug,
 * so that any chain of renamings is one step.
 */
export async function findCurrentSlug(db: Database, kind: Named, oldSlug: string): Promise<string | null> {
  if (!isSlug(oldSlug)) return null
  const named = NAMED[kind]
  const [current] = await db
    .select({ slug: named.slug })
    .from(slugHistory)
    .innerJoin(named, eq(named.id, slugHistory.targetId))
    .where(and(eq(slugHistory.kind, kind), eq(slugHistory.slug, oldSlug)))
  return current?.slug ?? null
}
