import { useTranslation } from '~/i18n/translation'
import { classNames } from './class-names'
import { FollowedLink } from './followed-link'
import { ChevronLeftIcon, ChevronRightIcon } from './icons'
import { pagesShown } from './pages-shown'

export type PaginationProps = {
  page: number
  pageCount: number
  /** The URL of a page; usually `?page=n` with the other parameters kept. */
  hrefOf: (page: number) => string
  /** Pages after this one are reached from their neighbours only. */
  lastNumbered?: number
}

const STEP = 'inline-grid h-11 min-w-11 place-items-center rounded px-2 text-sm font-medium tabular-nums'

export function Pagination({ page, pageCount, hrefOf, lastNumbered = pageCount }: PaginationProps) {
  const { t } = useTranslation()
  if (pageCount <= 1) return null

  return (
    <nav aria-label={t('ui.pagination.label')} className="flex items-center justify-center gap-1">
      {page > 1 && (
        <FollowedLink to={hrefOf(page - 1)} rel="prev" className={classNames(STEP, 'hover:bg-paper-sunk')}>
          <ChevronLeftIcon />
          <span className="sr-only">{t('ui.pagination.previous')}</span>
        </FollowedLink>
      )}
      <span className="px-3 text-sm text-ink-soft sm:hidden">
        {t('ui.pagination.of', { page, count: pageCount })}
      </span>
      <ul className="hidden items-center gap-1 sm:flex">
        {pagesShown(page, { pageCount, lastNumbered }).map((shown) => (
          <li key={shown}>
            {shown < 0 ? (
              <span className={classNames(STEP, 'text-ink-faint')}>…</span>
            ) : (
              <FollowedLink
                to={hrefOf(shown)}
                aria-current={shown === page ? 'page' : undefined}
                aria-label={t('ui.pagination.page', { page: shown })}
                className={classNames(STEP, shown === page ? 'bg-ink text-white' : 'hover:bg-paper-sunk')}
              >
                {shown}
              </FollowedLink>
            )}
          </li>
        ))}
      </ul>
      {page < pageCount && (
        <FollowedLink to={hrefOf(page + 1)} rel="next" className={classNames(STEP, 'hover:bg-paper-sunk')}>
          <ChevronRightIcon />
          <span className="sr-only">{t('ui.pagination.next')}</span>
        </FollowedLink>
      )}
    </nav>
  )
}
