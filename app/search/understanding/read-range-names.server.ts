import { listBrands } from '~/catalog/brand-queries.server'
import { listFamilies } from '~/catalog/hierarchy-queries.server'
import { LANGUAGES, type Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { type RangeNames, rangeNames } from './range-names'
import { readSynonyms } from './read-synonyms.server'

const built = new WeakMap<object, { synonyms: object; names: RangeNames }>()

/** What the ranges of the shop are called in a language. Put together once for each reading of both. */
export async function readRangeNames(
  shop: { db: Database; cache: Cache },
  language: Language,
): Promise<RangeNames> {
  const [synonyms, brands, ...families] = await Promise.all([
    readSynonyms(shop, language),
    listBrands(shop),
    ...LANGUAGES.map((one) => listFamilies(shop, one)),
  ])
  const own = families[LANGUAGES.indexOf(language)] ?? []
  const known = built.get(own)
  if (known?.synonyms === synonyms) return known.names
  const names = rangeNames(
    own.flatMap(({ ranges, ...family }, at) =>
      ranges.map((range, place) => ({
        id: range.id,
        slug: range.slug,
        name: range.name,
        family: { slug: family.slug, name: family.name },
        written: LANGUAGES.map((one, index) => ({
          language: one,
          name: families[index]?.[at]?.ranges[place]?.name ?? range.name,
        })),
        size: range.productCount,
      })),
    ),
    { synonyms, language, brands: brands.map(({ name }) => name) },
  )
  built.set(own, { synonyms, names })
  return names
}
