import type { LoadedMake, LoadedModel, LoadedType } from '~/vehicles/bulk/load-vehicles.server'
import type { FitmentCondition } from '~/vehicles/fit-of'
import { NOTHING_ASKED } from '~/vehicles/fitment-conditions.server'
import type { DemoShop } from '../generate-shop'
import type { DemoProduct } from '../products/demo-product'
import { type Random, randomFrom } from '../random'

/** A type by its position among all types of the makes, in order. */
export type DemoFitment = { typeAt: number; condition: FitmentCondition | null }

export type DemoFitting = { isUniversal: boolean; fitments: DemoFitment[] }

/** What of a product decides where it goes. */
export type PartToFit = Pick<DemoProduct, 'range' | 'attributes'>

type MarketType = { type: LoadedType; model: LoadedModel; at: number }

/** Families whose parts follow the engine, whatever car it is in; those of all others follow the model. */
export const BY_ENGINE = new Set([
  'filtration',
  'distribution',
  'allumage-et-prechauffage',
  'moteur',
  'refroidissement',
  'embrayage-et-transmission',
  'echappement',
  'electricite-et-demarrage',
])

export const WITHOUT_VEHICLES = new Set(['cartes-a-collectionner', 'objets-de-collection'])

/** What half of the country drives: most parts are made for some of these. */
export const POPULAR = new Set([
  ...['Clio II', 'Clio III', 'Clio IV', 'Mégane II', 'Mégane III', 'Scénic III', 'Captur I', 'Sandero II'],
  ...['206', '207', '208 I', '307', '308 II', '3008 II', 'C3 II', 'C4 II', 'Golf VI', 'Golf VII', 'Polo V'],
  ...['Corsa D', 'Fiesta VI', 'Focus II', 'Yaris III', '500'],
])

const DIESEL_ONLY = new Set([
  'bougies-de-prechauffage',
  'relais-de-prechauffage',
  'filtre-a-particules-fap',
  'pompe-a-injection',
])
const PETROL_ONLY = new Set(['bougies-d-allumage', 'bobine-d-allumage', 'faisceau-d-allumage'])

type Market = {
  makes: readonly LoadedMake[]
  popular: readonly LoadedModel[]
  ofModel: Map<LoadedModel, MarketType[]>
  ofEngine: Map<string, MarketType[]>
}

/** Which vehicles each product of the shop fits, by slug; what is no car part is left out. */
export function fitProducts(shop: DemoShop, makes: readonly LoadedMake[]): Map<string, DemoFitting> {
  const market = marketOf(makes)
  const familyOf = new Map(
    shop.families.flatMap(({ slug, ranges }) => ranges.map((range) => [range.slug, slug])),
  )
  const fittings = new Map<string, DemoFitting>()
  for (const product of shop.products) {
    const family = familyOf.get(product.range) ?? ''
    if (WITHOUT_VEHICLES.has(family)) continue
    fittings.set(product.slug, fitProduct(product, market, BY_ENGINE.has(family)))
  }
  return fittings
}

/** What no car maker numbers goes into any car. */
function fitProduct(product: DemoProduct, market: Market, followsEngine: boolean): DemoFitting {
  const carMakers = product.references.filter(({ kind }) => kind === 'oem').map(({ maker }) => maker)
  if (carMakers.length === 0) return { isUniversal: true, fitments: [] }

  const random = randomFrom('fitments', product.slug)
  const types = modelsFor(carMakers, market, random)
    .flatMap((model) => market.ofModel.get(model) ?? [])
    .filter(({ type }) => goesInto(product, type, followsEngine))
  const fitted = followsEngine ? withEngines(types, market, random) : types
  return { isUniversal: false, fitments: conditioned(product, fitted, random) }
}

