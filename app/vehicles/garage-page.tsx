import { Form } from '@remix-run/react'
import { useLocalPath } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { Card } from '~/ui/card'
import { EmptyState } from '~/ui/empty-state'
import { ChevronDownIcon } from '~/ui/icons'
import { SelectField, TextField } from '~/ui/inputs'
import { GARAGE_PLACES, type GarageVehicle } from './garage/garage'
import { VehicleForm } from './selector/vehicle-form'
import { typeLabel } from './type-label'
import { vehiclePath } from './vehicle-name'
import type { Vehicle } from './vehicle-queries.server'

export type GarageEntry = Vehicle & { isChosen: boolean; details: GarageVehicle }

type Wrong = { typeId: number; fields: Record<string, string[] | null> } | null

/** The visitor's vehicles. `wrong` is what a sent form got wrong about one of them. */
export function GaragePage({ entries, wrong }: { entries: readonly GarageEntry[]; wrong: Wrong }) {
  const { t } = useTranslation()
  if (entries.length === 0)
    return (
      <EmptyState
        title={t('vehicles.garage.empty')}
        headingLevel="h2"
        actions={<ButtonLink to="/vehicles">{t('vehicles.garage.add')}</ButtonLink>}
      >
        {t('vehicles.garage.emptyText')}
      </EmptyState>
    )
  return (
    <>
      <p className="mt-1 text-ink-soft">{t('vehicles.garage.text', { count: GARAGE_PLACES })}</p>
      <ul className="mt-6 grid gap-4 lg:grid-cols-2">
        {entries.map((entry) => (
          <li key={entry.id}>
            <GarageCard entry={entry} wrong={wrong?.typeId === entry.id ? wrong.fields : null} />
          </li>
        ))}
      </ul>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink to="/vehicles">{t('vehicles.garage.add')}</ButtonLink>
        {entries.some(({ isChosen }) => isChosen) && (
          <VehicleForm asked={{ intent: 'show-all' }}>
            <Button variant="secondary">{t('vehicles.garage.stop')}</Button>
          </VehicleForm>
        )}
      </div>
    </>
  )
}

function GarageCard({ entry, wrong }: { entry: GarageEntry; wrong: Record<string, string[] | null> | null }) {
  const { t } = useTranslation()
  return (
    <Card
      title={`${entry.make.name} ${entry.model.name}`}
      action={entry.isChosen && <Badge tone="success">{t('vehicles.garage.chosen')}</Badge>}
    >
      <p className="text-ink-soft">{typeLabel(t, entry)}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {!entry.isChosen && (
          <VehicleForm asked={{ intent: 'choose', typeId: entry.id }}>
            <Button size="small">{t('vehicles.garage.choose')}</Button>
          </VehicleForm>
        )}
        <ButtonLink to={vehiclePath(entry)} variant="secondary" size="small">
          {t('vehicles.garage.see')}
        </ButtonLink>
        <VehicleForm asked={{ intent: 'forget', typeId: entry.id }}>
          <Button variant="quiet" size="small">
            {t('vehicles.garage.forget')}
          </Button>
        </VehicleForm>
      </div>
      <Details entry={entry} wrong={wrong} />
    </Card>
  )
}

function Details({ entry, wrong }: { entry: GarageEntry; wrong: Record<string, string[] | null> | null }) {
  const { t } = useTranslation()
  const path = useLocalPath()
  const { built, chassis, airConditioning } = entry.details
  const isKnown = Boolean(built || chassis) || typeof airConditioning === 'boolean'
  return (
    <details className="group mt-4 border-t border-paper-line pt-2" open={isKnown || wrong !== null}>
      <summary className="flex min-h-11 cursor-pointer items-center justify-between font-medium">
        {t('vehicles.garage.details')}
        <ChevronDownIcon className="group-open:rotate-180" />
      </summary>
      <p className="mb-4 text-sm text-ink-faint">{t('vehicles.garage.detailsText')}</p>
      <Form method="post" action={path('/garage')} className="grid gap-4 sm:grid-cols-2">
        <input type="hidden" name="intent" value="describe" />
        <input type="hidden" name="typeId" value={entry.id} />
        <TextField
          label={t('vehicles.garage.built')}
          name="built"
          optional
          hint={t('vehicles.garage.builtHint')}
          errors={wrong?.built}
          defaultValue={built ?? ''}
          maxLength={7}
        />
        <SelectField
          label={t('vehicles.garage.airConditioning')}
          name="airConditioning"
          empty={t('vehicles.garage.unknown')}
          choices={[
            { value: 'with', label: t('vehicles.garage.with') },
            { value: 'without', label: t('vehicles.garage.without') },
          ]}
          defaultValue={typeof airConditioning === 'boolean' ? (airConditioning ? 'with' : 'without') : ''}
        />
        <TextField
          label={t('vehicles.garage.chassis')}
          name="chassis"
          optional
          hint={t('vehicles.garage.chassisHint')}
          errors={wrong?.chassis}
          defaultValue={chassis ?? ''}
          maxLength={40}
          autoComplete="off"
          className="sm:col-span-2"
        />
        <div>
          <Button variant="secondary">{t('vehicles.garage.save')}</Button>
        </div>
      </Form>
    </details>
  )
}
