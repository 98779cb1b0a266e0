import { useLocation } from '@remix-run/react'
import { useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import type { ListingView } from './listing-view.server'

/** The filters leave nothing: say so, and how to get back. */
export function FilteredOut({ view }: { view: ListingView }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <EmptyState
      drawing="nothing-found"
      title={t('search.none.filtered')}
      actions={
        <ButtonLink to={pathname + view.unfiltered} variant="secondary">
          {t('search.filters.clear')}
        </ButtonLink>
      }
    >
      {t('search.none.filteredText')}
    </EmptyState>
  )
}
