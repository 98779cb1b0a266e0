import { NameLinks } from '~/catalog/name-links'
import { useTranslation } from '~/i18n/translation'
import { Button, ButtonLink } from '~/ui/button'
import { Card } from '~/ui/card'
import { type Description, DescriptionList } from '~/ui/description-list'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { VehicleForm } from './selector/vehicle-form'
import { fittingPath, horsepower, vehicleName } from './vehicle-name'
import type { Vehicle } from './vehicle-queries.server'
import { yearsBuilt } from './years-built'

type FittingRange = {
  slug: string
  name: string
  family: { slug: string; name: string }
  productCount: number
}

/** A vehicle: the way to make it one's own, the ranges that have parts for it, and what it is. */
export function TypePage({
  vehicle,
  ranges,
  isMine,
}: {
  vehicle: Vehicle
  ranges: readonly FittingRange[]
  isMine: boolean
}) {
  const { t } = useTranslation()
  return (
    <>
      <header className="mt-3 mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl sm:text-3xl">{t('vehicles.type.title', { name: vehicleName(vehicle) })}</h1>
        {!isMine && <ChooseButton vehicle={vehicle} />}
      </header>
      {isMine && (
        <Notice
          tone="success"
          title={t('vehicles.type.mine')}
          className="mb-6"
          action={
            <ButtonLink to="/garage" variant="secondary" size="small">
              {t('vehicles.garage.title')}
            </ButtonLink>
          }
        >
          {t('vehicles.type.mineText')}
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <FittingRanges vehicle={vehicle} ranges={ranges} />
        <VehicleFacts vehicle={vehicle} />
      </div>
    </>
  )
}

function ChooseButton({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useTranslation()
  const { make, model, slug } = vehicle
  return (
    <VehicleForm asked={{ intent: 'add', make: make.slug, model: model.slug, type: slug }}>
      <Button>{t('vehicles.type.isMine')}</Button>
    </VehicleForm>
  )
}

function FittingRanges({ vehicle, ranges }: { vehicle: Vehicle; ranges: readonly FittingRange[] }) {
  const { t } = useTranslation()
  if (ranges.length === 0)
    return (
      <EmptyState
        title={t('vehicles.type.noParts')}
        actions={<ButtonLink to="/catalog">{t('vehicles.type.seeCatalog')}</ButtonLink>}
      >
        {t('vehicles.type.noPartsText')}
      </EmptyState>
    )
  const families = [...new Map(ranges.map(({ family }) => [family.slug, family])).values()]
  return (
    <Card title={t('vehicles.type.parts')}>
      {families.map((family) => (
        <section key={family.slug} aria-labelledby={`family-${family.slug}`} className="mb-6 last:mb-0">
          <h3 id={`family-${family.slug}`} className="mb-2 text-base">
            {family.name}
          </h3>
          <NameLinks
            links={ranges
              .filter((range) => range.family.slug === family.slug)
              .map((range) => ({
                to: fittingPath(range, vehicle),
                name: range.name,
                count: range.productCount,
              }))}
          />
        </section>
      ))}
    </Card>
  )
}

function VehicleFacts({ vehicle }: { vehicle: Vehicle }) {
  const { t } = useTranslation()
  const { powerKw, displacementCc, engineCode } = vehicle
  const entries: (Description | null)[] = [
    {
      key: 'model',
      term: t('vehicles.type.makeAndModel'),
      details: `${vehicle.make.name} ${vehicle.model.name}`,
    },
    { key: 'years', term: t('vehicles.type.years'), details: yearsBuilt(t, vehicle) },
    powerKw
      ? {
          key: 'power',
          term: t('vehicles.type.power'),
          details: t('vehicles.powerKw', { hp: horsepower(powerKw), kw: powerKw }),
        }
      : null,
    { key: 'fuel', term: t('vehicles.type.fuel'), details: t(`vehicles.fuel.${vehicle.fuel}`) },
    displacementCc
      ? {
          key: 'displacement',
          term: t('vehicles.type.displacement'),
          details: t('vehicles.type.displacementCc', { cc: displacementCc }),
        }
      : null,
    engineCode ? { key: 'engine', term: t('vehicles.type.engineCode'), details: engineCode } : null,
    { key: 'body', term: t('vehicles.type.body'), details: t(`vehicles.body.${vehicle.body}`) },
  ]
  return (
    <Card title={t('vehicles.type.facts')}>
      <DescriptionList entries={entries.filter((entry) => entry !== null)} />
    </Card>
  )
}
