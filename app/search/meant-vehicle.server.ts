import type { Database } from '~/platform/db.server'
import { listTypesOfModels, type Vehicle } from '~/vehicles/vehicle-queries.server'
import type { NamedVehicle } from './divide-query'
import { meantTypes } from './meant-types'
import type { ReadModel } from './vehicle-vocabulary'

/** A vehicle that was typed, as the shop knows it: one type, or several among which the shopper chooses. */
export type MeantVehicle = {
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

export async function findMeantVehicle(db: Database, named: NamedVehicle): Promise<MeantVehicle> {
  const name = [named.make?.name, namedModel(named)].filter(Boolean).join(' ')
  if (named.models.length > MOST_MODELS || !named.isModelNamed)
    return { name, models: named.models, types: [], unmet: [] }

  const known = new Map(named.models.map((one) => [one.model.id, one]))
  const { types, unmet } = meantTypes(await listTypesOfModels(db, [...known.keys()]), named.wishes)
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

/** The words that all the names have, in the order of the first: « Clio III » of it and of its estate. */
export function commonName(names: readonly string[]): string {
  const [first = '', ...others] = names.map((name) => name.split(' '))
  if (typeof first === 'string') return first
  return first.filter((word) => others.every((other) => other.includes(word))).join(' ')
}

/** What was typed of the engine, as the types write it: « 1.4 HDi ». */
function saidOfAll(vehicles: readonly Vehicle[], { wishes }: NamedVehicle): string {
  const [first] = vehicles
  if (!first) return ''
  const said = [
    ...wishes.litres.map((litres) => litres.toFixed(1)),
    ...wishes.words,
    ...wishes.horsepower.map(String),
  ]
  const words = commonName(vehicles.map(({ name }) => name)).split(' ')
  const isOne = vehicles.length === 1
  const engine = words.filter(
    (word) => isOne || said.some((one) => word.toLowerCase().replace('-', '').endsWith(one)),
  )
  const years = isOne ? [] : wishes.years.map((year) => `(${year})`)
  return [...engine, ...years].join(' ')
}
