import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { findRangeBySlug } from './hierarchy-queries.server'
import { findCurrentSlug } from './slug-queries.server'

/** A range by its slug or by one that it once had: no slug that was given up is given to another. */
export async function findRange(shop: { db: Database; cache: Cache }, slug: string, language: Language) {
  const range = await findRangeBySlug(shop, slug, language)
  if (range) return range
  const current = await findCurrentSlug(shop.db, 'range', slug)
  return current === null ? null : findRangeBySlug(shop, current, language)
}
