import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { shortVehicleName } from '~/vehicles/vehicle-name'
import type { Vehicle } from '~/vehicles/vehicle-queries.server'
import { FilteredOut } from './listing/filtered-out'
import { FitNote } from './listing/fit-note'
import { type ListedGroup, Listing } from './listing/listing'
import type { ListingView } from './listing/listing-view.server'

type Range = { slug: string; name: string; family: { slug: string; name: string } }

type RangePageProps = {
  heading: string
  intro?: string
  range: Range
  /** What stands above the list: how much of the range is for a vehicle. */
  bar: ReactNode
  /** The vehicle whose parts are listed; null for the whole range. */
  vehicle: Vehicle | null
  view: ListingView
  groups: readonly ListedGroup[]
  checks: Record<number, string[]>
}

/** The products of a range: all of them, or what is for a vehicle. */
export function RangePage({ heading, intro, range, bar, vehicle, view, groups, checks }: RangePageProps) {
  const isEmpty = view.total === 0 && !view.isFiltered
  return (
    <>
      <h1 className="mt-3 text-2xl sm:text-3xl">{heading}</h1>
      {intro && <p className="mt-2 max-w-reading text-ink-soft">{intro}</p>}
      {bar}
      {isEmpty ? (
        <NothingHere range={range} vehicle={vehicle} />
      ) : (
        <Listing
          view={view}
          groups={groups}
          noteOf={({ id }) => <FitNote reasons={checks[id]} />}
          empty={<FilteredOut view={view} />}
        />
      )}
    </>
  )
}

function NothingHere({ range, vehicle }: Pick<RangePageProps, 'range' | 'vehicle'>) {
  const { t } = useTranslation()
  const { family } = range
  if (vehicle)
    return (
      <EmptyState
        drawing="nothing-found"
        title={t('vehicles.range.none')}
        actions={
          <ButtonLink to={`/c/${family.slug}/${range.slug}?vehicle=all`} variant="secondary">
            {t('vehicles.range.seeAll')}
          </ButtonLink>
        }
      >
        {t('vehicles.range.noneText', { range: range.name, vehicle: shortVehicleName(vehicle) })}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('search.range.empty')}
      actions={
        <ButtonLink to={`/c/${family.slug}`}>
          {t('search.range.seeFamily', { family: family.name })}
        </ButtonLink>
      }
    >
      {t('search.range.emptyText', { family: family.name })}
    </EmptyState>
  )
}
