import { listFacetWords } from '~/catalog/attribute-queries.server'
import { listBrands } from '~/catalog/brand-queries.server'
import { listFamilies } from '~/catalog/hierarchy-queries.server'
import type { Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import type { FacetWords } from './facet-groups'

/** What facets are called in a language. Five minutes old at most. */
export async function readFacetWords(
  shop: { db: Database; cache: Cache },
  language: Language,
): Promise<FacetWords> {
  const [brands, families, words] = await Promise.all([
    listBrands(shop),
    listFamilies(shop, language),
    listFacetWords(shop, language),
  ])
  return {
    brands: new Map(brands.map(({ slug, name }) => [slug, name])),
    ranges: new Map(families.flatMap(({ ranges }) => ranges.map(({ slug, name }) => [slug, name]))),
    attributes: words,
  }
}
