import { useTranslation } from '~/i18n/translation'
import { Button, ButtonLink } from '~/ui/button'
import { VehicleForm } from './selector/vehicle-form'
import { vehiclePath } from './vehicle-name'
import type { Vehicle } from './vehicle-queries.server'

/** From the page of a vehicle and a range: to make the vehicle one's own, to all that is for it. */
export function WaysOn({ vehicle, isMine }: { vehicle: Vehicle; isMine: boolean }) {
  const { t } = useTranslation()
  const { make, model, slug } = vehicle
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      {!isMine && (
        <VehicleForm asked={{ intent: 'add', make: make.slug, model: model.slug, type: slug }}>
          <Button size="small">{t('vehicles.type.isMine')}</Button>
        </VehicleForm>
      )}
      <ButtonLink to={vehiclePath(vehicle)} variant="secondary" size="small">
        {t('vehicles.range.seeVehicle')}
      </ButtonLink>
    </div>
  )
}
