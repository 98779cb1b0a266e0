import type { Translate } from '~/i18n/translate'
import { horsepower } from './vehicle-name'
import type { Fuel } from './vehicle-words'
import { yearsBuilt } from './years-built'

type LabelledType = {
  name: string
  fuel: Fuel
  powerKw: number | null
  engineCode: string | null
  fromMonth: number
  untilMonth: number | null
}

/** « 1.5 dCi · 86 ch · Diesel · K9K 770 · 2005 – 2012 » */
export function typeLabel(t: Translate, type: LabelledType): string {
  return [
    type.name,
    type.powerKw && t('vehicles.power', { hp: horsepower(type.powerKw) }),
    t(`vehicles.fuel.${type.fuel}`),
    type.engineCode,
    yearsBuilt(t, type),
  ]
    .filter(Boolean)
    .join(' · ')
}
