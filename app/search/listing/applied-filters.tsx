import { useLocation } from '@remix-run/react'
import { useTranslation } from '~/i18n/translation'
import { FollowedLink } from '~/ui/followed-link'
import { CloseIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import type { ListingView } from './listing-view.server'

/** What the listing is filtered by, each a link to the listing without it; and what was typed that nobody can filter by. */
export function AppliedFilters({ view }: { view: ListingView }) {
  const { t } = useTranslation()
  return (
    <>
      {view.unread.map(({ typed, reason }) => (
        <Notice key={typed} tone="warning" announced className="mb-4">
          {t(`search.filters.${reason}`, { typed })}
        </Notice>
      ))}
      {view.applied.length > 0 && <Chips view={view} />}
    </>
  )
}

function Chips({ view }: { view: ListingView }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <ul aria-label={t('search.filters.applied')} className="mb-4 flex flex-wrap items-center gap-2">
      {view.applied.map(({ facet, label, without }) => (
        <li key={`${facet} ${label}`}>
          <FollowedLink
            to={pathname + without}
            preventScrollReset
            aria-label={t('search.filters.remove', { facet, value: label })}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-accent-tint bg-accent-wash pr-2 pl-3 text-sm font-medium text-accent-deep hover:border-accent max-lg:min-h-11"
          >
            {label}
            <CloseIcon size={16} />
          </FollowedLink>
        </li>
      ))}
      {view.applied.length > 1 && (
        <li>
          <FollowedLink
            to={pathname + view.unfiltered}
            preventScrollReset
            className="inline-flex min-h-9 items-center px-2 text-sm font-medium underline underline-offset-4 hover:text-accent max-lg:min-h-11"
          >
            {t('search.filters.clear')}
          </FollowedLink>
        </li>
      )}
    </ul>
  )
}
