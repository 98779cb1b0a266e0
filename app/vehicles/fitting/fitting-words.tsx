import { useTranslation } from '~/i18n/translation'
import type { FitCounts } from '../fit-groups'
import { shortVehicleName, vehicleName } from '../vehicle-name'

type Named = { make: { name: string }; model: { name: string }; name: string }

/** « 13 produits sur 210 conviennent à votre Clio III 1.5 dCi, dont 2 à vérifier avant l'achat » */
export function FittingWords({
  counts,
  total,
  vehicle,
  isMine,
}: {
  counts: FitCounts
  /** Of the whole range. */
  total: number
  vehicle: Named
  isMine: boolean
}) {
  const { t } = useTranslation()
  const count = counts.fits + counts.check
  const name = isMine ? shortVehicleName(vehicle) : vehicleName(vehicle)
  if (count === 0 && counts.universal > 0)
    return t(isMine ? 'vehicles.range.universalOnlyMine' : 'vehicles.range.universalOnly', {
      count: counts.universal,
      vehicle: name,
    })
  const sentence = t(isMine ? 'vehicles.range.countMine' : 'vehicles.range.count', {
    count,
    total,
    vehicle: name,
  })
  const parts = [sentence]
  if (counts.check > 0) parts.push(t('vehicles.range.checkCount', { count: counts.check }))
  if (counts.universal > 0) parts.push(t('vehicles.range.universalCount', { count: counts.universal }))
  return parts.join(', ')
}
