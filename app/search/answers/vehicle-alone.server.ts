import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { Database } from '~/platform/db.server'
import { typeLabel } from '~/vehicles/type-label'
import { vehiclePath } from '~/vehicles/vehicle-name'
import { yearsBuilt } from '~/vehicles/years-built'
import { urlOf } from '../listing/listing-view.server'
import type { ListingState } from '../listing-filters'
import { findTypedVehicle } from '../understanding/find-typed-vehicle.server'
import type { UnderstoodQuery } from '../understanding/understand-query.server'

const MOST_MODELS = 60
const MOST_TYPES = 24

export type VehicleAlone = Awaited<ReturnType<typeof showVehicle>>

/** The pages of the vehicles that a query names, where it names no part that the shop has for them. */
export async function showVehicle(
  { reads }: { reads: Database },
  { understood, state, language }: { understood: UnderstoodQuery; state: ListingState; language: Language },
) {
  const { vehicle, partWords } = understood
  const meant = await findTypedVehicle(reads, vehicle)
  const t = translator(language)
  const showsTypes = meant.types.length > 0 && meant.types.length <= MOST_TYPES
  return {
    kind: 'vehicle-alone' as const,
    query: state.query,
    vehicleName: meant.name,
    part: partWords.join(' '),
    models: meant.models.slice(0, MOST_MODELS).map(({ model, make }) => ({
      name: `${make.name} ${model.name}`,
      years: yearsBuilt(t, model),
      to: showsTypes ? null : `/vehicles/${make.slug}/${model.slug}`,
      types: showsTypes
        ? meant.types
            .filter((type) => type.model.id === model.id)
            .map((type) => ({ label: typeLabel(t, type), to: vehiclePath(type) }))
        : [],
    })),
    asWords: urlOf({ ...state, vehicle: 'all', page: 1, cursor: null }),
  }
}
