import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import type { Model } from './vehicle-queries.server'
import { yearsBuilt } from './years-built'

/** The models of a make with the years they were built. */
export function ModelList({ make, models }: { make: { slug: string }; models: readonly Model[] }) {
  const { t } = useTranslation()
  return (
    <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {models.map((model) => (
        <li key={model.slug}>
          <ShopLink
            to={`/vehicles/${make.slug}/${model.slug}`}
            className="flex min-h-14 items-center justify-between gap-4 rounded-lg border border-paper-line bg-white px-4 py-2 hover:border-ink hover:text-accent"
          >
            <span>
              <span className="block font-semibold">{model.name}</span>
              <span className="text-sm text-ink-faint tabular-nums">{yearsBuilt(t, model)}</span>
            </span>
            <span className="text-sm whitespace-nowrap text-ink-faint tabular-nums">
              {t('vehicles.typeCount', { count: model.typeCount })}
            </span>
          </ShopLink>
        </li>
      ))}
    </ul>
  )
}