function marketOf(makes: readonly LoadedMake[]): Market {
  const models = makes.flatMap((make) => make.models)
  const types = models
    .flatMap((model) => model.types.map((type) => ({ type, model })))
    .map((one, at) => ({ ...one, at }))
  return {
    makes,
    popular: models.filter(({ name }) => POPULAR.has(name)),
    ofModel: groupedBy(types, ({ model }) => model),
    ofEngine: groupedBy(types, ({ type }) => type.engineCode ?? ''),
  }
}

function groupedBy<Key>(
  types: readonly MarketType[],
  keyOf: (one: MarketType) => Key,
): Map<Key, MarketType[]> {
  const groups = new Map<Key, MarketType[]>()
  for (const one of types) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** Some models of the makers who number the part, and mostly some that everybody drives. */
function modelsFor(carMakers: readonly string[], market: Market, random: Random): LoadedModel[] {
  const own = market.makes.filter(({ name }) => carMakers.includes(name)).flatMap(({ models }) => models)
  return [
    ...new Set([
      ...random.some(own, random.int(1, 3)),
      ...(random.chance(94) ? random.some(market.popular, random.int(5, 9)) : []),
    ]),
  ]
}

export function goesInto(product: PartToFit, type: LoadedType, followsEngine: boolean): boolean {
  const isDiesel = type.fuel === 'diesel'
  const { fuel } = product.attributes
  if (followsEngine && type.fuel === 'electric') return false
  if (DIESEL_ONLY.has(product.range) || fuel === 'diesel') return isDiesel
  if (PETROL_ONLY.has(product.range) || fuel === 'petrol') return !isDiesel
  return true
}

/** A part for an engine fits it in every model: a few engines are kept, and looked for everywhere. */
function withEngines(types: readonly MarketType[], market: Market, random: Random): MarketType[] {
  const codes = [...new Set(types.map(({ type }) => type.engineCode ?? ''))]
  return random.some(codes, random.int(6, 12)).flatMap((code) => market.ofEngine.get(code) ?? [])
}

/** Some parts changed while a model was built, or depend on its equipment. One model, one condition. */
function conditioned(product: DemoProduct, types: readonly MarketType[], random: Random): DemoFitment[] {
  const conditions = new Map<LoadedModel, FitmentCondition | null>()
  return types.map(({ model, at }) => {
    if (!conditions.has(model)) conditions.set(model, conditionFor(product, model, random))
    return { typeAt: at, condition: conditions.get(model) ?? null }
  })
}

const BY_AIR_CONDITIONING = new Set(['courroie-d-accessoires', 'radiateur-moteur', 'pulseur-d-air'])
const ON_AN_AXLE = new Set(['rotule-de-suspension', 'flexibles-de-frein', 'soufflet-de-cardan'])

export function conditionFor(
  product: PartToFit,
  model: LoadedModel,
  random: Random,
): FitmentCondition | null {
  if (BY_AIR_CONDITIONING.has(product.range) && random.chance(60))
    return { ...NOTHING_ASKED, airConditioning: random.chance(70) }
  if (ON_AN_AXLE.has(product.range) && !product.attributes.axle && random.chance(40))
    return { ...NOTHING_ASKED, axle: random.pick(['front', 'rear']) }
  if (!random.chance(12)) return null
  if (random.chance(25)) {
    const number = String(random.int(100, 899) * 1_000).padStart(7, '0')
    return { ...NOTHING_ASKED, ...(random.chance(50) ? { chassisFrom: number } : { chassisUntil: number }) }
  }
  const day = aDayOf(model, random)
  return { ...NOTHING_ASKED, ...(random.chance(50) ? { builtFrom: day } : { builtUntil: day }) }
}

/** The first of a month in the middle of the model's life. */
function aDayOf({ fromMonth, untilMonth }: LoadedModel, random: Random): string {
  const [from, until] = [Math.floor(fromMonth / 100), Math.floor((untilMonth ?? 202512) / 100)]
  const year = random.int(Math.min(from + 1, until), Math.max(from + 1, until - 1))
  return `${year}-${String(random.int(1, 12)).padStart(2, '0')}-01`
}
