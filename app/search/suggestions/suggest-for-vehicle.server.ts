import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { findPartForVehicle, listPartForVehicle } from '../answers/list-part-for-vehicle.server'
import { parseListing } from '../listing-filters'
import type { UnderstoodQuery } from '../understanding/understand-query.server'
import type { Suggestions } from './suggestions'

type Shop = { db: Database; reads: Database; cache: Cache }

/** What is offered for a part and a vehicle: the page that answers both, and the first products on it. */
export async function suggestForVehicle(
  shop: Shop,
  {
    understood,
    query,
    language,
    limit,
  }: { understood: UnderstoodQuery; query: string; language: Language; limit: number },
): Promise<{ page: Suggestions['pages'][number]; productIds: number[]; total: number } | null> {
  const params = new URLSearchParams({ q: query })
  const state = parseListing(params)
  const found = await findPartForVehicle(shop, { understood, state, language, mine: null })
  if (!found) return null
  const { fitting } = await listPartForVehicle(shop, { found, state, language })
  const vehicle = found.name
  return {
    page: {
      kind: 'fitting',
      to: `/search?${params}`,
      name: translator(language)('vehicles.range.heading', { range: found.range.name, vehicle }),
    },
    productIds: fitting?.page.slice(0, limit).map(({ productId }) => productId) ?? [],
    total: fitting?.counts.total ?? 0,
  }
}
