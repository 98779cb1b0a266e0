import type { Language } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { SelectorChoice, SelectorSteps } from './selector/selector-steps'
import { typeLabel } from './type-label'
import type { Make, Model, VehicleType } from './vehicle-queries.server'
import { yearsBuilt } from './years-built'

/** What the selector shows for the lists that are known so far. */
export function selectorSteps(
  language: Language,
  {
    makes,
    models = [],
    types = [],
    chosen,
  }: {
    makes: readonly Make[]
    models?: readonly Model[]
    types?: readonly VehicleType[]
    chosen: SelectorSteps['chosen']
  },
): SelectorSteps {
  const t = translator(language)
  return {
    makes: makes.map(({ slug, name }): SelectorChoice => ({ value: slug, label: name })),
    models: models.map((model) => ({ value: model.slug, label: `${model.name} (${yearsBuilt(t, model)})` })),
    types: types.map((type) => ({ value: type.slug, label: typeLabel(t, type) })),
    chosen,
  }
}
