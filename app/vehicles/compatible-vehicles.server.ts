import { changeTag } from '~/changes'
import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { findScope, listCompatibleTypes } from './fitment-queries.server'
import { horsepower } from './vehicle-name'

/** Enough to recognise one's own; the page must stay light, and who has chosen a vehicle is answered above. */
const MOST_SHOWN = 12

export type CompatibleMake = Awaited<ReturnType<typeof listCompatibleVehicles>>['makes'][number]

/** No make has as many types. */
const MOST_OF_A_MAKE = 2_000

/** What a product page says of vehicles whoever looks at it. Ten minutes old at most, dropped when a fitment changes. */
export function findFittedVehicles(
  { db, cache }: { db: Database; cache: Cache },
  { productId, language }: { productId: number; language: Language },
) {
  return cache.remember({
    key: `vehicles:of-product:${productId}:${language}`,
    seconds: 600,
    tags: [changeTag.product(productId), changeTag.fitments],
    read: async () => {
      const [scope, compatible] = await Promise.all([
        findScope(db, productId),
        listCompatibleVehicles(db, { productId, language }),
      ])
      return { scope, compatible }
    },
  })
}

/**
 * The vehicles a product fits, or those of one make: makes, their models, and the types in one line of words per model; and how many are not
 * named. `isConditional` where the product fits all of a model's types on conditions only.
 */
export async function listCompatibleVehicles(
  db: Database,
  {
    productId,
    make,
    language,
  }: { productId: number; make?: { id: number; count: number }; language: Language },
) {
  const t = translator(language)
  const types = await listCompatibleTypes(db, {
    productId,
    makeId: make?.id,
    limit: make ? MOST_OF_A_MAKE : MOST_SHOWN,
  })
  const count = make?.count ?? types[0]?.inAll ?? 0
  const makes = grouped(types, ({ make }) => make.slug).map((ofMake) => ({
    ...ofMake[0].make,
    count: ofMake.length,
    models: grouped(ofMake, ({ model }) => model.slug).map((ofModel) => ({
      ...ofModel[0].model,
      isConditional: ofModel.every(({ isConditional }) => isConditional),
      types: ofModel
        .map(({ name, powerKw }) =>
          powerKw ? `${name} (${t('vehicles.power', { hp: horsepower(powerKw) })})` : name,
        )
        .join(', '),
    })),
  }))
  return { count, left: count - types.length, makes }
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups.values()]
}
