import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { horsepower, vehicleName, vehiclePath } from '~/vehicles/vehicle-name'
import { listModelNames, listTypesOfModels } from '~/vehicles/vehicle-queries.server'
import { matchesType, matchModels, wordModel } from './match-models'

type Shop = { db: Database; cache: Cache }

/** Models looked through for a type: « tdi » alone is said of hundreds. */
const MOST_MODELS = 12

/** The models, or the types of them, that a query names with all its words: « clio 3 », « clio 3 1.5 dci ». */
export async function findVehicles(
  { db, cache }: Shop,
  { query, language, limit }: { query: string; language: Language; limit: number },
): Promise<{ to: string; name: string }[]> {
  const meant = matchModels(query, await readModels({ db, cache }))
  const whole = meant.filter(({ rest }) => rest.length === 0)
  if (whole.length > 0)
    return whole.slice(0, limit).map(({ model: { make, slug, name } }) => ({
      to: `/vehicles/${make.slug}/${slug}`,
      name: `${make.name} ${name}`,
    }))

  const some = meant.slice(0, MOST_MODELS)
  if (some.length === 0) return []
  const types = await listTypesOfModels(
    db,
    some.map(({ model }) => model.id),
  )
  const t = translator(language)
  const named = some.flatMap(({ model, rest }) =>
    types
      .filter((type) => type.modelId === model.id && matchesType(rest, type))
      .map((type) => {
        const vehicle = { ...type, model, make: model.make }
        const power = type.powerKw && `, ${t('vehicles.power', { hp: horsepower(type.powerKw) })}`
        return { to: vehiclePath(vehicle), name: vehicleName(vehicle) + (power || '') }
      }),
  )
  // Types that differ in their years alone read alike: one stands for them.
  return [...new Map(named.toReversed().map((one) => [one.name, one])).values()].toReversed().slice(0, limit)
}

/** Five minutes old at most. */
function readModels({ db, cache }: Shop) {
  return cache.remember({
    key: 'search:models',
    seconds: 300,
    read: async () => (await listModelNames(db)).map(wordModel),
  })
}
