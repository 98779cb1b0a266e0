import type { Database } from '~/platform/db.server'
import { listTypesOfModels, type Vehicle } from '~/vehicles/vehicle-queries.server'
import type { NamedVehicle } from './divide-query'
import { narrowTypes } from './narrow-types'
import { wordsOf } from './query-words'
import type { ReadModel } from './vehicle-vocabulary'

/** A vehicle that was typed, as the shop knows it: one type, or several among which the shopper chooses. */
export type TypedVehicle = {
  /** « Citroën C3 1.4 HDi »: what all that may be meant have in common. */
  name: string
  models: readonly ReadModel[]
  /** Empty where too many models are meant to read them all. */
  types: Vehicle[]
  /** What was said and no type answers. */
  unmet: string[]
}

/** Models whose types are read: « golf » has a dozen, a make hundreds. */
const MOST_MODELS = 40

export async function findTypedVehicle(db: Database, named: NamedVehicle): Promise<TypedVehicle> {
  const name = [named.make?.name, namedModel(named)].filter(Boolean).join(' ')
  if (named.models.length > MOST_MODELS || !named.isModelNamed)
    return { name, models: named.models, types: [], unmet: [] }

  const known = new Map(named.models.map((one) => [one.model.id, one]))
  const { types, unmet } = narrowTypes(await listTypesOfModels(db, [...known.keys()]), named.wishes)
  const vehicles = types.flatMap(({ modelId, ...type }): Vehicle[] => {
    const one = known.get(modelId)
    return one ? [{ ...type, model: one.model, make: one.make }] : []
  })
  const left = new Set(vehicles.map(({ model }) => model.id))
  const models = named.models.filter(({ model }) => left.has(model.id))
  const engine = saidOfAll(vehicles, named)
  const own = commonName(models.map(({ model }) => model.name))
  return { name: [named.make?.name, own, engine].filter(Boolean).join(' '), models, types: vehicles, unmet }
}

function namedModel({ models, isModelNamed }: NamedVehicle): string {
  return isModelNamed ? commonName(models.map(({ model }) => model.name)) : ''
}

/** The words that all the names have, as the first writes them: « Clio III » of it and of its estate. */
export function commonName(names: readonly string[]): string {
  const [first, ...others] = names.map((name) => name.split(' '))
  if (!first) return ''
  return first
    .flatMap((word) => {
      const ways = others.map((other) => other.find((one) => plain(one) === plain(word)))
      // « 206+ » and « 206 » have « 206 » in common.
      return ways.includes(undefined)
        ? []
        : [word, ...ways].reduce((a, b) => (b && a && b.length < a.length ? b : a))
    })
    .join(' ')
}

/** What was typed of the engine, as the types write it: « 1.4 HDi ». All of the name where one type is meant. */
function saidOfAll(vehicles: readonly Vehicle[], { wishes }: NamedVehicle): string {
  const [first, ...others] = vehicles
  if (!first) return ''
  if (others.length === 0) return first.name
  const said = [
    ...wishes.litres.map((litres) => litres.toFixed(1)),
    ...wishes.words,
    ...wishes.horsepower.map(String),
  ]
  const written = said.flatMap((word) => {
    const ways = vehicles.flatMap(
      ({ name }) => name.split(' ').find((one) => plain(one).endsWith(plain(word))) ?? [],
    )
    return ways.length === vehicles.length ? ways.toSorted((a, b) => a.length - b.length).slice(0, 1) : []
  })
  return [...written, ...wishes.years.map((year) => `(${year})`)].join(' ')
}

function plain(word: string): string {
  return wordsOf(word).join('')
}
