import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { ChevronRightIcon } from './icons'

export type Crumb = { label: string; to?: string }

/** The way from the home page to here; the last one is the page itself and has no link. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm text-ink-faint">
        {crumbs.map((crumb, index) => (
          <li key={`${crumb.to}${crumb.label}`} className="flex items-center gap-1.5">
            {index > 0 && <ChevronRightIcon size={14} className="text-paper-edge" />}
            {crumb.to ? (
              <ShopLink to={crumb.to} className="py-1 hover:text-accent hover:underline underline-offset-4">
                {crumb.label}
              </ShopLink>
            ) : (
              <span aria-current="page" className="py-1 text-ink-soft">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
