import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { classNames } from '~/ui/class-names'
import { CarIcon } from '~/ui/icons'
import type { FitCounts } from './fit-groups'
import { FittingWords } from './fitting/fitting-words'
import { shortVehicleName } from './vehicle-name'
import type { Vehicle } from './vehicle-queries.server'

type FittingBarProps = {
  vehicle: Vehicle
  /** Whether it is the one the shopper chose, or only the URL names it. */
  isMine: boolean
  /** How much of the range is for the vehicle; null while the whole range is shown. */
  fitting: { counts: FitCounts; total: number } | null
  /** The French path, or the whole one, of the same listing with the choice turned round. */
  otherwise: string
}

/** Above the list of a range: what of it is for the shopper's vehicle, and the choice between that and all of it. */
export function FittingBar({ vehicle, isMine, fitting, otherwise }: FittingBarProps) {
  const { t } = useTranslation()
  return (
    <div
      className={classNames(
        'mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border p-3 sm:p-4',
        fitting ? 'border-accent-tint bg-accent-wash' : 'border-paper-line bg-white',
      )}
    >
      <div className="flex min-w-0 flex-1 basis-80 items-center gap-3">
        <span className="grid size-11 flex-none place-items-center rounded-full bg-white text-accent shadow-low">
          <CarIcon />
        </span>
        <p className="min-w-0 leading-6">
          <span className="font-semibold text-ink-strong">
            {fitting ? (
              <FittingWords {...fitting} vehicle={vehicle} isMine={isMine} />
            ) : (
              t('vehicles.range.allShown', { vehicle: shortVehicleName(vehicle) })
            )}
          </span>{' '}
          <ShopLink
            to="/garage"
            className="text-sm whitespace-nowrap text-accent underline-offset-4 hover:underline"
          >
            {t('vehicles.range.otherVehicle')}
          </ShopLink>
        </p>
      </div>
      <nav
        aria-label={t('vehicles.range.shown')}
        className="grid flex-none grid-cols-2 overflow-hidden rounded border border-ink bg-white text-center text-sm font-semibold max-sm:w-full"
      >
        <Choice to={fitting ? null : otherwise}>{t('vehicles.range.onlyFitting')}</Choice>
        <Choice to={fitting ? otherwise : null}>
          {fitting ? t('vehicles.range.showAll', { count: fitting.total }) : t('vehicles.range.wholeRange')}
        </Choice>
      </nav>
    </div>
  )
}

/** One of two ways to look at the range: a link, or the one that is shown. */
function Choice({ to, children }: { to: string | null; children: string }) {
  const look = 'inline-flex min-h-11 items-center justify-center px-4'
  if (to === null)
    return (
      <span aria-current="true" className={classNames(look, 'bg-ink text-white')}>
        {children}
      </span>
    )
  return (
    <ShopLink to={to} preventScrollReset className={classNames(look, 'hover:bg-paper-sunk')}>
      {children}
    </ShopLink>
  )
}
