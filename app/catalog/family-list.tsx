import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Picture } from '~/media/picture'
import { ArrowRightIcon } from '~/ui/icons'
import type { Family } from './hierarchy-queries.server'

const SHOWN_RANGES = 8

/** Every family with its ranges: the whole shop on one page. */
export function FamilyList({ families }: { families: readonly Family[] }) {
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {families.map((family, index) => (
        <FamilySheet key={family.id} family={family} priority={index < 2} />
      ))}
    </div>
  )
}

function FamilySheet({ family, priority }: { family: Family; priority: boolean }) {
  const { t } = useTranslation()
  const path = `/c/${family.slug}`
  return (
    <section
      aria-labelledby={`family-${family.id}`}
      className="flex flex-col rounded-lg border border-paper-line bg-white"
    >
      <header className="relative flex items-center gap-4 border-b border-paper-line p-4">
        <div className="size-18 flex-none overflow-hidden rounded bg-paper-sunk">
          {family.image && (
            <Picture
              file={family.image}
              alt=""
              sizes="4.5rem"
              widest={320}
              priority={priority}
              className="size-full object-cover"
            />
          )}
        </div>
        <div>
          <h2 id={`family-${family.id}`} className="text-lg">
            <ShopLink to={path} className="hover:text-accent after:absolute after:inset-0">
              {family.name}
            </ShopLink>
          </h2>
          <p className="text-sm text-ink-faint tabular-nums">
            {t('catalog.rangeCount', { count: family.ranges.length })} ·{' '}
            {t('catalog.count', { count: family.productCount })}
          </p>
        </div>
      </header>
      <ul className="grid flex-1 content-start gap-x-4 px-4 py-2 sm:grid-cols-2">
        {family.ranges.slice(0, SHOWN_RANGES).map((range) => (
          <li key={range.id}>
            <ShopLink
              to={`${path}/${range.slug}`}
              className="flex min-h-11 items-center justify-between gap-3 py-1 text-sm text-ink-soft hover:text-accent sm:min-h-9"
            >
              <span className="underline-offset-4 hover:underline">{range.name}</span>
              <span className="text-xs text-ink-faint tabular-nums">{range.productCount}</span>
            </ShopLink>
          </li>
        ))}
      </ul>
      <ShopLink
        to={path}
        className="flex min-h-11 items-center gap-2 border-t border-paper-line px-4 py-2 text-sm font-semibold text-accent underline-offset-4 hover:underline"
      >
        {t('catalog.catalog.seeFamily', { family: family.name })}
        <ArrowRightIcon size={16} />
      </ShopLink>
    </section>
  )
}
