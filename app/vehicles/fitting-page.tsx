import { type ProductCardFacts, ProductGrid } from '~/catalog/product-card'
import { useLocalPath } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import type { FittingCounts, FittingGroup } from './fitting-queries.server'
import { FittingWords } from './fitting-words'
import { VehicleForm } from './vehicle-form'
import { fittingPath, vehicleName, vehiclePath } from './vehicle-name'
import type { Vehicle } from './vehicle-queries.server'

type FittingPageProps = {
  vehicle: Vehicle
  isMine: boolean
  range: { slug: string; name: string; family: { slug: string; name: string } }
  counts: FittingCounts
  /** Of the whole range. */
  total: number
  groups: readonly { group: FittingGroup; products: readonly ProductCardFacts[] }[]
  page: number
  pageCount: number
}

/** What a range has for a vehicle: what fits, what to check first, what goes on any. */
export function FittingPage(props: FittingPageProps) {
  const { vehicle, isMine, range, counts, total, groups, page, pageCount } = props
  const { t } = useTranslation()
  const localPath = useLocalPath()
  const path = localPath(fittingPath(range, vehicle))
  return (
    <>
      <h1 className="mt-3 text-2xl sm:text-3xl">
        {t('vehicles.range.heading', { range: range.name, vehicle: vehicleName(vehicle) })}
      </h1>
      <p className="mt-2 text-ink-soft tabular-nums">
        <FittingWords counts={counts} total={total} vehicle={vehicle} isMine={isMine} />
      </p>
      <Ways vehicle={vehicle} isMine={isMine} range={range} />
      {groups.length === 0 ? (
        <EmptyState
          drawing="nothing-found"
          title={t('vehicles.range.none')}
          actions={
            <ButtonLink to={`/c/${range.family.slug}/${range.slug}`}>{t('vehicles.range.seeAll')}</ButtonLink>
          }
        >
          {t('vehicles.range.noneText', { range: range.name, total, vehicle: vehicleName(vehicle) })}
        </EmptyState>
      ) : (
        groups.map(({ group, products }, index) => (
          <section key={group} aria-labelledby={`group-${group}`} className="mt-8">
            <h2 id={`group-${group}`} className="text-xl">
              {t(`vehicles.range.${group}`)}
            </h2>
            {group !== 'fits' && (
              <p className="mt-1 max-w-reading text-sm text-ink-soft">{t(`vehicles.range.${group}Text`)}</p>
            )}
            <div className="mt-4">
              <ProductGrid products={products} eager={index === 0 ? 2 : 0} />
            </div>
          </section>
        ))
      )}
      <div className="mt-8">
        <Pagination
          page={page}
          pageCount={pageCount}
          hrefOf={(to) => (to === 1 ? path : `${path}?page=${to}`)}
        />
      </div>
    </>
  )
}

function Ways({ vehicle, isMine, range }: Pick<FittingPageProps, 'vehicle' | 'isMine' | 'range'>) {
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
      <ButtonLink to={`/c/${range.family.slug}/${range.slug}`} variant="secondary" size="small">
        {t('vehicles.range.seeAll')}
      </ButtonLink>
    </div>
  )
}
