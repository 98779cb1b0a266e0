import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Notice } from '~/ui/notice'
import type { VehicleAlone } from './vehicle-alone.server'
import { SearchLink } from './vehicle-answer'
import { VehicleChooser } from './vehicle-chooser'

/** A vehicle typed alone, or with words that name no part for it: the ways to its parts. */
export function VehicleAlonePage({ answer }: { answer: VehicleAlone }) {
  const { t } = useTranslation()
  const { vehicleName, part, models, query, asWords } = answer
  return (
    <>
      <h1 className="mt-3 text-2xl break-words sm:text-3xl">
        {t('search.forVehicle.parts', { vehicle: vehicleName })}
      </h1>
      {part && (
        <Notice tone="notice" title={t('search.forVehicle.noPart', { part })} className="mt-4">
          {t('search.forVehicle.noPartText')}
        </Notice>
      )}
      <p className="mt-2 text-ink-soft">
        <SearchLink query={asWords}>{t('search.forVehicle.asWords', { query })}</SearchLink>
        {' · '}
        <ShopLink to="/vehicles" className="text-accent underline underline-offset-4 hover:no-underline">
          {t('search.forVehicle.allVehicles')}
        </ShopLink>
      </p>
      <VehicleChooser choices={{ models }} vehicle={vehicleName} />
    </>
  )
}
