import type { FittedPart } from '~/vehicles/bulk/copy-fitments.server'
import type { LoadedMake, LoadedModel, LoadedType } from '~/vehicles/bulk/load-vehicles.server'
import { type Random, randomFrom } from '../random'
import { BY_ENGINE, conditionFor, goesInto, type PartToFit, POPULAR } from '../vehicles/fit-products'

/** A part that car makers number, as it stands in the shop. */
export type NumberedPart = PartToFit & {
  id: number
  rangeId: number
  family: string
  carMakers: readonly string[]
}

type MarketType = { id: number; type: LoadedType; make: string; model: LoadedModel }

type Market = {
  /** Related types beside each other: those of a model, and those with one engine whatever the model. */
  byModel: readonly MarketType[]
  byEngine: readonly MarketType[]
  /** At which positions of `byModel` the types of popular models are, and those of each make. */
  popular: readonly number[]
  ofMake: Map<string, readonly number[]>
  positionByEngine: Map<number, number>
}

/**
 * Which types each part fits, so that there are this many fitments in all: a run of related types, or two or three, long
 * for some parts and short for others. `typeIds` are the ids of the makes' types, in order.
 */
export function* fitParts(
  parts: readonly NumberedPart[],
  {
    makes,
    typeIds,
    fitments,
  }: { makes: readonly LoadedMake[]; typeIds: readonly number[]; fitments: number },
): Generator<FittedPart> {
  const market = marketOf(makes, typeIds)
  const reach = parts.map(reachOf)
  let weight = reach.reduce((sum, each) => sum + each, 0)
  let left = fitments
  for (const [at, part] of parts.entries()) {
    const own = reach[at] ?? 0
    const count = weight > 0 ? Math.round((left * own) / weight) : 0
    const fitted = typesFor(part, count, market)
    weight -= own
    left -= fitted.length
    yield { productId: part.id, rangeId: part.rangeId, fits: conditioned(part, fitted) }
  }
}

/** Some ranges are made for more vehicles than others, and within a range a few parts for very many. */
function reachOf({ id, rangeId }: NumberedPart): number {
  return randomFrom('range-reach', rangeId).number(0.4, 2) * randomFrom('reach', id).number(0.2, 1.4) ** 2
}

function marketOf(makes: readonly LoadedMake[], typeIds: readonly number[]): Market {
  const byModel: MarketType[] = []
  for (const make of makes)
    for (const model of make.models)
      for (const type of model.types)
        byModel.push({ id: typeIds[byModel.length] ?? 0, type, make: make.name, model })

  const byEngine = byModel.toSorted((a, b) => compare(engineOf(a.type), engineOf(b.type)) || a.id - b.id)
  const ofMake = new Map<string, number[]>(makes.map(({ name }) => [name, []]))
  for (const [at, { make }] of byModel.entries()) ofMake.get(make)?.push(at)
  return {
    byModel,
    byEngine,
    popular: byModel.flatMap(({ model }, at) => (POPULAR.has(model.name) ? [at] : [])),
    ofMake,
    positionByEngine: new Map(byEngine.map(({ id }, at) => [id, at])),
  }
}

const engineOf = ({ engineCode, name }: LoadedType) => `${engineCode?.split(' ')[0]} ${name}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const RUNS = [1, 2, 2, 3]
/** So many starts are tried where a fuel or an engine leaves nothing to fit. */
const MOST_STARTS = 12

function typesFor(part: NumberedPart, count: number, market: Market): MarketType[] {
  const random = randomFrom('fits', part.id)
  const followsEngine = BY_ENGINE.has(part.family)
  const line = followsEngine ? market.byEngine : market.byModel
  const runLength = Math.ceil(count / random.pick(RUNS))
  const fitted = new Set<MarketType>()
  for (let starts = 0; fitted.size < count && starts < MOST_STARTS; starts++) {
    const start = startFor(part, market, random)
    const first = followsEngine ? (market.positionByEngine.get(market.byModel[start]?.id ?? 0) ?? 0) : start
    const wanted = Math.min(count, fitted.size + runLength)
    for (let step = 0; fitted.size < wanted && step < 4 * runLength; step++) {
      const next = line[(first + step) % line.length]
      if (next && goesInto(part, next.type, followsEngine)) fitted.add(next)
    }
  }
  return [...fitted]
}

/** A vehicle that everybody drives, or one of the makers who number the part. */
function startFor({ carMakers }: NumberedPart, { byModel, popular, ofMake }: Market, random: Random): number {
  if (popular.length > 0 && random.chance(35)) return random.pick(popular)
  const own = ofMake.get(random.pick(carMakers))
  return own ? random.pick(own) : random.int(0, byModel.length - 1)
}

/** One model, one condition. */
function conditioned(part: NumberedPart, fitted: readonly MarketType[]): FittedPart['fits'] {
  const random = randomFrom('conditions', part.id)
  const models = new Map<LoadedModel, { typeIds: number[]; condition: ReturnType<typeof conditionFor> }>()
  for (const { id, model } of fitted) {
    const known = models.get(model)
    if (known) known.typeIds.push(id)
    else models.set(model, { typeIds: [id], condition: conditionFor(part, model, random) })
  }
  return [...models.values()]
}
