import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { CarIcon, CloseIcon } from '~/ui/icons'
import { VehicleForm } from './selector/vehicle-form'

export type SlotVehicle = { id: number; name: string; path: string }

/** The shopper's vehicle in the header, with the ways to another and to none. */
export function VehicleSlot({ vehicle }: { vehicle: SlotVehicle | null }) {
  const { t } = useTranslation()
  if (!vehicle)
    return (
      <ShopLink
        to="/vehicles"
        className="order-last col-span-3 inline-flex min-h-11 items-center justify-center gap-2 rounded border border-paper-edge px-3 text-sm font-semibold whitespace-nowrap hover:border-ink md:order-none"
      >
        <CarIcon />
        {t('vehicles.slot.none')}
      </ShopLink>
    )
  return (
    <div className="order-last col-span-3 flex min-h-11 min-w-0 items-center rounded border border-paper-edge md:order-none md:max-w-56 lg:max-w-72">
      <ShopLink
        to={vehicle.path}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-sm pl-3 hover:text-accent"
      >
        <CarIcon className="flex-none text-accent" />
        <span className="min-w-0 leading-tight">
          <span className="block text-xs text-ink-faint">{t('vehicles.slot.mine')}</span>
          <span className="block truncate text-sm font-semibold">{vehicle.name}</span>
        </span>
      </ShopLink>
      <ShopLink
        to="/garage"
        className="inline-flex min-h-11 items-center px-2 text-xs font-medium text-accent underline-offset-4 hover:underline"
      >
        {t('vehicles.slot.change')}
      </ShopLink>
      <VehicleForm asked={{ intent: 'forget', typeId: vehicle.id }}>
        <button
          type="submit"
          aria-label={t('vehicles.slot.forget', { vehicle: vehicle.name })}
          className="grid size-11 place-items-center rounded-sm text-ink-faint hover:text-ink"
        >
          <CloseIcon size={18} />
        </button>
      </VehicleForm>
    </div>
  )
}
