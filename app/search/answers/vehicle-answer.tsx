import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { FilteredOut } from '../listing/filtered-out'
import { FitNote } from '../listing/fit-note'
import { type ListedGroup, Listing } from '../listing/listing'
import type { VehicleAnswer } from './search-for-vehicle.server'
import { VehicleChooser } from './vehicle-chooser'

export type ShownVehicleAnswer = Omit<VehicleAnswer, 'groups'> & { groups: readonly ListedGroup[] }

/** A part and a vehicle typed in one line: what fits, the type asked for where several are meant, and the plain words. */
export function VehicleAnswerPage({ answer }: { answer: ShownVehicleAnswer }) {
  const { t } = useTranslation()
  const { heading, view, groups, checks, choices, otherRanges, leftOut } = answer
  const isEmpty = view.total === 0 && !view.isFiltered
  const isForNone = answer.fitting === null && answer.isModelNamed && !isEmpty
  return (
    <>
      <h1 className="mt-3 text-2xl break-words sm:text-3xl">{heading}</h1>
      {isForNone && (
        <Notice tone="warning" title={t('search.forVehicle.none')} className="mt-4">
          {t('search.forVehicle.noneText', { range: answer.range.name, vehicle: answer.vehicleName })}
        </Notice>
      )}
      <Readings answer={answer} />
      {otherRanges.length > 0 && (
        <nav
          aria-label={t('search.forVehicle.otherRanges')}
          className="mt-4 flex flex-wrap items-center gap-2"
        >
          <span className="text-sm text-ink-soft">{t('search.forVehicle.otherRanges')}</span>
          {otherRanges.map(({ name, to }) => (
            <SearchLink
              key={to}
              query={to}
              className="rounded-full border border-ink px-3 py-2 text-sm hover:bg-paper-sunk"
            >
              {name}
            </SearchLink>
          ))}
        </nav>
      )}
      {leftOut.length > 0 && (
        <p className="mt-3 max-w-reading text-sm text-ink-soft">
          {t('search.forVehicle.leftOut', { words: leftOut.join(', ') })}
        </p>
      )}
      {choices && <VehicleChooser choices={choices} vehicle={answer.vehicleName} />}
      {isEmpty ? (
        <NothingFits answer={answer} />
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

/** How the words were understood, and the ways to have them understood otherwise. */
function Readings({
  answer: { view, anyVehicle, asWords, fitting, choices },
}: {
  answer: ShownVehicleAnswer
}) {
  const { t } = useTranslation()
  const count = fitting ? fitting.fits + fitting.check : 0
  return (
    <p className="mt-2 max-w-reading leading-7 text-ink-soft">
      {count > 0 && t(choices ? 'search.forVehicle.someCount' : 'search.forVehicle.count', { count })}{' '}
      {anyVehicle && (
        <>
          <SearchLink query={anyVehicle}>{t('search.forVehicle.otherVehicle')}</SearchLink>
          {' · '}
        </>
      )}
      <SearchLink query={asWords}>{t('search.forVehicle.asWords', { query: view.query })}</SearchLink>
    </p>
  )
}

/** A link to the same page with another question. */
export function SearchLink({
  query,
  className = 'text-accent underline underline-offset-4 hover:no-underline',
  children,
}: {
  query: string
  className?: string
  children: ReactNode
}) {
  const { pathname } = useLocation()
  return (
    <ShopLink to={pathname + query} className={className}>
      {children}
    </ShopLink>
  )
}

function NothingFits({ answer: { range, vehicleName } }: { answer: ShownVehicleAnswer }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      drawing="nothing-found"
      title={t('search.forVehicle.none')}
      actions={
        <ButtonLink to={`/c/${range.family.slug}/${range.slug}?vehicle=all`} variant="secondary">
          {t('vehicles.range.seeAll')}
        </ButtonLink>
      }
    >
      {t('vehicles.range.noneText', { range: range.name, vehicle: vehicleName })}
    </EmptyState>
  )
}
