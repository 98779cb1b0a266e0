import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import { typeLabel } from '~/vehicles/type-label'
import { yearsBuilt } from '~/vehicles/years-built'
import { urlOf } from '../listing/listing-view.server'
import type { ListingState } from '../listing-filters'
import type { TypedVehicle } from '../understanding/find-typed-vehicle.server'

/** The vehicles that may be meant, as links to the same search for one of them. */
export type VehicleChoices = {
  models: { name: string; years: string; to: string | null; types: { label: string; to: string }[] }[]
}

const MOST_TYPES = 24
const MOST_MODELS = 60

/** First the model, where there are many types of several; null where nothing is to be chosen. */
export function choicesOf(
  { models, types }: TypedVehicle,
  {
    state,
    partWords,
    said,
    language,
  }: { state: ListingState; partWords: readonly string[]; said: readonly string[]; language: Language },
): VehicleChoices | null {
  if (types.length === 1 || models.length === 0) return null
  const t = translator(language)
  const first = { ...state, page: 1, cursor: null }
  const asksForModel = models.length > 1 && (types.length === 0 || types.length > MOST_TYPES)
  return {
    models: models.slice(0, MOST_MODELS).map(({ model, make }) => ({
      name: `${make.name} ${model.name}`,
      years: yearsBuilt(t, model),
      to: asksForModel
        ? urlOf({
            ...first,
            query: [...partWords, make.name, model.name, ...said].join(' '),
            vehicle: null,
          })
        : null,
      types: asksForModel
        ? []
        : types
            .filter((type) => type.model.id === model.id)
            .map((type) => ({ label: typeLabel(t, type), to: urlOf({ ...first, vehicle: type.id }) })),
    })),
  }
}
