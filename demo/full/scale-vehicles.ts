import type { LoadedMake, LoadedType } from '~/vehicles/bulk/load-vehicles.server'
import { horsepower } from '~/vehicles/vehicle-name'
import { slugOf } from '../words/grammar'

/** What a market of full size sells beside the plain version of an engine. */
const GEARBOXES = ['', ' BVA']
const DRIVES = ['', ' 4x4']
const TUNES = [
  { share: 1, code: '' },
  { share: 0.92, code: ' B' },
  { share: 1.09, code: ' C' },
  { share: 0.85, code: ' D' },
]
const PHASES = ['', ' Ph. 2', ' Ph. 3']

type Version = (type: LoadedType) => LoadedType

/** Every engine in so many versions, or so few engines, that the market has this many types. */
export function scaleVehicles(makes: readonly LoadedMake[], wanted: number): LoadedMake[] {
  const known = makes.flatMap(({ models }) => models).reduce((sum, { types }) => sum + types.length, 0)
  const most = known * VERSIONS.length
  if (wanted > most) throw new Error(`The makes of the French market give ${most} types at most.`)

  let at = 0
  const versionsOf = (type: LoadedType) => {
    const count = Math.floor(((at + 1) * wanted) / known) - Math.floor((at * wanted) / known)
    at += 1
    return VERSIONS.slice(0, count).map((version) => version(type))
  }
  return makes
    .map((make) => ({
      ...make,
      models: make.models
        .map((model) => ({ ...model, types: model.types.flatMap(versionsOf) }))
        .filter(({ types }) => types.length > 0),
    }))
    .filter(({ models }) => models.length > 0)
}

/** The plain one first, then what is most common. */
const VERSIONS: readonly Version[] = PHASES.flatMap((phase, phaseAt) =>
  TUNES.flatMap((tune) =>
    DRIVES.flatMap((drive) => GEARBOXES.map((gearbox) => ({ phase, phaseAt, tune, drive, gearbox }))),
  ),
)
  .toSorted((a, b) => rarity(a) - rarity(b))
  .map(
    ({ phase, tune, drive, gearbox }): Version =>
      (type) => {
        const powerKw = Math.max(1, Math.round((type.powerKw ?? 1) * tune.share))
        const name = `${type.name}${phase}${drive}${gearbox}`
        const engineCode = `${type.engineCode}${tune.code}`
        return {
          ...type,
          name,
          engineCode,
          powerKw,
          slug: slugOf(`${name} ${horsepower(powerKw)} ch ${engineCode}`),
        }
      },
  )

type Made = {
  phaseAt: number
  tune: (typeof TUNES)[number]
  drive: string
  gearbox: string
}

function rarity({ phaseAt, tune, drive, gearbox }: Made): number {
  return phaseAt * 3 + TUNES.indexOf(tune) * 2 + DRIVES.indexOf(drive) * 8 + GEARBOXES.indexOf(gearbox) * 2
}
